import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';

/** A list that a person orders: rows of a table, of one plan or framework where it has several. */
export interface OrderedList {
  readonly table: TableName;
  /** The plan or framework; null where there is one list of them. */
  readonly parentId: string | null;
}

const parents: ReadonlyMap<TableName, string | null> = new Map<TableName, string | null>([
  ['action', 'planId'],
  ['frameworkItem', 'frameworkId'],
  ['framework', null],
  ['signatory', null],
  ['evidenceKind', null],
]);

/**
 * The lists that were put in another order on both sides, each in its own way. Only what all three states have counts:
 * what is new has its place by what it stands behind.
 */
export function twoOrders(common: StoredTables, here: StoredTables, copy: StoredTables): readonly OrderedList[] {
  return [...parents].flatMap(([table, column]) => {
    const [was, mine, theirs] = [common, here, copy].map((side) => side.get(table) ?? none) as [Rows, Rows, Rows];
    const lists = Map.groupBy(mine.values(), (row) => (column === null ? null : String(row[column])));
    return [...lists].flatMap(([parentId, rows]) => {
      const ids = rows.map(({ id }) => String(id)).filter((id) => was.has(id) && theirs.has(id));
      const [before, ours, others] = [was, mine, theirs].map((side) => inOrder(side, ids));
      return before !== ours && before !== others && ours !== others ? [{ table, parentId }] : [];
    });
  });
}

type Rows = ReadonlyMap<string, StoredRow>;
const none: Rows = new Map();

const inOrder = (rows: Rows, ids: readonly string[]): string => {
  const place = (id: string): number => Number(rows.get(id)?.position ?? 0);
  return ids.toSorted((one, other) => place(one) - place(other) || one.localeCompare(other)).join(' ');
};
