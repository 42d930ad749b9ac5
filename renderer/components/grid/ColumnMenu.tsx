import { useMemo, useState } from 'react';
import type { GridView } from '#shared/model/gridView.ts';
import { folded } from '#shared/model/searchWords.ts';
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

/** Values listed at a time; of more, those with some words are asked for. */
const mostValues = 60;
const widthStep = 24;

/** Everything that can be done with one column, the same from its heading and from the tools above the grid. */
export function ColumnMenu<Row>({ column, rows, width, view, onView }: ColumnMenuProps<Row>) {
  const { key, label } = column;
  const sorted = sortOf(view, key);
  const [sought, setSought] = useState('');
  const values = useMemo(() => filterValues(rows, column), [rows, column]);
  const wanted = folded(sought.trim());
  const found = values.filter(({ value }) => wanted === '' || folded(value).includes(wanted));
  const chosen = view.filters[key] ?? null;
  // Of very many values somebody picks the few they want; of few they take away what they do not.
  const isMany = values.length > mostValues;
  const tick = (value: string, ticked: boolean): void => {
    const before = chosen ?? (isMany ? [] : values.map((each) => each.value));
    const next = ticked ? [...before, value] : before.filter((each) => each !== value);
    const isAll = next.length >= values.length || (isMany && next.length === 0);
    onView(filteredBy(view, key, isAll ? null : next));
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
      {values.length > 1 ? (
        <fieldset>
          <legend>Show rows with</legend>
          {isMany ? (
            <input
              className={styles.input}
              type="search"
              aria-label={`Find in ${label}`}
              placeholder={`Find in ${label}`}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          ) : null}
          <span className={styles.buttons}>
            <Button look="quiet" onPress={() => onView(filteredBy(view, key, null))}>
              All
            </Button>
            {isMany ? null : (
              <Button look="quiet" onPress={() => onView(filteredBy(view, key, []))}>
                None
              </Button>
            )}
          </span>
          <div className={styles.values}>
            {found.slice(0, mostValues).map(({ value, count }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={chosen === null ? !isMany : chosen.includes(value)}
                  onChange={(event) => tick(value, event.target.checked)}
                />{' '}
                {value === '' ? 'Blank' : value.length > 60 ? `${value.slice(0, 60)}…` : value}{' '}
                <span className={styles.count}>{count}</span>
              </label>
            ))}
          </div>
          {found.length > mostValues ? (
            <p className={styles.hint}>
              {mostValues} of {found.length} values are listed. Write some words to find another.
            </p>
          ) : null}
          {found.length === 0 ? <p className={styles.hint}>No value has these words.</p> : null}
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
