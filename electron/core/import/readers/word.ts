import { ImportError } from '../importError.ts';
import type { Merge, Sheet, SheetCell } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { tidyText } from './shownText.ts';
import { parseStrictXml, type XmlElement } from './strictXml.ts';
import { type HeadingLevels, highlightColour, readHeadingLevels, symbolText } from './wordStyles.ts';
import { readEntry, type ZipEntry } from './zipDirectory.ts';

const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Every table of a Word document as a sheet, in the order in which they end. A document without tables gives none. */
export function readWord(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  documentPart: string,
  fileName: string,
): readonly Sheet[] {
  const part = (name: string): string | undefined => {
    const entry = entries.find((candidate) => candidate.name === name);
    return entry === undefined ? undefined : new TextDecoder().decode(readEntry(bytes, entry, fileName));
  };
  const document = part(documentPart);
  if (document === undefined) throw new ImportError('file-damaged', { fileName, place: documentPart });
  try {
    const styles = part(documentPart.replace(/[^/]*$/, 'styles.xml'));
    return readTables(document, styles === undefined ? new Map() : readHeadingLevels(styles), fileName);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError('file-damaged', { fileName, place: documentPart }, { cause });
  }
}

type Paragraph = { text: string; listItem: boolean; level: number | undefined; plain: number; bold: number };
type WordCell = {
  paragraphs: Paragraph[];
  span: number;
  merge: 'restart' | 'continue' | undefined;
  fill: string | undefined;
  runFill: string | undefined;
  fontColour: string | undefined;
  struck: number;
  notStruck: number;
};
type WordRow = { cells: WordCell[]; before: number };
type WordTable = { rows: WordRow[]; headings: readonly string[] };
type Run = { bold: boolean; strike: boolean; colour: string | undefined; fill: string | undefined };

const off = (element: XmlElement): boolean => ['0', 'false', 'off', 'none'].includes(element.attribute('val') ?? '');
const hexFill = (value: string | undefined): string | undefined =>
  value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? `#${value.toUpperCase()}` : undefined;

/** Bold lines and captions count as headings below the nine real levels. */
const boldLevel = 10;
const captionLevel = 11;
const longestCaption = 120;

function readTables(xml: string, levels: HeadingLevels, fileName: string): readonly Sheet[] {
  const budget = newBudget(fileName);
  const sheets: Sheet[] = [];
  const tables: WordTable[] = [];
  const paragraphs: Paragraph[] = [];
  const headings: { level: number; text: string }[] = [];
  let run: Run | undefined;
  let skipping = 0;
  let inText = false;

  const cellNow = (): WordCell | undefined => tables.at(-1)?.rows.at(-1)?.cells.at(-1);
  const addText = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) return;
    paragraph.text += text;
    const letters = text.trim().length;
    if (run?.bold) paragraph.bold += letters;
    else paragraph.plain += letters;
    const cell = cellNow();
    if (cell === undefined || letters === 0) return;
    cell.fontColour ??= run?.colour;
    cell.runFill ??= run?.fill;
    if (run?.strike) cell.struck += letters;
    else cell.notStruck += letters;
  };
  const setHeading = (level: number, text: string): void => {
    while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
    headings.push({ level, text });
  };

  const endParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const cell = cellNow();
    if (cell !== undefined) {
      cell.paragraphs.push(paragraph);
      return;
    }
    const text = tidyText(paragraph.text);
    if (text === '') return;
    while ((headings.at(-1)?.level ?? -1) >= captionLevel) headings.pop();
    if (paragraph.level !== undefined) setHeading(paragraph.level, text);
    else if (paragraph.listItem || text.length > longestCaption) return;
    else if (paragraph.plain === 0) setHeading(boldLevel, text);
    else headings.push({ level: captionLevel, text });
  };

  const endTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    const name = `table ${sheets.length + 1}`;
    sheets.push(buildSheet({ name, kind: 'wordTable', hidden: false, ...layOut(table) }, budget));
  };

  parseStrictXml(xml, {
    onOpen: (element) => {
      const skipped = element.namespace === compatibilityNamespace && element.name === 'Fallback';
      if (skipping > 0 || skipped || (wordNamespaces.has(element.namespace) && element.name === 'moveFrom')) {
        skipping += 1;
        return;
      }
      if (!wordNamespaces.has(element.namespace)) return;
      openWordElement(element);
    },
    onText: (text) => {
      if (inText && skipping === 0) addText(text);
    },
    onClose: (element) => {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      if (!wordNamespaces.has(element.namespace)) return;
      if (element.name === 't') inText = false;
      else if (element.name === 'r') run = undefined;
      else if (element.name === 'p') endParagraph();
      else if (element.name === 'tbl') endTable();
    },
  });
  return sheets;

  function openWordElement(element: XmlElement): void {
    const cell = cellNow();
    const paragraph = paragraphs.at(-1);
    switch (element.name) {
      case 'tbl':
        tables.push({ rows: [], headings: headings.map(({ text }) => text) });
        break;
      case 'tr':
        tables.at(-1)?.rows.push({ cells: [], before: 0 });
        break;
      case 'gridBefore': {
        const row = tables.at(-1)?.rows.at(-1);
        if (row !== undefined) row.before = boundedCount(element);
        break;
      }
      case 'tc':
        tables.at(-1)?.rows.at(-1)?.cells.push(newCell());
        break;
      case 'gridSpan':
        if (cell !== undefined) cell.span = Math.max(1, boundedCount(element));
        break;
      case 'vMerge':
        if (cell !== undefined) cell.merge = element.attribute('val') === 'restart' ? 'restart' : 'continue';
        break;
      case 'shd':
        if (run !== undefined) run.fill ??= hexFill(element.attribute('fill'));
        else if (cell !== undefined && paragraph === undefined) cell.fill = hexFill(element.attribute('fill'));
        break;
      case 'p':
        paragraphs.push({ text: '', listItem: false, level: undefined, plain: 0, bold: 0 });
        break;
      case 'pStyle':
        if (paragraph !== undefined) {
          const style = element.attribute('val') ?? '';
          paragraph.level = levels.get(style);
          if (/^list/i.test(style)) paragraph.listItem = true;
        }
        break;
      case 'outlineLvl':
        if (paragraph !== undefined && Number(element.attribute('val')) < 9) {
          paragraph.level ??= Number(element.attribute('val')) + 1;
        }
        break;
      case 'numId':
        if (paragraph !== undefined && element.attribute('val') !== '0') paragraph.listItem = true;
        break;
      case 'r':
        run = { bold: false, strike: false, colour: undefined, fill: undefined };
        break;
      case 'b':
        if (run !== undefined) run.bold = !off(element);
        break;
      case 'strike':
      case 'dstrike':
        if (run !== undefined) run.strike = !off(element);
        break;
      case 'color':
        if (run !== undefined) run.colour = hexFill(element.attribute('val'));
        break;
      case 'highlight':
        if (run !== undefined) run.fill = highlightColour(element.attribute('val'));
        break;
      case 't':
        inText = true;
        break;
      case 'tab':
        if (run !== undefined) addText(' ');
        break;
      case 'br':
      case 'cr':
        addText('\n');
        break;
      case 'noBreakHyphen':
        addText('-');
        break;
      case 'sym':
        addText(symbolText(element.attribute('char')));
        break;
      default:
    }
  }
}

