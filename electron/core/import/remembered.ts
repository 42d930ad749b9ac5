import type { z } from 'zod';
import { importLimits } from '#shared/limits.ts';
import type { Remembered } from '#shared/model/importPreview.ts';
import { dayInWords } from '../cycle/rules.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import type { Sheet } from './sheet.ts';
import { type Grid, makeGrid } from './understand/grid.ts';
import { columnOfFirstHeading, headerKeyOf } from './understand/headerKey.ts';

/**
 * How tables were corrected is kept by their headings and used for the next file that has them: what is common to plans
 * and to survey comments. Columns count from the first that has a heading; what else is remembered, each import says.
 */

/** How an earlier file was corrected, for every table that has the same headings. */
export interface RememberedAs<Content> extends Remembered {
  readonly headerKey: string;
  readonly content: Content;
}

interface ColumnReading<Role> {
  readonly headerChosen: boolean;
  readonly columns: readonly { readonly offset: number; readonly role: Role }[];
}

interface TableRead<Role> {
  readonly key: string;
  readonly sheetIndex: number;
  readonly headerRow: number | null;
  readonly headerKey: string;
  readonly columns: readonly {
    readonly column: number;
    readonly header: string;
    readonly role: Role;
    readonly why: string;
  }[];
  readonly remembered: Remembered | null;
}

interface TableCorrections<Role> {
  readonly columns?: readonly { readonly table: string; readonly column: number; readonly role: Role }[] | undefined;
  readonly headerRows?: readonly { readonly sheetIndex: number; readonly row: number | null }[] | undefined;
  readonly remembered?: boolean | undefined;
}

/** What is remembered in the workspace, the newest where there is more than a file can be held against. */
export const remembered = <Content>(
  rows: TableAccess,
  table: 'mapping' | 'commentMapping',
  schema: z.ZodType<Content>,
): readonly RememberedAs<Content>[] =>
  rows
    .all(table, {}, ['editedAt'])
    .slice(-importLimits.rememberedReadings)
    .flatMap(({ id, headerKey, editedAt, content }) => {
      // The file may have been written by another release: what cannot be read is as if it were forgotten.
      const read = schema.safeParse(content);
      return read.success ? [{ mappingId: id, headerKey, editedAt, content: read.data }] : [];
    });

interface Remembering<Corrections, Found, Content> {
  readonly sheets: readonly Sheet[];
  readonly corrections: Corrections;
  readonly remembered: readonly RememberedAs<Content>[];
  readonly read: (corrections: Corrections) => Found;
  /** The texts that a row would have as headings. */
  readonly headings: (grid: Grid, row: number) => readonly string[];
  /** The corrections with what is remembered beside columns, for the tables that are known by their key. */
  readonly withOthers: (
    corrections: Corrections,
    found: Found,
    known: ReadonlyMap<string, RememberedAs<Content>>,
  ) => Corrections;
}

/**
 * Reads a file as its like was corrected before. What the person corrects now comes before what is remembered, and what
 * is remembered before what is guessed; `corrections.remembered: false` guesses afresh.
 */
export function readAsRemembered<
  Role extends string,
  Table extends TableRead<Role>,
  Corrections extends TableCorrections<Role>,
  Found extends { readonly tables: readonly Table[] },
  Content extends ColumnReading<Role>,
>(given: Remembering<Corrections, Found, Content>): Found {
  const { corrections, read } = given;
  const guess = read(corrections);
  if (given.remembered.length === 0 || corrections.remembered === false) return guess;
  const headerRows = rememberedHeaderRows(given, guess.tables);
  const withRows: Corrections =
    headerRows.length === 0
      ? corrections
      : { ...corrections, headerRows: [...(corrections.headerRows ?? []), ...headerRows] };
  const placed = headerRows.length === 0 ? guess : read(withRows);
  const byKey = new Map(given.remembered.map((reading) => [reading.headerKey, reading]));
  const known = new Map<string, RememberedAs<Content>>();
  for (const table of placed.tables) {
    const reading = table.headerRow === null ? undefined : byKey.get(table.headerKey);
    if (reading !== undefined) known.set(table.key, reading);
  }
  if (known.size === 0) return guess;
  const columns = withRememberedColumns(corrections.columns ?? [], placed.tables, known);
  const found = read({ ...given.withOthers(withRows, placed, known), columns });
  const chosenNow = new Set((corrections.columns ?? []).map(({ table, column }) => `${table} ${column}`));
  return {
    ...found,
    tables: found.tables.map((table) => {
      const reading = known.get(table.key);
      return reading === undefined ? table : asRemembered(table, reading, chosenNow);
    }),
  };
}

