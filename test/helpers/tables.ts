import { type TableName, tableNames } from '#shared/model/tables.ts';
import type { TestCore } from './openCore.ts';

type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Every table as SQLite holds it, in the order of ids; those named in `without` are left out. */
export const tablesOf = ({ services }: TestCore, without: readonly TableName[] = []): Tables =>
  Object.fromEntries(
    tableNames
      .filter((table) => !without.includes(table))
      .map((table) => [
        table,
        services.session.required().database.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as never,
      ]),
  );
