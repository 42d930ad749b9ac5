import type { Database, Statement } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import type { Row, TableName } from '#shared/model/tables.ts';
import { codecOf, rowFromStored, type StoredRow, storedFromRow } from './rows.ts';
import { statementOf } from './statements.ts';

type Bound = string | number | null;
type Conditions<Table extends TableName> = { readonly [Column in keyof Row<Table>]?: Bound };

/** Typed rows in and out of the open workspace. Every repository goes through here, so SQL names are checked once. */
export interface TableAccess {
  /** Throws the refusal `not-found` when there is no such row. */
  readonly get: <Table extends TableName>(table: Table, id: string) => Row<Table>;
  readonly find: <Table extends TableName>(table: Table, id: string) => Row<Table> | undefined;
  /** All rows that match every condition, by id unless an order is given. Null matches null. */
  readonly all: <Table extends TableName>(
    table: Table,
    where?: Conditions<Table>,
    orderBy?: readonly (keyof Row<Table> & string)[],
  ) => readonly Row<Table>[];
  readonly insert: <Table extends TableName>(table: Table, row: Row<Table>) => void;
  /** Writes the given columns where they differ from what is there, so that nothing unchanged enters the log. */
  readonly update: <Table extends TableName>(table: Table, id: string, fields: Partial<Row<Table>>) => void;
  readonly remove: (table: TableName, id: string) => void;
  /** For the few questions that rows do not answer: counts, newest, full text. */
  readonly select: (sql: string, ...values: readonly Bound[]) => readonly StoredRow[];
  readonly database: Database;
}

export function createTableAccess(database: Database): TableAccess {
  const prepare = (sql: string): Statement => statementOf(database, sql);
  const column = (table: TableName, name: string): string => {
    if (!codecOf(table).columns.includes(name)) throw new Error(`The table ${table} has no column ${name}`);
    return `"${name}"`;
  };

  const find = <Table extends TableName>(table: Table, id: string): Row<Table> | undefined => {
    const stored = prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as StoredRow | undefined;
    return stored && rowFromStored(table, stored);
  };

  return {
    database,
    find,
    get: (table, id) => {
      const row = find(table, id);
      if (!row) throw new Refusal('not-found', { place: table });
      return row;
    },
    all: (table, where = {}, orderBy = []) => {
      const entries = Object.entries(where) as [string, Bound][];
      const conditions = entries.map(([name]) => `${column(table, name)} IS ?`).join(' AND ') || '1';
      const order = [...orderBy.map((name) => column(table, name)), 'id'].join(', ');
      const rows = prepare(`SELECT * FROM "${table}" WHERE ${conditions} ORDER BY ${order}`).all(
        ...entries.map(([, value]) => value),
      ) as StoredRow[];
      return rows.map((stored) => rowFromStored(table, stored));
    },
    insert: (table, row) => {
      const stored = storedFromRow(table, row);
      const names = Object.keys(stored);
      prepare(
        `INSERT INTO "${table}" (${names.map((name) => column(table, name)).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...Object.values(stored));
    },
    update: (table, id, fields) => {
      const current = prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as StoredRow | undefined;
      if (!current) throw new Refusal('not-found', { place: table });
      const changed = Object.entries(storedFromRow(table, fields)).filter(([name, value]) => current[name] !== value);
      if (changed.length === 0) return;
      prepare(
        `UPDATE "${table}" SET ${changed.map(([name]) => `${column(table, name)} = ?`).join(', ')} WHERE id = ?`,
      ).run(...changed.map(([, value]) => value), id);
    },
    remove: (table, id) => {
      prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
    },
    select: (sql, ...values) => prepare(sql).all(...values) as StoredRow[],
  };
}