/** Rows of headings that a person had to point at, found again by their words. */
function rememberedHeaderRows<
  Role,
  Corrections extends TableCorrections<Role>,
  Found,
  Content extends ColumnReading<Role>,
>(
  { sheets, remembered: readings, corrections, headings }: Remembering<Corrections, Found, Content>,
  tables: readonly TableRead<Role>[],
): readonly { readonly sheetIndex: number; readonly row: number }[] {
  const keys = new Set(readings.filter(({ content }) => content.headerChosen).map(({ headerKey }) => headerKey));
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
      if (keys.has(headerKeyOf(headings(grid, row)))) return [{ sheetIndex, row: row + 1 }];
    return [];
  });
}

function withRememberedColumns<Role>(
  own: NonNullable<TableCorrections<Role>['columns']>,
  tables: readonly TableRead<Role>[],
  known: ReadonlyMap<string, RememberedAs<ColumnReading<Role>>>,
): NonNullable<TableCorrections<Role>['columns']> {
  const columns = [...own];
  for (const table of tables) {
    const first = columnOfFirstHeading(table.columns);
    for (const { offset, role } of known.get(table.key)?.content.columns ?? []) {
      const column = table.columns.find((one) => one.column === first + offset)?.column;
      if (column === undefined || own.some((one) => one.table === table.key && one.column === column)) continue;
      columns.push({ table: table.key, column, role });
    }
  }
  return columns;
}

function asRemembered<Role, Table extends TableRead<Role>>(
  table: Table,
  { mappingId, editedAt, content }: RememberedAs<ColumnReading<Role>>,
  chosenNow: ReadonlySet<string>,
): Table {
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

/** What is remembered of some headings, as it stands or as it is to be. */
interface Kept<Content> {
  readonly id: string;
  readonly content: Content;
}

/**
 * What is to be remembered anew, by headings: of the tables that were taken and have any, as `correctedReading` says of
 * those with the same, or null where nothing was corrected. What was remembered before (`knownOf`) is given to it where
 * the preview was read by that. `known` is null for headings of which nothing is remembered yet.
 */
export function newReadings<Table extends TableRead<string>, Content>(
  tables: readonly Table[],
  knownOf: (headerKey: string) => Kept<Content> | undefined,
  correctedReading: (tables: readonly Table[], before: Content | undefined) => Content | null,
): readonly { readonly headerKey: string; readonly known: string | null; readonly content: Content }[] {
  // Those without headings cannot be known again.
  const headed = tables.filter(({ headerKey, headerRow }) => headerKey !== '' && headerRow !== null);
  return [...Map.groupBy(headed, ({ headerKey }) => headerKey)].flatMap(([headerKey, same]) => {
    const known = knownOf(headerKey);
    const isReadByIt = same.some((table) => table.remembered !== null && table.remembered.mappingId === known?.id);
    const content = correctedReading(same, isReadByIt ? known?.content : undefined);
    if (content === null || (known && JSON.stringify(known.content) === JSON.stringify(content))) return [];
    return [{ headerKey, known: known?.id ?? null, content }];
  });
}

/** What a person said now of the headings and columns of tables with the same headings, on top of what was remembered. */
export function correctedColumns<Role>(
  tables: readonly TableRead<Role>[],
  corrections: TableCorrections<Role>,
  before: ColumnReading<Role>,
): ColumnReading<Role> & { readonly isCorrected: boolean } {
  const columns = new Map(before.columns.map(({ offset, role }) => [offset, role]));
  let isCorrected = false;
  let { headerChosen } = before;
  for (const table of tables) {
    const first = columnOfFirstHeading(table.columns);
    for (const { column, role } of (corrections.columns ?? []).filter((one) => one.table === table.key)) {
      if (!table.columns.some((one) => one.column === column)) continue;
      isCorrected = true;
      // Sheets with the same headings of which only one was corrected in this way contradict each other.
      if (tables.every((other) => roleAt(other, column - first) === role)) columns.set(column - first, role);
      else columns.delete(column - first);
    }
    if (corrections.headerRows?.some(({ sheetIndex, row }) => sheetIndex === table.sheetIndex && row !== null)) {
      isCorrected = true;
      headerChosen = true;
    }
  }
  return {
    isCorrected,
    headerChosen,
    columns: [...columns]
      .map(([offset, role]) => ({ offset, role }))
      .toSorted((one, other) => one.offset - other.offset),
  };
}

const roleAt = <Role>({ columns }: TableRead<Role>, offset: number): Role | undefined =>
  columns.find(({ column }) => column === columnOfFirstHeading(columns) + offset)?.role;
