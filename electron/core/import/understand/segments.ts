import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { looksLikeObjective, periodAround } from './context.ts';
import { periodOf } from './cycles.ts';
import type { Grid } from './grid.ts';
import { findHeaders, type Header, headerOfRow, sameHeader } from './header.ts';
import { themesOfHeading } from './themes.ts';

/** A part of a sheet under one header. */
export type Segment = {
  readonly header: Header | undefined;
  readonly rows: readonly number[];
  /** Rows known to be titles, since a header stands below them. */
  readonly titles?: ReadonlySet<number>;
  /** The row in which the table above it ends. */
  readonly after?: number;
  /** The title of another cycle that it begins with, where one header serves several. */
  readonly cycle?: { readonly row: number; readonly period: string };
};

/** Cuts a sheet at its headers. A header that says the same again only goes on with the table. */
export function segmentsOf(grid: Grid, headerRows: ImportCorrections['headerRows']): readonly Segment[] {
  const corrected = headerRows?.find(({ sheetIndex }) => sheetIndex === grid.index);
  const rowsBetween = (from: number, to: number, except: ReadonlySet<number> = new Set()): readonly number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset).filter((row) => !except.has(row));
  if (corrected?.row === null) return [{ header: undefined, rows: rowsBetween(0, grid.rowCount) }];
  if (corrected !== undefined) {
    const header = headerOfRow(grid, Math.min(corrected.row - 1, grid.rowCount - 1));
    return [{ header, rows: rowsBetween(header.lastRow + 1, grid.rowCount) }];
  }
  if (grid.turned !== undefined) return [{ header: headerOfRow(grid, 0), rows: rowsBetween(1, grid.rowCount) }];
  // A plan of headings and lists is laid out under one header; what looks like another is an action.
  const headers = findHeaders(grid).slice(0, grid.sheet.kind === 'wordOutline' ? 1 : undefined);
  if (headers.length === 0) return [{ header: undefined, rows: rowsBetween(0, grid.rowCount) }];
  const segments: OpenSegment[] = [];
  headers.forEach((header, index) => {
    const next = headers[index + 1]?.firstRow ?? grid.rowCount;
    const rows = [...rowsBetween(header.lastRow + 1, next)];
    const open = segments.at(-1);
    const titles = open === undefined ? [] : titlesAbove(grid, open.rows);
    if (open !== undefined && sameHeader(open.header, header)) {
      for (const title of titles) open.titles.add(title);
      for (const row of rows) open.rows.push(row);
      return;
    }
    const [first] = titles;
    if (open !== undefined && first !== undefined) {
      open.rows = open.rows.filter((row) => row < first);
      rows.unshift(...titles);
    }
    segments.push({ header, rows, titles: new Set(titles), after: open?.rows.at(-1) ?? -1 });
  });
  const [first] = segments;
  if (first !== undefined) takeFirstTitle(grid, first, segments);
  return segments.flatMap((segment) => splitByCycle(grid, segment));
}

type OpenSegment = { header: Header; rows: number[]; titles: Set<number>; after: number };

/** What stands above the first header is the title of the file, unless it is one of several titles alike. */
function takeFirstTitle(grid: Grid, first: OpenSegment, segments: readonly OpenSegment[]): void {
  const above = lastFilled(grid, first.header.firstRow);
  const [column, ...others] = above === undefined ? [] : grid.filled(above);
  if (above === undefined || column === undefined || others.length > 0) return;
  const word = firstWord(grid.text(above, column));
  const alike = segments.some(({ titles }) =>
    [...titles].some((row) => firstWord(grid.text(row, grid.filled(row)[0] ?? 0)) === word),
  );
  if (word === '' || !alike) return;
  first.rows.unshift(above);
  first.titles.add(above);
}

const firstWord = (text: string): string => /^\W*(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
function lastFilled(grid: Grid, before: number): number | undefined {
  for (let row = before - 1; row >= Math.max(0, before - 3); row -= 1) if (grid.filled(row).length > 0) return row;
  return undefined;
}

/**
 * The rows above a further header may be its title and what is said about it: they belong to what follows. Those that
 * directly follow an action may be the rest of it, unless they name a theme or an objective.
 */
function titlesAbove(grid: Grid, rows: readonly number[]): readonly number[] {
  const run: number[] = [];
  let titles = 0;
  for (let index = rows.length - 1; index >= 0 && run.length < mostTitles; index -= 1) {
    const row = rows[index] ?? 0;
    const [column, ...others] = grid.filled(row);
    if (column === undefined) continue;
    if (others.length > 0) break;
    run.push(row);
    const text = grid.text(row, column);
    const merge = grid.mergeAt(row, column);
    const isWide = merge !== undefined && merge.right > merge.left;
    const isApart = row === rows[0] || grid.filled(row - 1).length === 0;
    if (isWide || isApart || themesOfHeading(text).length > 0 || looksLikeObjective.test(text)) titles = run.length;
  }
  return run.slice(0, titles).reverse();
}

const mostTitles = 3;

const longestTitle = 90;
const shortestCycle = 2;

/**
 * Cuts a table where a title begins another cycle: “Action plan 2024–2027” below the rows of 2021–2024. The years of a
 * timescale, such as 2023/24, are no cycle.
 */
function splitByCycle(grid: Grid, segment: Segment & { readonly header: Header }): readonly Segment[] {
  const { header, rows, after = -1 } = segment;
  const cuts = rows.flatMap((row, at) => {
    const period = cycleTitle(grid, row);
    return period === undefined ? [] : [{ at, row, period }];
  });
  const periods = new Set([periodAround(grid, header, after), ...cuts.map(({ period }) => period)]);
  periods.delete(undefined);
  if (periods.size < 2) return [segment];
  const first: Segment = { ...segment, rows: rows.slice(0, cuts[0]?.at) };
  const others = cuts.map(({ at, row, period }, index): Segment => {
    const own = rows.slice(at, cuts[index + 1]?.at);
    return { ...segment, rows: own, titles: new Set([...(segment.titles ?? []), row]), cycle: { row, period } };
  });
  return first.rows.some((row) => grid.filled(row).length > 0) ? [first, ...others] : others;
}

function cycleTitle(grid: Grid, row: number): string | undefined {
  const [column, ...others] = grid.filled(row);
  if (column === undefined || others.length > 0) return undefined;
  const text = grid.text(row, column);
  const period = text.length > longestTitle ? undefined : periodOf(text);
  if (period === undefined || !/\b(?:plan|actions?|cycle|stage|phase|period)\b/i.test(text)) return undefined;
  const [from, to] = period.split('-').map(Number);
  return from !== undefined && to !== undefined && to - from < shortestCycle ? undefined : period;
}
