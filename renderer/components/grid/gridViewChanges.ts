import type { GridView } from '#shared/model/gridView.ts';
import type { GridColumn } from './gridColumns.ts';

/** What a tool does to the view of a grid. Pure. */

export type SortDirection = GridView['sort'][number]['direction'];

export const sortOf = ({ sort }: GridView, column: string): SortDirection | null =>
  sort.find((each) => each.column === column)?.direction ?? null;

/** Sorted by this column first; those before it still decide between equals. Null takes this column's sorting off. */
export function sortedBy(view: GridView, column: string, direction: SortDirection | null): GridView {
  const others = view.sort.filter((each) => each.column !== column);
  return { ...view, sort: direction === null ? others : [{ column, direction }, ...others].slice(0, 3) };
}

/** A click on a heading: up, down, off. */
export const nextSort = (view: GridView, column: string): GridView => {
  const now = sortOf(view, column);
  return sortedBy(view, column, now === null ? 'ascending' : now === 'ascending' ? 'descending' : null);
};

/** Only rows with one of the values are shown; null shows all. */
export function filteredBy(view: GridView, column: string, values: readonly string[] | null): GridView {
  const { [column]: _own, ...others } = view.filters;
  return { ...view, filters: values === null ? others : { ...others, [column]: values } };
}

export const shownColumn = (view: GridView, column: string, isShown: boolean): GridView => ({
  ...view,
  hidden: isShown ? view.hidden.filter((each) => each !== column) : [...new Set([...view.hidden, column])],
});

export const withWidth = (view: GridView, column: string, width: number): GridView => ({
  ...view,
  widths: { ...view.widths, [column]: Math.max(40, Math.min(900, Math.round(width))) },
});

export const unfiltered = (view: GridView): GridView => ({ ...view, filters: {}, search: '' });
export const isFiltered = ({ filters, search }: GridView): boolean =>
  search.trim() !== '' || Object.keys(filters).length > 0;

/** How a screen begins: without the columns that wait to be asked for. */
export const firstView = <Row>(base: GridView, columns: readonly GridColumn<Row>[]): GridView => ({
  ...base,
  hidden: columns.filter(({ hiddenAtFirst }) => hiddenAtFirst).map(({ key }) => key),
});
