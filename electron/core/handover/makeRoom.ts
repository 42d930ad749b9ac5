import { handoverLimits } from '#shared/limits.ts';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { RowWrite } from './decideMerge.ts';

export interface Roomy {
  readonly writes: readonly RowWrite[];
  /** A sentence for each name that had to change. */
  readonly notes: readonly string[];
}

/**
 * New rows whose number, reference or place was given on both sides to different things: what is here keeps it, and
 * what comes in takes the next that is free.
 */
export function makeRoom(here: StoredTables, copy: StoredTables, writes: readonly RowWrite[]): Roomy {
  const notes: string[] = [];
  const numbers = new Map<TableName, Set<number>>();
  const positions = new Map<string, Set<number>>();
  const refs = refsOf(here, copy);
  const added = (write: RowWrite): StoredRow => {
    let row = write.to as StoredRow;
    if (write.table === 'voice' || write.table === 'evidence') row = numbered(write.table, row, here, numbers, notes);
    if (write.table === 'action') row = referenced(row, here, copy, refs, notes);
    return ordered.has(write.table) ? placed(write.table, row, here, positions) : row;
  };
  const inOrder = writes.toSorted((one, other) => Number(one.to?.position ?? 0) - Number(other.to?.position ?? 0));
  return {
    writes: inOrder.map((write) => (write.from === null && write.to ? { ...write, to: added(write) } : write)),
    notes,
  };
}

/** Lists that a person orders; the prompts of a form have the places of the form. */
const ordered: ReadonlySet<TableName> = new Set<TableName>([
  'action',
  'framework',
  'frameworkItem',
  'signatory',
  'evidenceKind',
]);

const rowsOf = (side: StoredTables, table: TableName): readonly StoredRow[] => [...(side.get(table)?.values() ?? [])];

function numbered(
  table: 'voice' | 'evidence',
  row: StoredRow,
  here: StoredTables,
  taken: Map<TableName, Set<number>>,
  notes: string[],
): StoredRow {
  const used = taken.get(table) ?? new Set(rowsOf(here, table).map(({ number }) => Number(number)));
  taken.set(table, used);
  const wanted = Number(row.number);
  const number = used.has(wanted) ? Math.max(0, ...used) + 1 : wanted;
  used.add(number);
  if (number === wanted) return row;
  const name = table === 'voice' ? 'Voice' : 'Evidence';
  notes.push(
    `${name} ${wanted} of the copy came in as ${name.toLowerCase()} ${number}, because the number is taken here.`,
  );
  return { ...row, number };
}

type Refs = Map<string, Set<string>>;

const refKey = (ref: unknown): string => String(ref).trim().toLowerCase();

function refsOf(here: StoredTables, copy: StoredTables): Refs {
  const refs: Refs = new Map();
  for (const { planId, ref } of [...rowsOf(here, 'action'), ...rowsOf(copy, 'action')]) {
    const ofPlan = refs.get(String(planId)) ?? new Set();
    refs.set(String(planId), ofPlan.add(refKey(ref)));
  }
  return refs;
}

/** A reference that was used twice on purpose stays so: only one that a new action here has is taken. */
function referenced(row: StoredRow, here: StoredTables, copy: StoredTables, refs: Refs, notes: string[]): StoredRow {
  const key = refKey(row.ref);
  const isTaken =
    key !== '' &&
    rowsOf(here, 'action').some(
      ({ id, planId, ref, binned }) =>
        planId === row.planId &&
        binned === 0 &&
        refKey(ref) === key &&
        refKey(copy.get('action')?.get(String(id))?.ref) !== key,
    );
  if (!isTaken) return row;
  const used = refs.get(String(row.planId)) ?? new Set();
  const [, start = '', digits = ''] = /^(.*?)(\d*)$/su.exec(String(row.ref).trim()) ?? [];
  for (
    let number = Number(digits === '' ? 1 : digits) + 1, tries = 0;
    tries < handoverLimits.renumberTries;
    number += 1, tries += 1
  ) {
    const ref = digits === '' ? `${start}-${number}` : start + String(number).padStart(digits.length, '0');
    if (used.has(refKey(ref))) continue;
    used.add(refKey(ref));
    notes.push(
      `The new action ${String(row.ref).trim()} of the copy came in as ${ref}, because there is a new ${String(row.ref).trim()} here.`,
    );
    return { ...row, ref };
  }
  return row;
}

/** Behind what has the same place here, before what comes next. */
function placed(table: TableName, row: StoredRow, here: StoredTables, positions: Map<string, Set<number>>): StoredRow {
  const parent = ['planId', 'frameworkId'].find((column) => column in row);
  const isSibling = (other: StoredRow) => parent === undefined || other[parent] === row[parent];
  const key = `${table} ${parent === undefined ? '' : row[parent]}`;
  const used =
    positions.get(key) ??
    new Set(
      rowsOf(here, table)
        .filter(isSibling)
        .map(({ position }) => Number(position)),
    );
  positions.set(key, used);
  let position = Number(row.position);
  if (used.has(position)) {
    const after = Math.min(...[...used].filter((other) => other > position));
    position = Number.isFinite(after) ? (position + after) / 2 : Math.floor(position) + 1;
  }
  // The gap is used up: the same place twice is still an order, by id.
  used.add(position);
  return { ...row, position };
}
