import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadMigrations } from '#core/workspace/migrations.ts';
import { tableNames, tables } from '#shared/model/tables.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { makeFile, withPlainSqlite } from '#test/helpers/workspaceFile.ts';

const released = JSON.parse(readFileSync(join(import.meta.dirname, 'released.json'), 'utf8')) as Record<string, string>;

describe('the migration files', () => {
  // Somebody's file was made by the released bytes: a change belongs into a new migration, with a line in released.json.
  it('are as they were released', () => {
    const sums = loadMigrations().map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]);
    expect(Object.fromEntries(sums)).toEqual(released);
  });

  it('hold no transaction words, which would escape the transaction around them', () => {
    for (const { sql } of loadMigrations()) {
      const code = sql
        .replace(/--.*$/gmu, '')
        .replace(/'[^']*'/gu, "''")
        // A trigger begins and ends with words that are no transaction's.
        .replace(/CREATE TRIGGER[\s\S]*?\bEND;/gu, '');
      expect(code).not.toMatch(/\b(?:BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|ATTACH|VACUUM|PRAGMA)\b/iu);
    }
  });
});

describe('the newest schema', () => {
  const read = <Value>(sql: string): readonly Value[] =>
    withPlainSqlite(makeFile(temporaryFolder()), (database) => database.prepare(sql).all() as Value[]);
  const ownTables =
    "FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'searchIndex%' AND type = 'table'";

  it('has every table of the model, the log, the bytes with their thumbnails and the search, and no other', () => {
    const names = read<{ readonly name: string }>(`SELECT name ${ownTables} ORDER BY name`);
    expect(names.map(({ name }) => name)).toEqual(
      [...tableNames, 'change', 'content', 'searchEntry', 'step', 'thumbnail'].toSorted(),
    );
  });

  it('is strict everywhere', () => {
    expect(read(`SELECT name ${ownTables} AND NOT strict`)).toEqual([]);
  });

  it.each(tableNames)(
    'has the columns of the model in %s, and those may be null that may be so in the model',
    (table) => {
      const columns = read<{ readonly name: string; readonly notnull: number }>(
        `SELECT name, "notnull" FROM pragma_table_info('${table}') ORDER BY cid`,
      );
      expect(columns.map(({ name }) => name)).toEqual(Object.keys(tables[table].shape));
      const mayBeNull = Object.entries(tables[table].shape).map(([name, schema]) => [
        name,
        schema instanceof z.ZodNullable,
      ]);
      expect(columns.map(({ name, notnull }) => [name, notnull === 0])).toEqual(mayBeNull);
    },
  );
});
