import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { isSame, type RowWrite } from './decideMerge.ts';
import { keyOf } from './mergeStates.ts';
import { columnsOf } from './mergeUnits.ts';
import { namedBy, type Reference } from './references.ts';

/** Rows that are nothing by themselves: they come in with what names them, or not at all. */
const carried: ReadonlySet<TableName> = new Set<TableName>(['attachment', 'questionSet']);
export const isCarried = (table: TableName): boolean => carried.has(table);

export interface Settled {
  readonly writes: readonly RowWrite[];
  /** What did not come in because what it belongs to is not here. */
  readonly dropped: readonly RowWrite[];
  /** What was to go and stays, because something belongs to it. */
  readonly kept: readonly RowWrite[];
}

/** Takes from the writes what would name a row that there is none of, round by round until nothing is left to take. */
export function settle(references: readonly Reference[], here: StoredTables, decided: readonly RowWrite[]): Settled {
  const writes = new Map(decided.map((write) => [keyOf(write.table, write.id), write]));
  const dropped: RowWrite[] = [];
  const kept: RowWrite[] = [];
  for (let again = true; again; ) {
    again = false;
    const state = after(here, writes);
    const names = namesIn(references, state);
    for (const [key, write] of writes) {
      const { to } = write;
      if (!to) {
        if (!isNamed(names, write)) continue;
        writes.delete(key);
        kept.push(write);
        again = true;
        continue;
      }
      // What was named already and is not there is nothing that the merge brings.
      const missing = namedBy(references, write.table, to).filter(
        (named) => write.from?.[named.column] !== named.value && !isThere(state, named),
      );
      if (missing.length === 0) continue;
      again = true;
      dropped.push(write);
      const back = write.from
        ? withColumnsOf(
            write.table,
            to,
            write.from,
            missing.map(({ column }) => column),
          )
        : null;
      if (back && !isSame(write.from, back)) writes.set(key, { ...write, to: back });
      else writes.delete(key);
    }
  }
  const names = namesIn(references, after(here, writes));
  for (const [key, write] of writes)
    if (carried.has(write.table) && !write.from && !isNamed(names, write)) writes.delete(key);
  return { writes: [...writes.values()], dropped, kept };
}

type Rows = ReadonlyMap<TableName, ReadonlyMap<string, StoredRow>>;

function after(here: StoredTables, writes: ReadonlyMap<string, RowWrite>): Rows {
  const state = new Map([...here].map(([table, rows]) => [table, new Map(rows)]));
  for (const { table, id, to } of writes.values()) {
    if (to) state.get(table)?.set(id, to);
    else state.get(table)?.delete(id);
  }
  return state;
}

function isThere(
  state: Rows,
  {
    parent,
    parentColumn,
    value,
  }: { readonly parent: TableName; readonly parentColumn: string; readonly value: string },
): boolean {
  const rows = state.get(parent);
  if (!rows) return true;
  return parentColumn === 'id' ? rows.has(value) : [...rows.values()].some((row) => row[parentColumn] === value);
}

const nameOf = (parent: TableName, column: string, value: unknown): string => `${parent} ${column} ${value}`;

function namesIn(references: readonly Reference[], state: Rows): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [table, rows] of state)
    for (const row of rows.values())
      for (const { parent, parentColumn, value } of namedBy(references, table, row))
        names.add(nameOf(parent, parentColumn, value));
  return names;
}

function isNamed(names: ReadonlySet<string>, { table, id, from, to }: RowWrite): boolean {
  return names.has(nameOf(table, 'id', id)) || names.has(nameOf(table, 'key', (from ?? to)?.key));
}

/** A field goes back whole: half of a pair would contradict the other. */
function withColumnsOf(table: TableName, to: StoredRow, from: StoredRow, columns: readonly string[]): StoredRow {
  const unitOf = (column: string) =>
    Object.keys(to).find((first) => columnsOf(table, first).includes(column)) ?? column;
  const back = columns.flatMap((column) => columnsOf(table, unitOf(column)));
  return { ...to, ...Object.fromEntries(back.map((column) => [column, from[column] ?? null])) };
}
