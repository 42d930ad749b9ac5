import { type ReactNode, useId, useMemo, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { GridScreen, GridView } from '#shared/model/gridView.ts';
import { Button } from '../Button.tsx';
import { Changing } from '../Changing.tsx';
import { Icon } from '../Icon.tsx';
import menuStyles from '../MenuButton.module.css';
import { filteredRows } from './arrange.ts';
import { BulkChange } from './BulkChange.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './Grid.module.css';
import type { GridColumn, Grouping, OnGridChange } from './gridColumns.ts';
import { isFiltered, shownColumn, unfiltered } from './gridViewChanges.ts';
import { SavedViews } from './SavedViews.tsx';

interface GridToolsProps<Row> {
  readonly screen: GridScreen;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly columns: readonly GridColumn<Row>[];
  readonly groupings: readonly Grouping<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  readonly noun: { readonly one: string; readonly many: string };
  readonly onChange: OnGridChange;
  /** Ids of the selected rows, for a change in bulk. */
  readonly selected: readonly string[];
  /** More tools of the screen, at the right. */
  readonly children?: ReactNode;
}

/** The tools above a grid: search, group, columns, view, change in bulk. */
export function GridTools<Row>(props: GridToolsProps<Row>) {
  const { screen, rows, idOf, columns, groupings, view, onView, noun, onChange, selected, children } = props;
  const id = useId();
  const [changing, setChanging] = useState<readonly Row[] | null>(null);
  const shown = useMemo(() => filteredRows(rows, columns, view).length, [rows, columns, view]);
  const named = `${rows.length} ${rows.length === 1 ? noun.one : noun.many}`;
  return (
    <div className={styles.tools}>
      <input
        className={`${styles.input} ${styles.search}`}
        type="search"
        aria-label={`Search these ${noun.many}`}
        placeholder={`Search these ${noun.many}`}
        value={view.search}
        onChange={(event) => onView({ ...view, search: event.target.value.slice(0, 200) })}
      />
      <label className={styles.group} htmlFor={`${id} group`}>
        Group
      </label>
      <select
        id={`${id} group`}
        className={styles.input}
        value={view.group ?? ''}
        onChange={(event) => onView({ ...view, group: event.target.value || null, folded: [] })}
      >
        <option value="">None</option>
        {groupings.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <DialogTrigger>
        <Button>
          Columns <Icon name="down" />
        </Button>
        <Popover className={menuStyles.popover ?? ''}>
          <Dialog aria-label="Columns" className={styles.popover ?? ''}>
            <ColumnsPanel {...props} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <DialogTrigger>
        <Button>
          View <Icon name="down" />
        </Button>
        <Popover className={menuStyles.popover ?? ''}>
          <Dialog aria-label="View" className={styles.popover ?? ''}>
            <ViewPanel screen={screen} columns={columns} view={view} onView={onView} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Changing>
        <Button
          isDisabled={selected.length < 2}
          onPress={() => {
            const wanted = new Set(selected);
            setChanging(rows.filter((row) => wanted.has(idOf(row))));
          }}
        >
          {selected.length < 2 ? 'Change several' : `Change ${selected.length}`}
        </Button>
      </Changing>
      {children ? <span className={styles.right}>{children}</span> : null}
      {isFiltered(view) ? (
        <p className={styles.filtered} role="status">
          {shown} of {named} shown.{' '}
          <Button look="quiet" onPress={() => onView(unfiltered(view))}>
            Show all
          </Button>
        </p>
      ) : null}
      {changing ? (
        <BulkChange
          rows={changing}
          idOf={idOf}
          columns={columns}
          noun={noun}
          onChange={onChange}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </div>
  );
}

/** Every column by keyboard: whether it is shown, how it sorts, what it filters, how wide it is. */
function ColumnsPanel<Row>({ columns, rows, view, onView }: GridToolsProps<Row>) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className={styles.columns}>
      {columns.map((column) => {
        const { key, label, width } = column;
        const isShown = !view.hidden.includes(key);
        const isLast = isShown && columns.length - view.hidden.length <= 1;
        return (
          <li key={key}>
            <span className={styles.columnLine}>
              <label>
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={isLast}
                  onChange={(event) => onView(shownColumn(view, key, event.target.checked))}
                />{' '}
                {label}
              </label>
              <Button
                look="quiet"
                aria-expanded={open === key}
                aria-label={`${label}: sort, filter, width`}
                onPress={() => setOpen(open === key ? null : key)}
              >
                {view.filters[key] ? 'Filtered' : 'Sort, filter'}
              </Button>
            </span>
            {open === key ? (
              <ColumnMenu column={column} rows={rows} width={view.widths[key] ?? width} view={view} onView={onView} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

interface ViewPanelProps<Row> {
  readonly screen: GridScreen;
  readonly columns: readonly GridColumn<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
}

function ViewPanel<Row>({ screen, columns, view, onView }: ViewPanelProps<Row>) {
  const id = useId();
  return (
    <div className={styles.columnMenu}>
      <fieldset>
        <legend>Rows</legend>
        <label>
          <input
            type="checkbox"
            checked={view.wrap}
            onChange={(event) => onView({ ...view, wrap: event.target.checked })}
          />{' '}
          Show long texts whole
        </label>
        <label>
          <input
            type="checkbox"
            checked={view.density === 'compact'}
            onChange={(event) => onView({ ...view, density: event.target.checked ? 'compact' : 'comfortable' })}
          />{' '}
          Closer together
        </label>
      </fieldset>
      <fieldset>
        <legend>When the grid is wider than the window</legend>
        <label htmlFor={`${id} frozen`}>Columns that stay at the left</label>
        <select
          id={`${id} frozen`}
          className={styles.input}
          value={view.frozen}
          onChange={(event) => onView({ ...view, frozen: Number(event.target.value) })}
        >
          {Array.from({ length: Math.min(4, columns.length) }, (_, count) => (
            <option key={columns[count]?.key} value={count}>
              {count}
            </option>
          ))}
        </select>
      </fieldset>
      <SavedViews screen={screen} view={view} onView={onView} />
    </div>
  );
}
