import type { Database } from 'better-sqlite3';
import type { TableName } from '#shared/model/tables.ts';
import { mergedTables } from './mergeUnits.ts';

/** A column that names a row of another table. */
export interface Reference {
  readonly table: TableName;
  readonly column: string;
  readonly parent: TableName;
  readonly parentColumn: string;
}

/** Read off the schema, so that a column which a migration adds is known without a word here. */
export function referencesOf(database: Database): readonly Reference[] {
  return mergedTables.flatMap((table) =>
    (
      database.pragma(`foreign_key_list("${table}")`) as readonly {
        readonly table: TableName;
        readonly from: string;
        readonly to: string | null;
      }[]
    ).map(({ table: parent, from: column, to }) => ({ table, column, parent, parentColumn: to ?? 'id' })),
  );
}

/** The two ends of a link and what a comment stands beside: of several tables, so the schema does not know. */
const loose: readonly { readonly table: TableName; readonly column: string; readonly kind: string }[] = [
  { table: 'link', column: 'sourceId', kind: 'sourceKind' },
  { table: 'link', column: 'target', kind: 'targetKind' },
  { table: 'documentComment', column: 'targetId', kind: 'targetKind' },
];

/** What a row names, each with the table and the column that it is found in. */
export function namedBy(
  references: readonly Reference[],
  table: TableName,
  row: Readonly<Record<string, string | number | null>>,
): readonly {
  readonly column: string;
  readonly parent: TableName;
  readonly parentColumn: string;
  readonly value: string;
}[] {
  const declared = references.filter((reference) => reference.table === table);
  const ends = loose
    .filter((end) => end.table === table && isTable(row[end.kind]))
    .map(({ column, kind }) => ({ column, parent: row[kind] as TableName, parentColumn: 'id' }));
  return [...declared, ...ends].flatMap(({ column, parent, parentColumn }) => {
    const value = row[column];
    return typeof value === 'string' ? [{ column, parent, parentColumn, value }] : [];
  });
}

const isTable = (kind: unknown): boolean => mergedTables.some((table) => table === kind);
