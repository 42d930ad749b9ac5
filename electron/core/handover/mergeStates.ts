import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { differ, mergeRow, type RowMerge, whole } from './mergeRow.ts';
import { mergedTables } from './mergeUnits.ts';
import { namedBy, type Reference } from './references.ts';
import { knownAsHere } from './sameThings.ts';

export interface Merge {
  readonly rows: readonly RowMerge[];
  /** Rows that the copy removed and that stay, because something here belongs to them. */
  readonly kept: readonly RowMerge[];
}

/**
 * What a copy brings to a workspace, by the state that both began with. Pure: nothing of it is decided or written.
 * Nothing is lost on either side: whatever differs in the copy is either in what comes in, or a question, or kept.
 */
export function mergeStates(
  references: readonly Reference[],
  before: StoredTables,
  here: StoredTables,
  returned: StoredTables,
): Merge {
  const { common, copy } = knownAsHere(references, here, before, returned);
  const touchedHere = touched(common, here);
  const touchedThere = touched(common, copy);
  const rows = new Map<string, RowMerge>();
  for (const table of mergedTables) {
    const [was, mine, theirs] = [common, here, copy].map((side) => side.get(table) ?? none);
    const ids = new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]);
    for (const id of ids) {
      const states = {
        table,
        id,
        common: was?.get(id) ?? null,
        here: mine?.get(id) ?? null,
        copy: theirs?.get(id) ?? null,
      };
      const key = keyOf(table, id);
      const merge = mergeRow(states, { here: touchedHere.has(key), copy: touchedThere.has(key) });
      if (merge) rows.set(key, merge);
    }
  }
  askForParents(rows, references, here, common, copy);
  return { kept: keepParents(rows, references, here), rows: [...rows.values()] };
}

const none: ReadonlyMap<string, StoredRow> = new Map();
export const keyOf = (table: TableName, id: string): string => `${table} ${id}`;

/** Actions of which a rating or a decision was worked on, and frameworks of which an item was, since the common state. */
function touched(common: StoredTables, side: StoredTables): ReadonlySet<string> {
  const parents = [
    ['rating', 'action', 'actionId'],
    ['lineage', 'action', 'fromActionId'],
    ['frameworkItem', 'framework', 'frameworkId'],
  ] as const;
  const found = new Set<string>();
  for (const [table, parent, column] of parents) {
    const was = common.get(table) ?? none;
    for (const [id, row] of side.get(table) ?? none) {
      const before = was.get(id);
      if (!before || differ(table, before, row)) found.add(keyOf(parent, String(row[column])));
    }
  }
  return found;
}

/** What comes in may belong to something that was removed here: whether that is to come back is a question. */
function askForParents(
  rows: Map<string, RowMerge>,
  references: readonly Reference[],
  here: StoredTables,
  common: StoredTables,
  copy: StoredTables,
): void {
  const open = [...rows.values()];
  for (let next = open.pop(); next; next = open.pop()) {
    const coming = next.merged ?? (next.conflicts.includes(whole) ? next.copy : null);
    if (!coming || !next.copy) continue;
    for (const { parent, parentColumn, value } of namedBy(references, next.table, coming)) {
      if (parentColumn !== 'id' || here.get(parent)?.has(value) || rows.has(keyOf(parent, value))) continue;
      const gone = copy.get(parent)?.get(value);
      if (!gone) continue;
      const asked: RowMerge = {
        table: parent,
        id: value,
        common: common.get(parent)?.get(value) ?? null,
        here: null,
        copy: gone,
        merged: null,
        taken: [],
        together: [],
        conflicts: [whole],
      };
      rows.set(keyOf(parent, value), asked);
      open.push(asked);
    }
  }
}

/** A row that goes while something here names it stays, and so does whatever it names itself. */
function keepParents(
  rows: Map<string, RowMerge>,
  references: readonly Reference[],
  here: StoredTables,
): readonly RowMerge[] {
  const kept: RowMerge[] = [];
  const isGoing = ({ here: mine, merged }: RowMerge): boolean => mine !== null && merged === null;
  if (![...rows.values()].some(isGoing)) return kept;
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    for (const [table, mine] of here)
      for (const [id, row] of mine) {
        const own = rows.get(keyOf(table, id));
        if (own && isGoing(own)) continue;
        for (const { parent, value } of namedBy(references, table, own?.merged ?? row)) {
          const going = rows.get(keyOf(parent, value));
          if (!going || !isGoing(going)) continue;
          rows.delete(keyOf(parent, value));
          kept.push(going);
        }
      }
  }
  return kept;
}
