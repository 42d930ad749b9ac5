import type { GridView } from '#shared/model/gridView.ts';
import { Button } from '../Button.tsx';
import { filterValues } from './arrange.ts';
import styles from './Grid.module.css';
import type { GridColumn } from './gridColumns.ts';
import { filteredBy, shownColumn, sortedBy, sortOf, withWidth } from './gridViewChanges.ts';

interface ColumnMenuProps<Row> {
  readonly column: GridColumn<Row>;
  readonly rows: readonly Row[];
  readonly width: number;
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
}

/** Values offered one by one; of more, the search of the grid finds rows sooner. */
const mostValues = 60;
const widthStep = 24;

/** Everything that can be done with one column, the same from its heading and from the tools above the grid. */
export function ColumnMenu<Row>({ column, rows, width, view, onView }: ColumnMenuProps<Row>) {
  const { key, label } = column;
  const sorted = sortOf(view, key);
  const values = filterValues(rows, column);
  const chosen = view.filters[key] ?? null;
  const tick = (value: string, ticked: boolean): void => {
    const before = chosen ?? values.map((each) => each.value);
    const next = ticked ? [...before, value] : before.filter((each) => each !== value);
    onView(filteredBy(view, key, next.length >= values.length ? null : next));
  };
  return (
    <div className={styles.columnMenu}>
      <fieldset>
        <legend>Sort by {label}</legend>
        {(
          [
            ['ascending', 'A to Z, first to last'],
            ['descending', 'Z to A, last to first'],
            [null, 'Not by this column'],
          ] as const
        ).map(([direction, words]) => (
          <label key={words}>
            <input
              type="radio"
              name={`sort ${key}`}
              checked={sorted === direction}
              onChange={() => onView(sortedBy(view, key, direction))}
            />{' '}
            {words}
          </label>
        ))}
      </fieldset>
      {values.length > 1 && values.length <= mostValues ? (
        <fieldset>
          <legend>Show rows with</legend>
          <span className={styles.buttons}>
            <Button look="quiet" onPress={() => onView(filteredBy(view, key, null))}>
              All
            </Button>
            <Button look="quiet" onPress={() => onView(filteredBy(view, key, []))}>
              None
            </Button>
          </span>
          <div className={styles.values}>
            {values.map(({ value, count }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={chosen === null || chosen.includes(value)}
                  onChange={(event) => tick(value, event.target.checked)}
                />{' '}
                {value === '' ? 'Blank' : value.length > 60 ? `${value.slice(0, 60)}…` : value}{' '}
                <span className={styles.count}>{count}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <fieldset>
        <legend>Column</legend>
        <span className={styles.buttons}>
          <Button look="quiet" onPress={() => onView(withWidth(view, key, width - widthStep))}>
            Narrower
          </Button>
          <Button look="quiet" onPress={() => onView(withWidth(view, key, width + widthStep))}>
            Wider
          </Button>
          <Button look="quiet" onPress={() => onView(shownColumn(view, key, false))}>
            Hide
          </Button>
        </span>
      </fieldset>
    </div>
  );
}
