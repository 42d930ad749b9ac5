import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import { buildSheet, newBudget, type SheetParts } from './buildSheet.ts';
import { resolveColour } from './colours.ts';
import { applyConditionalFormats } from './conditionalFormat.ts';
import { oldTextDecoder } from './oldEncoding.ts';
import { type OldSheet, type OldStyle, placeOfKey, readOldWorkbook, styleKey } from './oldWorkbook.ts';
import { safeRecords } from './safeRecords.ts';
import { noteText, shownDate, shownNumber, tidyText, withoutAuthor } from './shownText.ts';
import { lastRow } from './sparseRows.ts';

/**
 * xls by SheetJS, and what that does not tell (fonts, conditional formats) by `readOldWorkbook`. Throws whatever
 * SheetJS throws.
 * @param bytes the stream of the workbook, without its container.
 */
export function readWithSheetJs(bytes: Uint8Array, fileName: string): readonly Sheet[] {
  const old = readOldWorkbook(bytes);
  const decode = oldTextDecoder(bytes);
  const workbook = read(safeBytes(bytes), {
    type: 'buffer',
    dense: true,
    cellStyles: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
  });
  const budget = newBudget(fileName);
  return workbook.SheetNames.flatMap((name, index) => {
    // Charts have sheets of their own; the library takes the numbers that they are drawn from for cells.
    if (old[index]?.isChart === true) return [];
    const worksheet = workbook.Sheets[name];
    // The library leaves out a sheet that it stumbles over, and says nothing.
    if (worksheet === undefined) throw new ImportError('file-damaged', { fileName, place: `sheet “${name}”` });
    return [buildSheet(convert(name, worksheet, workbook, old[index], decode), budget)];
  });
}

/**
 * As a buffer: given plain bytes, the library makes a list of numbers of them, eight times as large, and follows a
 * damaged length to its end, which takes gigabytes.
 */
const safeBytes = (bytes: Uint8Array): Buffer =>
  isZip(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : safeRecords(bytes);

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function convert(
  name: string,
  worksheet: WorkSheet,
  workbook: WorkBook,
  old: OldSheet | undefined,
  decode: (text: string) => string,
): SheetParts {
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const data = (worksheet['!data'] ?? []) as readonly ((CellObject | undefined)[] | undefined)[];
  const rows: (SheetCell | undefined)[][] = [];
  // By the places that are used: a damaged file may claim a cell in row 99,999,999 with nothing before it.
  for (const row of usedPlaces(data, lastRow)) {
    const cells = data[row] ?? [];
    const converted: (SheetCell | undefined)[] = [];
    for (const column of usedPlaces(cells, importLimits.columns - 1)) {
      const cell = cells[column];
      const made =
        cell === undefined
          ? undefined
          : convertCell(decoded(cell, decode), from1904, old && (old.styles.get(styleKey(row, column)) ?? {}));
      if (made !== undefined) converted[column] = made;
    }
    if (converted.length === 0) continue;
    while (rows.length < row) rows.push([]);
    rows[row] = converted;
  }
  if (old !== undefined) {
    addEmptyCells(rows, old);
    applyConditionalFormats(rows, old.rules, from1904);
  }

  // A damaged file may name a row or column far beyond the last.
  const [rowInfo, columnInfo] = [worksheet['!rows'] ?? [], worksheet['!cols'] ?? []];
  const hiddenRows = usedPlaces(rowInfo, lastRow).filter((row) => rowInfo[row]?.hidden || rowInfo[row]?.hpt === 0);
  const hiddenColumns = usedPlaces(columnInfo, importLimits.columns).filter(
    (column) => columnInfo[column]?.hidden || columnInfo[column]?.width === 0,
  );
  return {
    name: decode(name),
    kind: 'worksheet',
    hidden: (workbook.Workbook?.Sheets?.find((sheet) => sheet.name === name)?.Hidden ?? 0) !== 0,
    rows,
    merges: (worksheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: new Set(hiddenRows),
    hiddenColumns: new Set(hiddenColumns),
  };
}

/** Empty cells that SheetJS passes over; in a row with other cells their fill may be a rating. */
function addEmptyCells(rows: (SheetCell | undefined)[][], old: OldSheet): void {
  for (const [key, style] of old.styles) {
    const { row, column } = placeOfKey(key);
    const cells = rows[row];
    if (style.fill === undefined || cells === undefined || cells.length === 0 || column >= importLimits.columns)
      continue;
    cells[column] ??= { value: '', text: '', ...style };
  }
}

const usedPlaces = (sparse: readonly unknown[], last: number): readonly number[] =>
  Object.keys(sparse)
    .map(Number)
    .filter((place) => place <= last);

type SheetJsStyle = { readonly patternType?: string; readonly fgColor?: { readonly rgb?: string } };

/** @param old what the stream itself says of the cell; without it, SheetJS is believed. */
function fillOf(style: SheetJsStyle | undefined, old: OldStyle | undefined): string | undefined {
  if (old !== undefined && old.fill === undefined) return undefined;
  const coloured = style?.patternType !== undefined && style.patternType !== 'none';
  // SheetJS knows colours that are no longer of the palette.
  return (coloured ? resolveColour({ rgb: style?.fgColor?.rgb }) : undefined) ?? old?.fill;
}

function decoded(cell: CellObject, decode: (text: string) => string): CellObject {
  const { v: value, w: shown, c: notes } = cell;
  if (typeof value === 'string') cell.v = decode(value);
  if (shown !== undefined) cell.w = decode(shown);
  for (const note of notes ?? []) {
    note.t = decode(note.t);
    if (note.a !== undefined) note.a = decode(note.a);
  }
  return cell;
}

function convertCell(cell: CellObject, from1904: boolean, old: OldStyle | undefined): SheetCell | undefined {
  const fill = fillOf(cell.s as SheetJsStyle | undefined, old);
  const note = tidyText((cell.c ?? []).map(({ t = '', a }) => noteText(withoutAuthor(t, a))).join('\n'));
  const hyperlink = cell.l?.Target;
  const numberFormat = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  const parts = {
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...old,
    ...(fill === undefined ? {} : { fill }),
    ...(note === '' ? {} : { note }),
    ...(hyperlink ? { hyperlink } : {}),
  };
  const { v: value } = cell;
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    return { value: day, isDate: true, text: shownDate(day, numberFormat, cell.w ?? ''), ...parts };
  }
  if (cell.t === 'n' && typeof value === 'number') return { ...shownNumber(value, numberFormat, from1904), ...parts };
  if (cell.t === 'b') return { value: value === true, text: value === true ? 'TRUE' : 'FALSE', ...parts };
  const text = cell.t === 'e' ? tidyText(cell.w ?? '') : tidyText(String(value ?? ''));
  if (text === '' && fill === undefined && note === '') return undefined;
  return { value: text, text, ...parts };
}
