import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { importLimits } from '#shared/limits.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { resolveColour } from './colours.ts';
import { noteText, shownDate, tidyText } from './shownText.ts';

/**
 * xls, xlsb, html saved as .xls, Excel's XML of 2003, and whatever the first reader refuses, by SheetJS.
 * It gives fills but no font colours. Throws whatever SheetJS throws.
 */
export function readWithSheetJs(bytes: Uint8Array | string, fileName: string): readonly Sheet[] {
  // As a buffer: of a bare stream the library would otherwise make a list of numbers, eight times its size.
  const source = typeof bytes === 'string' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const workbook = read(source, {
    type: typeof bytes === 'string' ? 'string' : 'buffer',
    dense: true,
    cellStyles: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
  });
  const budget = newBudget(fileName);
  return workbook.SheetNames.flatMap((name, index) => {
    const worksheet = workbook.Sheets[name];
    if (worksheet === undefined) return [];
    return [buildSheet(convert(name, worksheet, workbook, index), budget)];
  });
}

function convert(
  name: string,
  worksheet: WorkSheet,
  workbook: WorkBook,
  index: number,
): Parameters<typeof buildSheet>[0] {
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const data = (worksheet['!data'] ?? []) as readonly ((CellObject | undefined)[] | undefined)[];
  const rows: (SheetCell | undefined)[][] = [];
  // By the places that are used: a damaged file may claim a cell in row 99,999,999 with nothing before it.
  for (const row of usedPlaces(data, lastRow)) {
    const cells = data[row] ?? [];
    const converted: (SheetCell | undefined)[] = [];
    for (const column of usedPlaces(cells, importLimits.columns - 1)) {
      const cell = cells[column];
      const made = cell === undefined ? undefined : convertCell(cell, from1904);
      if (made !== undefined) converted[column] = made;
    }
    if (converted.length === 0) continue;
    while (rows.length < row) rows.push([]);
    rows[row] = converted;
  }

  const hiddenRows = new Set<number>();
  worksheet['!rows']?.forEach((definition, row) => {
    if (definition?.hidden) hiddenRows.add(row);
  });
  const hiddenColumns = new Set<number>();
  worksheet['!cols']?.forEach((definition, column) => {
    if (definition?.hidden) hiddenColumns.add(column);
  });
  return {
    name,
    kind: 'worksheet',
    hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows,
    merges: (worksheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows,
    hiddenColumns,
  };
}

/** Excel has no row beyond this. */
const lastRow = 1_048_575;

const usedPlaces = (sparse: readonly unknown[], last: number): readonly number[] =>
  Object.keys(sparse)
    .map(Number)
    .filter((place) => place <= last);

type SheetJsStyle = {
  readonly patternType?: string;
  readonly fgColor?: { readonly rgb?: string; readonly theme?: number };
};

function convertCell(cell: CellObject, from1904: boolean): SheetCell | undefined {
  const style = cell.s as SheetJsStyle | undefined;
  const coloured = style?.patternType !== undefined && style.patternType !== 'none';
  const fill = coloured
    ? resolveColour(style?.fgColor?.rgb === undefined ? undefined : { rgb: style.fgColor.rgb })
    : undefined;
  const note = noteText((cell.c ?? []).map((comment) => comment.t ?? '').join('\n'));
  const hyperlink = cell.l?.Target;
  const numberFormat = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  const parts = {
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(fill === undefined ? {} : { fill }),
    ...(note === '' ? {} : { note }),
    ...(hyperlink ? { hyperlink } : {}),
  };
  const { v: value } = cell;
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    return { value: day, isDate: true, text: shownDate(day, numberFormat, cell.w ?? ''), ...parts };
  }
  if (cell.t === 'n' && typeof value === 'number') {
    const day = numberFormat !== undefined && SSF.is_date(numberFormat) ? dayOfSerial(value, from1904) : undefined;
    if (day !== undefined)
      return { value: day, isDate: true, text: shownDate(day, numberFormat, cell.w ?? ''), ...parts };
    return { value, text: tidyText(cell.w ?? String(value)), ...parts };
  }
  if (cell.t === 'b') return { value: value === true, text: value === true ? 'TRUE' : 'FALSE', ...parts };
  const text = cell.t === 'e' ? tidyText(cell.w ?? '') : tidyText(String(value ?? ''));
  if (text === '' && fill === undefined && note === '') return undefined;
  return { value: text, text, ...parts };
}

function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const parsed = SSF.parse_date_code(serial, { date1904: from1904 }) as { y: number; m: number; d: number } | null;
  // Below 1 is a time of day, not a date.
  if (parsed === null || serial < 1 || parsed.y > 9999) return undefined;
  return `${String(parsed.y).padStart(4, '0')}-${String(parsed.m).padStart(2, '0')}-${String(parsed.d).padStart(2, '0')}`;
}
