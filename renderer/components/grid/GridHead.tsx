import { type CSSProperties, memo, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { GridView } from '#shared/model/gridView.ts';
import { Icon } from '../Icon.tsx';
import menuStyles from '../MenuButton.module.css';
import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './Grid.module.css';
import type { GridColumn } from './gridColumns.ts';
import { nextSort, sortOf, withWidth } from './gridViewChanges.ts';

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
  readonly places: readonly (CSSProperties | undefined)[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
}

/**
 * The headings: a click sorts, the arrow opens what can be done with the column, its edge is dragged for the width. They
 * are for the pointer; by keyboard the same stands under Columns in the tools above, so that the grid is one tab stop.
 */
export const GridHead = memo(drawHead) as <Row>(props: GridHeadProps<Row>) => ReactElement;

function drawHead<Row>({ columns, rows, widths, places, view, onView }: GridHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, index) => (
          <Heading
            key={column.key}
            column={column}
            index={index}
            rows={rows}
            width={widths[index] ?? column.width}
            place={places[index]}
            view={view}
            onView={onView}
          />
        ))}
      </tr>
    </thead>
  );
}

interface HeadingProps<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  readonly rows: readonly Row[];
  readonly width: number;
  readonly place: CSSProperties | undefined;
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
}

function Heading<Row>({ column, index, rows, width, place, view, onView }: HeadingProps<Row>) {
  const { key, label } = column;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const sorted = sortOf(view, key);
  const isFiltered = view.filters[key] !== undefined;
  return (
    <th
      scope="col"
      aria-colindex={index + 1}
      aria-sort={sorted ?? undefined}
      style={place}
      data-frozen={place ? '' : undefined}
    >
      <span className={styles.heading}>
        <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onView(nextSort(view, key))}>
          {label}
          {sorted ? (
            <span className={styles.sorted} aria-hidden="true">
              <Icon name={sorted === 'ascending' ? 'sortUp' : 'sortDown'} />
            </span>
          ) : null}
        </button>
        <button
          ref={button}
          type="button"
          tabIndex={-1}
          className={styles.more}
          data-on={isFiltered || undefined}
          aria-label={`${label}: sort, filter, width${isFiltered ? ' (filtered)' : ''}`}
          onClick={() => setOpen(true)}
        >
          <Icon name="down" />
        </button>
      </span>
      <Popover triggerRef={button} isOpen={open} onOpenChange={setOpen} className={menuStyles.popover ?? ''}>
        <Dialog aria-label={`Column ${label}`} className={styles.popover ?? ''}>
          <ColumnMenu column={column} rows={rows} width={width} view={view} onView={onView} />
        </Dialog>
      </Popover>
      <span
        className={styles.edge}
        aria-hidden="true"
        onPointerDown={(event) => resize(event, width, (next) => onView(withWidth(view, key, next)))}
      />
    </th>
  );
}

/** Follows the pointer from the edge of a column; the width is kept once it is let go. */
function resize(event: PointerEvent, width: number, done: (width: number) => void): void {
  event.preventDefault();
  event.stopPropagation();
  const from = event.clientX;
  const heading = event.currentTarget.closest('th');
  const columns = heading?.closest('table')?.querySelectorAll('col');
  const column = heading && columns ? columns[heading.cellIndex] : null;
  const at = (x: number): number => Math.max(40, width + x - from);
  const move = ({ clientX }: globalThis.PointerEvent): void => {
    if (column) column.style.width = `${at(clientX)}px`;
  };
  const end = ({ clientX }: globalThis.PointerEvent): void => {
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', end);
    if (clientX !== from) done(at(clientX));
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', end);
}
