import type { ColumnRole, ImportCorrections, RowAs } from '#shared/model/importPreview.ts';
import type { Sheet } from '../sheet.ts';
import { type CellReaders, cellReaders, profileColumn } from './columnProfile.ts';
import { assignColumns, type ColumnGuess } from './columns.ts';
import { contextOf, periodAround, type TableContext } from './context.ts';
import type { Grid } from './grid.ts';
import type { Header } from './header.ts';
import { colourOfHex, readStatusWord } from './rag.ts';
import { isActionRole, type RowReading, readRows } from './rows.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { splitSideBySide } from './sideBySide.ts';
import { uprightGrids } from './turned.ts';

/** A part of a sheet that may be a plan, with how its rows and columns were read. */
export type Table = {
  /** Sheet, first row and, of cycles side by side, which one: stable for the same file. */
  readonly key: string;
  readonly grid: Grid;
  readonly header: Header | undefined;
  readonly headers: readonly string[];
  readonly rows: readonly number[];
  readonly titles?: ReadonlySet<number> | undefined;
  readonly columns: readonly ColumnGuess[];
  readonly readings: readonly RowReading[];
  /** Its mapping is that of the table before it, since it has no header of its own. */
  readonly continues: boolean;
  readonly period: string | undefined;
  /** What headings, titles and sheet names around it say. */
  readonly context: TableContext;
  readonly isPlan: boolean;
  readonly why: string;
};

type Corrections = Pick<ImportCorrections, 'columns' | 'headerRows' | 'rows'>;

/** Every table of every sheet, in the order of the file, plans or not. */
export function findTables(
  sheets: readonly Sheet[],
  corrections: Corrections = {},
): { readonly grids: readonly Grid[]; readonly tables: readonly Table[] } {
  const isFixed = (index: number): boolean =>
    corrections.headerRows?.some(({ sheetIndex }) => sheetIndex === index) === true;
  const grids = uprightGrids(sheets, isFixed);
  const readers = cellReaders();
  const tables: Table[] = [];
  for (const grid of grids) {
    if (grid.rowCount === 0) continue;
    const before = tables.at(-1);
    for (const segment of segmentsOf(grid, corrections.headerRows))
      tables.push(...tablesOf(grid, segment, before, corrections, readers));
  }
  return { grids, tables };
}

function tablesOf(
  grid: Grid,
  segment: Segment,
  before: Table | undefined,
  corrections: Corrections,
  readers: CellReaders,
): readonly Table[] {
  const { header, rows, titles, after = -1, cycle } = segment;
  const keyBase = `${grid.index}:${cycle?.row ?? header?.firstRow ?? rows[0] ?? 0}`;
  const rolesChosen = (key: string): ReadonlyMap<number, ColumnRole> =>
    new Map((corrections.columns ?? []).filter(({ table }) => table === key).map(({ column, role }) => [column, role]));
  const context = contextOf(grid, header, after);
  const width = Math.max(1, grid.columnCount);

  if (header === undefined) {
    const chosen = rolesChosen(keyBase);
    if (before !== undefined && chosen.size === 0 && continuesTable(grid, before)) {
      return [
        finish(
          {
            key: keyBase,
            grid,
            header,
            headers: before.headers,
            rows,
            columns: before.columns,
            continues: true,
            period: before.period,
            context,
          },
          corrections,
        ),
      ];
    }
    const headers = Array.from({ length: width }, () => '');
    const columns = assignColumns(grid, headers, rows, { chosen, readers });
    return [
      finish(
        { key: keyBase, grid, header, headers, rows, columns, continues: false, period: undefined, context },
        corrections,
      ),
    ];
  }

  const parts = splitSideBySide(header);
  if (parts === undefined) {
    const columns = assignColumns(grid, header.texts, rows, {
      chosen: rolesChosen(keyBase),
      readers,
      groups: header.groups,
    });
    return [
      finish(
        {
          key: keyBase,
          grid,
          header,
          headers: header.texts,
          rows,
          titles,
          columns,
          continues: false,
          period: cycle?.period ?? periodAround(grid, header, after),
          context,
        },
        corrections,
      ),
    ];
  }
  return parts.map((part, index) => {
    const key = `${keyBase}:${index}`;
    const headers = header.texts.map((text, column) => (part.columns.includes(column) ? text : ''));
    const chosen = rolesChosen(key);
    const actionColumn = [...chosen.values()].some(isActionRole) ? undefined : part.action;
    const columns = assignColumns(grid, headers, rows, { chosen, actionColumn, readers, groups: header.groups }).filter(
      ({ column }) => part.columns.includes(column),
    );
    return finish(
      {
        key,
        grid,
        header,
        headers,
        rows,
        titles,
        columns,
        continues: false,
        period: part.period,
        context: contextOf(grid, header, after, part),
      },
      corrections,
    );
  });
}

