import { type PlanColumn, planColumns, planHeadings, sheetNames } from '#core/export/workbook/layout.ts';
import type { ColumnRole, PreviewAction, PreviewProblem, PreviewTable } from '#shared/model/importPreview.ts';
import { columnLetter, type Sheet } from '../sheet.ts';
import { type Grid, makeGrid } from './grid.ts';
import { headerKeyOf } from './headerKey.ts';
import { type LongTexts, readLongTexts } from './ourLongTexts.ts';
import { type OurRows, readOurRows } from './ourRows.ts';
import { type OurThemeWords, readOurThemeWords } from './ourThemeWords.ts';
import type { ReadOptions } from './readTable.ts';
import { findTables } from './tables.ts';
import type { Understanding } from './understand.ts';

/** A plan sheet of a workbook that the planner wrote, whatever was edited in it since. */
export type OurSheet = {
  readonly grid: Grid;
  readonly key: string;
  readonly headerRow: number;
  readonly columns: readonly OurColumn[];
};
export type OurColumn = { readonly column: number; readonly header: string; readonly role: OurRole };
/** A further column is kept as a note, as in any file. */
export type OurRole = PlanColumn | 'ignore';

/** What the whole workbook says for every one of its plan sheets. */
export type OurWorkbook = {
  readonly themeWords: OurThemeWords;
  readonly longTexts: LongTexts;
  readonly options: ReadOptions;
};

/**
 * Reads a workbook of our own by its headings and its hidden id column, with nothing guessed and no colour read.
 * Undefined for any other file, and where a person corrects more than the roles of its columns, its words or which of
 * its sheets are taken: then it is read like any other file.
 */
export function readOurWorkbook(sheets: readonly Sheet[], options: ReadOptions = {}): Understanding | undefined {
  const { corrections = {} } = options;
  const grids = sheets.map(makeGrid);
  const ours = grids.flatMap((grid) => findOurSheet(grid, corrections.columns) ?? []);
  if (ours.length === 0 || (corrections.headerRows ?? []).length > 0) return undefined;
  if (ours.some(({ columns }) => columns.some(({ role }) => !isOurRole(role)))) return undefined;
  const keys = new Set(ours.map(({ key }) => key));
  if (corrections.tables?.some((key) => !keys.has(key))) return undefined;
  const workbook: OurWorkbook = { themeWords: readOurThemeWords(grids), longTexts: readLongTexts(grids), options };
  const taken = (key: string): boolean => corrections.tables?.includes(key) ?? true;
  const read = ours.map((sheet, index) => ({ sheet, index, rows: readOurRows(sheet, index, workbook) }));
  const chosen = read.filter(({ sheet }) => taken(sheet.key));
  const actions: readonly PreviewAction[] = chosen.flatMap(({ rows }) => rows.actions);
  const problems: readonly PreviewProblem[] = chosen.flatMap(({ rows }) => rows.problems);
  return {
    ragScheme: 'completion',
    colourKey: [],
    tables: [
      ...read.map(({ sheet, rows }) => describe(sheet, rows, taken(sheet.key))),
      ...furtherTables(sheets, ours).map((table) => ({ ...table, use: 'not-a-plan' as const })),
    ],
    actions,
    alternatives: [],
    problems: actions.length > 0 ? problems : [{ code: 'no-plan-found', message: noActions, table: 0 }, ...problems],
  };
}

const noActions = 'The plan sheets of this workbook hold no actions yet.';
/** People put a title above; nobody puts more than a few lines there. */
const rowsLookedAt = 10;
const roleByHeading = new Map(planColumns.map((column) => [planHeadings[column].toLowerCase(), column]));
const isOurRole = (role: ColumnRole): role is OurRole => role === 'ignore' || planColumns.some((own) => own === role);

function findOurSheet(
  grid: Grid,
  corrections: readonly { readonly table: string; readonly column: number; readonly role: ColumnRole }[] = [],
): OurSheet | undefined {
  for (let row = 0; row < Math.min(grid.rowCount, rowsLookedAt); row += 1) {
    const headers = Array.from({ length: grid.columnCount }, (_, column) => grid.text(row, column).trim());
    const roles = headers.map((header) => roleByHeading.get(header.toLowerCase()));
    if (!roles.includes('id') || !roles.includes('action')) continue;
    const key = `${grid.index}:${row}`;
    const columns = headers.map((header, column): OurColumn => {
      // Of two columns with one heading the second is somebody's copy.
      const own = roles.indexOf(roles[column]) === column ? roles[column] : undefined;
      const corrected = corrections.find((one) => one.table === key && one.column === column)?.role;
      return { column, header, role: (corrected as OurRole | undefined) ?? own ?? 'note' };
    });
    return { grid, key, headerRow: row, columns };
  }
  return undefined;
}

function describe({ grid, key, headerRow, columns }: OurSheet, rows: OurRows, taken: boolean): PreviewTable {
  return {
    key,
    sheet: grid.sheet.name,
    sheetIndex: grid.index,
    kind: grid.sheet.kind,
    hiddenSheet: grid.sheet.hidden,
    headerRow: headerRow + 1,
    firstRow: headerRow + 1,
    lastRow: grid.rowCount,
    use: taken ? 'plan' : 'alternative',
    why: taken ? 'A plan sheet of a workbook that the planner wrote.' : 'Left out by you.',
    columns: columns.map(({ column, header, role }) => ({
      column,
      letter: columnLetter(column),
      header,
      role,
      why: role === 'note' && header !== planHeadings.note ? 'Kept as a note.' : `From the heading “${header}”.`,
      samples: rows.samples.get(column) ?? [],
    })),
    actions: rows.actions.length,
    skipped: [...rows.skipped],
    taken: [],
    statuses: [...rows.statuses],
    themeWords: [...rows.themeWords],
    headerKey: headerKeyOf(columns.map(({ header }) => header)),
    milestones: null,
    remembered: null,
  };
}

/** Sheets that somebody put beside ours: named, so that nothing is passed over in silence. */
function furtherTables(sheets: readonly Sheet[], ours: readonly OurSheet[]): readonly Omit<PreviewTable, 'use'>[] {
  const known = new Set<string>(Object.values(sheetNames));
  const further = sheets.map((sheet, index) =>
    known.has(sheet.name) || ours.some(({ grid }) => grid.index === index) ? { ...sheet, rows: [], merges: [] } : sheet,
  );
  if (further.every(({ rows }) => rows.length === 0)) return [];
  return findTables(further).tables.map(({ key, grid, header, headers, rows }) => ({
    key,
    sheet: grid.sheet.name,
    sheetIndex: grid.index,
    kind: grid.sheet.kind,
    hiddenSheet: grid.sheet.hidden,
    headerRow: header === undefined ? null : header.firstRow + 1,
    firstRow: (header?.firstRow ?? rows[0] ?? 0) + 1,
    lastRow: (rows.at(-1) ?? header?.lastRow ?? 0) + 1,
    why: `It has no column “${planHeadings.id}”, so it was not read. Choose it to have the whole file read like any other.`,
    columns: [],
    actions: 0,
    skipped: [],
    taken: [],
    statuses: [],
    themeWords: [],
    headerKey: headerKeyOf(headers),
    milestones: null,
    remembered: null,
  }));
}
