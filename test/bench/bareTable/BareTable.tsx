import {
  columnFilteringFeature,
  columnGroupingFeature,
  createExpandedRowModel,
  createFilteredRowModel,
  createGroupedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type BenchAction, benchColumns } from '../benchActions.ts';

/**
 * The least that a table of these cells can do: TanStack's rows, filter and groups, drawn by its virtualiser, with a
 * focus that the arrows move and a plain field to write in. No selection, clipboard, frozen columns or saving.
 */
const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  filterFns: { includesString: filterFn_includesString },
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
});
const columns = benchColumns.map(({ key, label }) => ({ id: key, accessorKey: key, header: label }));
const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

interface Place {
  readonly row: number;
  readonly column: number;
  readonly writing: boolean;
}

export function BareTable({ actions }: { readonly actions: readonly BenchAction[] }) {
  const data = useMemo(() => [...actions], [actions]);
  const [search, setSearch] = useState('');
  const [group, setGroup] = useState('');
  const [place, setPlace] = useState<Place>({ row: 0, column: 1, writing: false });
  const grouping = useMemo(() => (group === '' ? [] : [group]), [group]);
  const table = useTable({
    features,
    columns,
    data,
    globalFilterFn: 'includesString',
    state: { globalFilter: search, grouping, expanded: true },
  });
  const { rows } = table.getRowModel();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);

  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === 'Escape') setPlace({ ...place, writing: event.key === 'Enter' });
    else if (step && !place.writing)
      setPlace({
        row: Math.min(rows.length - 1, Math.max(0, place.row + step[0])),
        column: Math.min(columns.length - 1, Math.max(0, place.column + step[1])),
        writing: false,
      });
    else return;
    event.preventDefault();
  };

  const follow = ({ target }: FocusEvent<HTMLElement>): void => {
    const row = Number(target.closest('tr')?.dataset.index);
    if (!(target instanceof HTMLTableCellElement) || target.dataset.row === undefined) return;
    if (row !== place.row || target.cellIndex !== place.column)
      setPlace({ row, column: target.cellIndex, writing: false });
  };

  return (
    <>
      <input type="search" aria-label="Search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <select aria-label="Group" value={group} onChange={(event) => setGroup(event.target.value)}>
        <option value="">None</option>
        <option value="themes">Theme</option>
        <option value="rag">RAG</option>
      </select>
      <div ref={scroller} className="scroller" data-grid="">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is moved in and written in */}
        <table role="grid" aria-rowcount={rows.length + 1} onKeyDown={move} onFocus={follow}>
          <colgroup>
            {benchColumns.map(({ key, width }) => (
              <col key={key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {benchColumns.map(({ key, label }) => (
                <th key={key}>{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 ? <Gap height={before} /> : null}
            {drawn.map(({ index }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <BareRow
                  key={row.id}
                  id={row.id}
                  action={row.original}
                  heading={row.getIsGrouped() ? `${row.groupingValue} (${row.subRows.length})` : null}
                  index={index}
                  focused={index === place.row ? place.column : -1}
                  writing={index === place.row && place.writing}
                  measure={virtual.measureElement}
                />
              );
            })}
            {after > 0 ? <Gap height={after} /> : null}
          </tbody>
        </table>
      </div>
    </>
  );
}

const Gap = ({ height }: { readonly height: number }) => (
  <tr>
    <td colSpan={columns.length} style={{ height, padding: 0 }} />
  </tr>
);

interface BareRowProps {
  readonly id: string;
  readonly action: BenchAction;
  /** Title of a group, in place of the cells. */
  readonly heading: string | null;
  readonly index: number;
  readonly focused: number;
  readonly writing: boolean;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

const BareRow = memo(function BareRow(props: BareRowProps) {
  const { id, action, heading, index, focused, writing, measure } = props;
  const element = useRef<HTMLTableRowElement | null>(null);
  useLayoutEffect(() => {
    const within = writing ? 'textarea' : '[tabindex="0"]';
    if (focused >= 0) element.current?.querySelector<HTMLElement>(within)?.focus();
  }, [focused, writing]);
  return (
    <tr
      ref={(row) => {
        element.current = row;
        measure(row);
      }}
      data-index={index}
    >
      {heading === null ? (
        benchColumns.map(({ key }, column) => (
          <td
            key={key}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it takes the focus
            role="gridcell"
            tabIndex={column === focused ? 0 : -1}
            data-row={id}
            data-column={key}
          >
            {writing && column === focused ? <textarea defaultValue={action[key]} /> : action[key]}
          </td>
        ))
      ) : (
        <td colSpan={columns.length} data-heading={heading} tabIndex={focused >= 0 ? 0 : -1}>
          {heading}
        </td>
      )}
    </tr>
  );
});
