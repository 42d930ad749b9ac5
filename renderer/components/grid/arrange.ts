import type { GridView } from '#shared/model/gridView.ts';
import { remembered } from '../../stores/remembered.ts';
import type { GridColumn, Grouping } from './gridColumns.ts';
import type { GridLine } from './gridShape.ts';

/** What of the rows is shown, in which order and under which headings. Pure. */

export interface Arranging<Row> {
  /** In their own order, which holds where nothing is sorted. */
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly columns: readonly GridColumn<Row>[];
  readonly groupings: readonly Grouping<Row>[];
  readonly view: GridView;
  /**
   * A row that is being worked on, as it was when the work began: it keeps its place, and stays where a filter would
   * now leave it out, until the work is done.
   */
  readonly held: Row | null;
}

export interface ArrangedGroup<Row> {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly Row[];
}

export interface Arranged<Row> {
  readonly lines: readonly GridLine[];
  readonly groups: ReadonlyMap<string, ArrangedGroup<Row>>;
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Letters without their accents, in one case: what a quick search compares. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function arrange<Row>(arranging: Arranging<Row>): Arranged<Row> {
  const { rows, idOf, columns, groupings, view, held } = arranging;
  const real = held === null ? undefined : rows.find((row) => idOf(row) === idOf(held));
  const weighed = held === null ? rows : rows.map((row) => (row === real ? held : row));
  const sorted = sortedRows(filteredRows(weighed, columns, view), columns, view);
  const grouping = groupings.find(({ key }) => key === view.group);
  if (!grouping)
    return {
      lines: sorted.map((row) => ({ kind: 'row', row: idOf(row), group: null })),
      groups: new Map(),
    };
  const gathered = new Map<string, { readonly title: string; readonly order: number; readonly rows: Row[] }>();
  for (const row of sorted) {
    for (const { key, title, order } of grouping.groupsOf(row)) {
      const group = gathered.get(key);
      if (group) group.rows.push(row);
      else gathered.set(key, { title, order, rows: [row] });
    }
  }
  const folded = new Set(view.folded);
  const ordered = [...gathered].toSorted(
    ([, one], [, other]) => one.order - other.order || collator.compare(one.title, other.title),
  );
  return {
    lines: ordered.flatMap(([key, group]): readonly GridLine[] => [
      { kind: 'heading', group: key },
      ...(folded.has(key) ? [] : group.rows.map((row): GridLine => ({ kind: 'row', row: idOf(row), group: key }))),
    ]),
    groups: new Map(
      ordered.map(([key, group]) => {
        const own = real === undefined ? group.rows : group.rows.map((row) => (row === held ? real : row));
        return [key, { key, title: group.title, summary: grouping.summary(own), rows: own }];
      }),
    ),
  };
}

/** The grid and the tools above it ask the same in turn. */
export const filteredRows = remembered(filterRows) as typeof filterRows;

function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  { filters, search }: Pick<GridView, 'filters' | 'search'>,
): readonly Row[] {
  const words = plainText(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const chosen = columns.flatMap((column) => {
    const values = filters[column.key];
    return values === undefined ? [] : [{ column, values: new Set(values) }];
  });
  if (words.length === 0 && chosen.length === 0) return rows;
  return rows.filter((row) => {
    if (!chosen.every(({ column, values }) => valuesOf(column, row).some((value) => values.has(value)))) return false;
    if (words.length === 0) return true;
    const text = searchText(row, columns);
    return words.every((word) => text.includes(word));
  });
}

/** Kept for as long as the row is: a search is typed letter by letter, and each letter asks for all the texts again. */
const searchTexts = new WeakMap<object, WeakMap<object, string>>();

function searchText<Row>(row: Row, columns: readonly GridColumn<Row>[]): string {
  const texts = searchTexts.get(columns) ?? new WeakMap<object, string>();
  searchTexts.set(columns, texts);
  const text = texts.get(row as object) ?? plainText(columns.map((column) => column.text(row)).join('\n'));
  texts.set(row as object, text);
  return text;
}

/** What a row counts as in the filter of a column. */
export const valuesOf = <Row>(column: GridColumn<Row>, row: Row): readonly string[] =>
  column.filterBy?.(row) ?? [column.text(row)];

/** The values that a filter offers, each with how many rows have it, in the order of the column. */
export function filterValues<Row>(
  rows: readonly Row[],
  column: GridColumn<Row>,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of valuesOf(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const places = new Map(column.choices?.map(({ label }, place) => [label, place]));
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted(
      (one, other) =>
        (places.get(one.value) ?? places.size) - (places.get(other.value) ?? places.size) ||
        Number(one.value === '') - Number(other.value === '') ||
        collator.compare(one.value, other.value),
    );
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  { sort }: Pick<GridView, 'sort'>,
): readonly Row[] {
  const keys = sort.flatMap(({ column: key, direction }) => {
    const column = columns.find((each) => each.key === key);
    if (!column) return [];
    const sortKey = (row: Row): string | number | null =>
      column.sortBy ? column.sortBy(row) : column.text(row).trim() === '' ? null : column.text(row);
    return [{ values: new Map(rows.map((row) => [row, sortKey(row)])), sign: direction === 'ascending' ? 1 : -1 }];
  });
  if (keys.length === 0) return rows;
  return rows.toSorted((one, other) => {
    for (const { values, sign } of keys) {
      const order = compared(values.get(one) ?? null, values.get(other) ?? null, sign);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Blank comes last whichever way it is sorted. */
function compared(one: string | number | null, other: string | number | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * collator.compare(String(one), String(other));
}
