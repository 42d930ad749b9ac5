import { dayFromText, shortDate } from '../../text/dates.ts';
import type { CellRead, GridColumn } from './gridColumns.ts';

/** Columns of the usual kinds: a text, a day, one of a list. What they take is checked as if it had been typed. */

type Key<Row, Value> = { [Name in keyof Row]: Row[Name] extends Value ? Name : never }[keyof Row] & string;

export function textCell<Row>(
  key: Key<Row, string>,
  label: string,
  width: number,
  more: Partial<GridColumn<Row>> = {},
): GridColumn<Row> {
  const text = (row: Row): string => String(row[key]);
  return {
    key,
    label,
    width,
    text,
    fields: (row) => [{ key, label, text: text(row) }],
    read: (written) => ({ ok: true, fields: { [key]: written } }),
    ...more,
  };
}

export function dayCell<Row>(
  key: Key<Row, string | null>,
  label: string,
  width: number,
  more: Partial<GridColumn<Row>> = {},
): GridColumn<Row> {
  const day = (row: Row): string | null => row[key] as string | null;
  const text = (row: Row): string => {
    const own = day(row);
    return own === null ? '' : shortDate(own);
  };
  return {
    key,
    label,
    width,
    text,
    fields: (row) => [{ key, label, text: text(row) }],
    read: (written) => {
      const meant = dayFromText(written);
      return meant === undefined
        ? { ok: false, problem: 'Write a day such as 14 May 2026 or 14/05/2026.' }
        : { ok: true, fields: { [key]: meant } };
    },
    sortBy: day,
    ...more,
  };
}

export function choiceCell<Row, Value extends string>(
  key: Key<Row, Value>,
  label: string,
  width: number,
  words: Readonly<Record<Value, string>>,
  more: Partial<GridColumn<Row>> = {},
): GridColumn<Row> {
  const values = Object.keys(words) as Value[];
  const text = (row: Row): string => words[row[key] as Value];
  return {
    key,
    label,
    width,
    text,
    fields: (row) => [{ key, label, text: text(row) }],
    choices: values.map((value) => ({ value, label: words[value] })),
    read: (written) => readChoice(written, key, values, words),
    sortBy: (row) => values.indexOf(row[key] as Value),
    ...more,
  };
}

function readChoice<Value extends string>(
  written: string,
  key: string,
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): CellRead {
  const plain = written.trim().toLowerCase();
  const value = values.find((each) => words[each].toLowerCase() === plain || each === plain);
  return value === undefined
    ? { ok: false, problem: `Write one of: ${values.map((each) => words[each]).join(', ')}.` }
    : { ok: true, fields: { [key]: value } };
}
