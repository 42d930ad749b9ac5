import { importLimits } from '#shared/limits.ts';
import type { CommentCorrections, CommentReading, CommentTable } from '#shared/model/commentPreview.ts';
import type { Remembered } from '#shared/model/importPreview.ts';
import { dayInWords } from '../../cycle/rules.ts';
import type { Sheet } from '../sheet.ts';
import { makeGrid } from '../understand/grid.ts';
import { columnOfFirstHeading, headerKeyOf } from '../understand/headerKey.ts';
import { headingsOf } from './commentTables.ts';
import { type CommentUnderstanding, understandComments } from './understandComments.ts';

/** How an earlier file of comments was corrected, for every table that has the same headings. */
export interface RememberedComments extends Remembered {
  readonly headerKey: string;
  readonly content: CommentReading;
}

/**
 * Understands a file of comments as its like was corrected before. What the person corrects now comes before what is
 * remembered, and what is remembered before what is guessed; `corrections.remembered: false` guesses afresh.
 */
export function commentsAsRemembered(
  sheets: readonly Sheet[],
  corrections: CommentCorrections,
  remembered: readonly RememberedComments[] = [],
): CommentUnderstanding {
  const guess = understandComments(sheets, corrections);
  if (remembered.length === 0 || corrections.remembered === false) return guess;
  const headerRows = rememberedHeaderRows(sheets, guess, remembered, corrections);
  const withRows: CommentCorrections =
    headerRows.length === 0
      ? corrections
      : { ...corrections, headerRows: [...(corrections.headerRows ?? []), ...headerRows] };
  const placed = headerRows.length === 0 ? guess : understandComments(sheets, withRows);
  const byKey = new Map(remembered.map((reading) => [reading.headerKey, reading]));
  const known = new Map<string, RememberedComments>();
  for (const table of placed.tables) {
    const reading = table.headerRow === null ? undefined : byKey.get(table.headerKey);
    if (reading !== undefined) known.set(table.key, reading);
  }
  if (known.size === 0) return guess;
  const read = understandComments(sheets, mergeCorrections(withRows, placed.tables, known));
  const chosenNow = new Set((corrections.columns ?? []).map(({ table, column }) => `${table} ${column}`));
  return {
    ...read,
    tables: read.tables.map((table) => {
      const reading = known.get(table.key);
      return reading === undefined ? table : asRemembered(table, reading, chosenNow);
    }),
  };
}

/** Rows of headings that a person had to point at, found again by their words. */
function rememberedHeaderRows(
  sheets: readonly Sheet[],
  { tables }: CommentUnderstanding,
  remembered: readonly RememberedComments[],
  corrections: CommentCorrections,
): readonly { readonly sheetIndex: number; readonly row: number }[] {
  const keys = new Set(remembered.filter(({ content }) => content.headerChosen).map(({ headerKey }) => headerKey));
  if (keys.size === 0) return [];
  const settled = new Set([
    ...(corrections.headerRows ?? []).map(({ sheetIndex }) => sheetIndex),
    ...tables.filter(({ headerKey }) => keys.has(headerKey)).map(({ sheetIndex }) => sheetIndex),
  ]);
  return sheets.flatMap((sheet, sheetIndex) => {
    if (settled.has(sheetIndex)) return [];
    const grid = makeGrid(sheet, sheetIndex);
    const last = Math.min(grid.rowCount, importLimits.rememberedHeaderRows);
    for (let row = 0; row < last; row += 1)
      if (keys.has(headerKeyOf(headingsOf(grid, row)))) return [{ sheetIndex, row: row + 1 }];
    return [];
  });
}

function mergeCorrections(
  corrections: CommentCorrections,
  tables: readonly CommentTable[],
  known: ReadonlyMap<string, RememberedComments>,
): CommentCorrections {
  const own = corrections.columns ?? [];
  const columns = [...own];
  const themes: Record<string, CommentReading['themes'][string]> = {};
  for (const table of tables) {
    const reading = known.get(table.key);
    if (reading === undefined) continue;
    const first = columnOfFirstHeading(table.columns);
    for (const { offset, role } of reading.content.columns) {
      const column = table.columns.find((one) => one.column === first + offset)?.column;
      if (column === undefined || own.some((one) => one.table === table.key && one.column === column)) continue;
      columns.push({ table: table.key, column, role });
    }
    Object.assign(themes, reading.content.themes);
  }
  return { ...corrections, columns, themes: { ...themes, ...corrections.themes } };
}

function asRemembered(
  table: CommentTable,
  { mappingId, editedAt, content }: RememberedComments,
  chosenNow: ReadonlySet<string>,
): CommentTable {
  const first = columnOfFirstHeading(table.columns);
  const offsets = new Set(content.columns.map(({ offset }) => offset));
  const why = `As you set it on ${dayInWords(editedAt.slice(0, 10))}.`;
  return {
    ...table,
    columns: table.columns.map((column) =>
      offsets.has(column.column - first) && !chosenNow.has(`${table.key} ${column.column}`)
        ? { ...column, why }
        : column,
    ),
    remembered: { mappingId, editedAt },
  };
}
