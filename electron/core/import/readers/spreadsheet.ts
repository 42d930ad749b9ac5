import type { Sheet, SheetCell } from '../sheet.ts';
import type { SheetParts } from './buildSheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { applyConditionalFormats } from './conditionalFormat.ts';
import { openPackage, type PackageParts, type Relation } from './packageParts.ts';
import { collectText, type StringItem } from './richText.ts';
import { type Attributes, attributeOf, isTrue, scanXml } from './scanXml.ts';
import { readStyles, readThemeColours, type WorkbookStyles } from './workbookStyles.ts';
import { readWorksheet, type WorkbookContext, type WorksheetLink } from './worksheetCells.ts';
import { readNotes } from './worksheetNotes.ts';

/**
 * xlsx, xlsm and their templates, with all that a cell carries (see `sheet.ts`).
 * Throws `ImportError` for a part that cannot be expanded or is beyond the limits, and any error for damaged contents;
 * the caller then tries the other reader.
 */
export function readWorkbook(zip: Uint8Array, fileName: string): readonly Sheet[] {
  const parts = openPackage(zip, fileName);
  const main = parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = parts.relations(main);
  const { listed, from1904 } = readSheetList(needed(parts, main));
  const related = (type: string, usual: string): Uint8Array | undefined =>
    parts.bytes(relations.find((relation) => relation.type === type)?.target ?? usual);

  const theme = related('theme', 'xl/theme/theme1.xml');
  const styles = readStyles(related('styles', 'xl/styles.xml'), theme && readThemeColours(theme));
  const strings = readSharedStrings(related('sharedStrings', 'xl/sharedStrings.xml'), styles);
  const context: WorkbookContext = { strings, styles, from1904 };

  const budget = newBudget(fileName);
  return listed.flatMap((sheet) => {
    const relation = relations.find(({ id }) => id === attributeOf(sheet, 'id'));
    // Charts and dialogues have sheets of their own, which hold no cells.
    if (relation === undefined || relation.type !== 'worksheet') return [];
    return [buildSheet(readSheet(parts, relation.target, sheet, context), budget)];
  });
}

function needed(parts: PackageParts, path: string): Uint8Array {
  const xml = parts.bytes(path);
  if (xml === undefined) throw new Error(`The part ${path} is missing.`);
  return xml;
}

function readSheetList(xml: Uint8Array): { readonly listed: readonly Attributes[]; readonly from1904: boolean } {
  const listed: Attributes[] = [];
  let from1904 = false;
  scanXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'sheet') listed.push(attributes);
      else if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
    },
  });
  return { listed, from1904 };
}

function readSharedStrings(xml: Uint8Array | undefined, styles: WorkbookStyles): readonly StringItem[] {
  const strings: StringItem[] = [];
  if (xml === undefined) return strings;
  const collector = collectText(styles.palette);
  scanXml(xml, {
    onOpen: collector.onOpen,
    onText: collector.onText,
    onClose: (name) => {
      if (name === 'si') strings.push(collector.finish());
      else collector.onClose(name);
    },
  });
  return strings;
}

function readSheet(parts: PackageParts, path: string, sheet: Attributes, context: WorkbookContext): SheetParts {
  const { rows, merges, hiddenRows, hiddenColumns, links, rules } = readWorksheet(needed(parts, path), context);
  const relations = parts.relations(path);
  addLinks(rows, links, relations);
  for (const { row, column, text } of readNotes(parts, relations)) addToCell(rows, row, column, { note: text });
  applyConditionalFormats(rows, rules, context.from1904);
  return {
    name: sheet.name ?? '',
    kind: 'worksheet',
    hidden: sheet.state === 'hidden' || sheet.state === 'veryHidden',
    rows,
    merges,
    hiddenRows,
    hiddenColumns,
  };
}

type Rows = (SheetCell | undefined)[][];

function addToCell(rows: Rows, row: number, column: number, extra: Partial<SheetCell>): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row];
  if (cells !== undefined) cells[column] = { ...(cells[column] ?? { value: '', text: '' }), ...extra };
}

function addLinks(rows: Rows, links: readonly WorksheetLink[], relations: readonly Relation[]): void {
  for (const { areas, relation, location } of links) {
    const target = relations.find(({ id }) => id === relation)?.target ?? '';
    const hyperlink = location === undefined ? target : `${target}#${location}`;
    if (hyperlink === '') continue;
    for (const area of areas) {
      for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row += 1) {
        // A link over whole columns is one on each cell of them that holds something.
        rows[row]?.forEach((cell, column) => {
          if (cell !== undefined && cell.text !== '' && column >= area.left && column <= area.right)
            addToCell(rows, row, column, { hyperlink });
        });
      }
    }
  }
}
