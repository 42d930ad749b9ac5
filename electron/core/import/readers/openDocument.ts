import { formatValue } from 'hucre';
import { readOds } from 'hucre/ods';
import type { Cell, CellStyle, Sheet as HucreSheet, Workbook } from 'hucre/xlsx';
import type { Sheet, SheetCell } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { resolveColour } from './colours.ts';
import { readConditionalFills } from './conditionalFill.ts';
import { noteText, shownDate, tidyText } from './shownText.ts';

/**
 * xlsx, xlsm and ods by hucre, with fills, notes, hidden rows and simple conditional formats.
 * Throws whatever hucre throws; the caller then tries the other reader.
 */
export async function readOpenDocument(bytes: Uint8Array, fileName: string): Promise<readonly Sheet[]> {
  const workbook = await readOds(bytes, { readStyles: true });
  const budget = newBudget(fileName);
  return workbook.sheets.map((sheet) => buildSheet(convert(sheet, workbook), budget));
}

function convert(sheet: HucreSheet, workbook: Workbook): Parameters<typeof buildSheet>[0] {
  const styles = new Map<CellStyle, StyleParts>();
  const styleOf = (cell: Cell | undefined): StyleParts => {
    if (cell?.style === undefined) return {};
    const known = styles.get(cell.style);
    if (known !== undefined) return known;
    const parts = readStyle(cell.style, workbook.themeColors);
    styles.set(cell.style, parts);
    return parts;
  };
  const rows: (SheetCell | undefined)[][] = sheet.rows.map(() => []);
  sheet.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      const cell = sheet.cells?.get(`${row},${column}`);
      const converted = convertCell(value, cell, styleOf(cell));
      if (converted !== undefined) (rows[row] as (SheetCell | undefined)[])[column] = converted;
    });
  });
  applyConditionalFills(sheet, rows, workbook.themeColors);

  const hiddenRows = new Set<number>();
  for (const [row, definition] of sheet.rowDefs ?? []) if (definition.hidden) hiddenRows.add(row);
  const hiddenColumns = new Set<number>();
  sheet.columns?.forEach((column, index) => {
    if (column?.hidden) hiddenColumns.add(index);
  });
  return {
    name: sheet.name,
    kind: 'worksheet',
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: (sheet.merges ?? []).map((m) => ({ top: m.startRow, left: m.startCol, bottom: m.endRow, right: m.endCol })),
    hiddenRows,
    hiddenColumns,
  };
}

type StyleParts = Pick<SheetCell, 'numberFormat' | 'fill' | 'fontColour' | 'strike'>;

function readStyle(style: CellStyle, themeColours: readonly string[] | undefined): StyleParts {
  const fill = readFill(style, themeColours);
  const fontColour = resolveColour(style.font?.color, { theme: themeColours });
  return {
    ...(style.numFmt !== undefined && style.numFmt !== 'General' ? { numberFormat: style.numFmt } : {}),
    ...(fill === undefined ? {} : { fill }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(style.font?.strikethrough ? { strike: true as const } : {}),
  };
}

function readFill(style: CellStyle, themeColours: readonly string[] | undefined): string | undefined {
  const { fill } = style;
  if (fill === undefined) return undefined;
  // A gradient is taken by its last colour: Excel's own gradients run from white into the colour that is meant.
  if (fill.type === 'gradient') return resolveColour(fill.stops.at(-1)?.color, { theme: themeColours });
  if (fill.pattern === 'none') return undefined;
  return resolveColour(fill.fgColor ?? fill.bgColor, { theme: themeColours });
}

function convertCell(
  value: string | number | boolean | Date | null,
  cell: Cell | undefined,
  style: StyleParts,
): SheetCell | undefined {
  const note = cell?.comment === undefined ? undefined : noteText(cell.comment.text);
  const hyperlink = cell?.hyperlink?.target;
  const extras = { ...(note ? { note } : {}), ...(hyperlink ? { hyperlink } : {}) };
  const actual = value ?? cell?.formulaResult ?? null;
  if (actual === null || actual === '') {
    if (style.fill === undefined && note === undefined) return undefined;
    return { value: '', text: '', ...style, ...extras };
  }
  if (actual instanceof Date) {
    if (Number.isNaN(actual.getTime())) return { value: '', text: '', ...style, ...extras };
    const day = actual.toISOString().slice(0, 10);
    const formatted = style.numberFormat === undefined ? '' : formatValue(actual, style.numberFormat);
    return { value: day, isDate: true, text: shownDate(day, style.numberFormat, formatted), ...style, ...extras };
  }
  if (typeof actual === 'number') {
    const text = style.numberFormat === undefined ? String(actual) : formatValue(actual, style.numberFormat);
    return { value: actual, text: tidyText(text), ...style, ...extras };
  }
  if (typeof actual === 'boolean') return { value: actual, text: actual ? 'TRUE' : 'FALSE', ...style, ...extras };
  const text = tidyText(actual);
  return { value: text, text, ...style, ...extras };
}

function applyConditionalFills(
  sheet: HucreSheet,
  rows: (SheetCell | undefined)[][],
  themeColours: readonly string[] | undefined,
): void {
  if (sheet.conditionalRules === undefined || sheet.conditionalRules.length === 0) return;
  const ruleAt = readConditionalFills(sheet.conditionalRules, (row, column) => rows[row]?.[column]?.text ?? '');
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const fillStyle = cell === undefined ? undefined : ruleAt(row, column)?.style?.fill;
      if (cell === undefined || fillStyle === undefined || fillStyle.type !== 'pattern') return;
      // In the format of a rule the colour that is seen is the background, unlike in that of a cell.
      const fill = resolveColour(fillStyle.bgColor ?? fillStyle.fgColor, { theme: themeColours });
      if (fill !== undefined) cells[column] = { ...cell, fill };
    });
  });
}