/** A Word table without a header, as wide as the plan just before it: Word has cut the table in two. */
function continuesTable(grid: Grid, before: Table): boolean {
  return (
    grid.sheet.kind === 'wordTable' &&
    before.grid.sheet.kind === 'wordTable' &&
    before.isPlan &&
    grid.columnCount <= before.headers.length &&
    grid.columnCount >= before.headers.length - 1
  );
}

function finish(parts: Omit<Table, 'readings' | 'isPlan' | 'why'>, { rows = [] }: Corrections): Table {
  const chosen = new Map<number, RowAs>(
    rows.flatMap(({ table, row, as }) => (table === parts.key ? [[row, as] as const] : [])),
  );
  const readings = readRows({ ...parts, chosen });
  const actions = readings.filter(({ kind }) => kind === 'action').length;
  const { isPlan, why } = judge(parts, actions, readings);
  return { ...parts, readings, isPlan, why };
}

const turnedWhy = {
  sideways: 'Its headings run down the side, and each further column is an action.',
  form: 'Its labels name the fields of a plan, and each form is an action.',
} as const;

/** Whether a table is a plan, and why: it must hold actions, and show it by a header, by ratings or by themes. */
function judge(
  parts: Omit<Table, 'readings' | 'isPlan' | 'why'>,
  actions: number,
  readings: readonly RowReading[],
): { readonly isPlan: boolean; readonly why: string } {
  const roles = new Set(parts.columns.map(({ role }) => role));
  if (![...roles].some(isActionRole)) return { isPlan: false, why: 'No column of it holds actions.' };
  if (actions === 0) return { isPlan: false, why: 'No row of it is an action.' };
  if (parts.continues)
    return { isPlan: true, why: 'It goes on with the table before it, without a header of its own.' };
  if (parts.columns.some(({ why }) => why === 'Chosen by you.'))
    return { isPlan: true, why: 'You said which column holds the actions.' };
  const fields = [...roles].filter((role) => role !== 'note' && role !== 'ignore').length;
  if (parts.header === undefined) {
    // Without a header only contents speak; long texts alone are any table at all.
    const strong =
      (roles.has('rag') && areRated(parts, readings)) ||
      roles.has('theme') ||
      (parts.context.themes.length > 0 && roles.has('timescale'));
    const unnamed = parts.columns.filter(({ role, samples }) => role === 'note' && samples.length > 0).length;
    return strong && fields >= 2 && unnamed <= mostUnnamed
      ? { isPlan: true, why: 'It has no header, but holds texts beside ratings or themes.' }
      : { isPlan: false, why: 'It has no header, and its contents do not show that it is a plan.' };
  }
  if (parts.grid.sheet.kind === 'wordOutline')
    return { isPlan: true, why: 'Its actions stand as lists or labelled lines under headings.' };
  if (roles.has('themeActions')) return { isPlan: true, why: 'Its columns are themes.' };
  if (roles.has('ratingActions')) return { isPlan: true, why: 'Its columns are ratings.' };
  if (roles.has('horizonActions')) return { isPlan: true, why: 'Its columns are timescales.' };
  const byWord = parts.columns.some(({ role, why }) => role === 'action' && why.startsWith('From the heading'));
  const speaks = fields >= (byWord ? 2 : 4);
  if (speaks && parts.grid.turned !== undefined) return { isPlan: true, why: turnedWhy[parts.grid.turned] };
  return speaks
    ? { isPlan: true, why: `Its header in row ${parts.header.firstRow + 1} names ${fields} fields of a plan.` }
    : { isPlan: false, why: 'Its header names too few fields of a plan.' };
}

/** How many cells of a table carry a rating, to tell the cycle that was reviewed from the one that is planned. */
export function ratedCells(table: Table): number {
  const column = table.columns.find(({ role }) => role === 'rag' || role === 'completed')?.column;
  if (column === undefined) return 0;
  const profile = profileColumn(table.grid, table.rows, column);
  return Math.max(profile.filled, profile.colours);
}

/** Columns that hold something and are no field: a plan without headings has a few, a list of data has dozens. */
const mostUnnamed = 12;

/** Whether the actions are rated, at least one in four: a single “yes” or shade in a column is no rating of a plan. */
function areRated({ grid, columns }: Pick<Table, 'grid' | 'columns'>, readings: readonly RowReading[]): boolean {
  const column = columns.find(({ role }) => role === 'rag')?.column ?? -1;
  const rows = readings.flatMap(({ kind, row }) => (kind === 'action' ? [row] : []));
  const rated = rows.filter((row) => {
    const cell = grid.sheet.rows[row]?.[column];
    if (cell === undefined) return false;
    const word = readStatusWord(cell.text);
    return colourOfHex(cell.fill) !== undefined || (word !== undefined && word.kind !== 'ask');
  });
  return rated.length * 4 >= rows.length;
}