const boundedCount = (element: XmlElement): number => Math.min(63, Math.max(0, Number(element.attribute('val')) || 0));

const newCell = (): WordCell => ({
  paragraphs: [],
  span: 1,
  merge: undefined,
  fill: undefined,
  runFill: undefined,
  fontColour: undefined,
  struck: 0,
  notStruck: 0,
});

/** Puts the cells of a table on its grid, with spans and vertical merges as merges of a sheet. */
function layOut(table: WordTable): {
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  readonly merges: readonly Merge[];
  readonly headingsAbove: readonly string[];
} {
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const growing = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  const rows = table.rows.map((row, rowIndex) => {
    const cells: (SheetCell | undefined)[] = [];
    let column = row.before;
    for (const cell of row.cells) {
      const right = column + cell.span - 1;
      const above = growing.get(column);
      if (cell.merge === 'continue' && above !== undefined && above.bottom === rowIndex - 1) {
        above.bottom = rowIndex;
      } else {
        const made = toSheetCell(cell);
        if (made !== undefined) cells[column] = made;
        const merge = { top: rowIndex, left: column, bottom: rowIndex, right };
        if (cell.merge === 'restart') growing.set(column, merge);
        if (cell.merge === 'restart' || cell.span > 1) merges.push(merge);
      }
      column = right + 1;
    }
    return cells;
  });
  return { rows, merges, headingsAbove: table.headings };
}

function toSheetCell(cell: WordCell): SheetCell | undefined {
  const lines = cell.paragraphs
    .map(({ text, listItem }) => ({ text: tidyText(text), listItem }))
    .filter(({ text }) => text !== '');
  const text = lines.map((line) => line.text).join('\n');
  const fill = cell.fill ?? cell.runFill;
  if (text === '' && fill === undefined) return undefined;
  const listItems = lines.filter(({ listItem }) => listItem).map((line) => line.text);
  return {
    value: text,
    text,
    ...(fill === undefined ? {} : { fill }),
    ...(cell.fontColour === undefined ? {} : { fontColour: cell.fontColour }),
    ...(cell.struck > 0 && cell.notStruck === 0 ? { strike: true as const } : {}),
    ...(listItems.length === 0 ? {} : { listItems }),
  };
}
