import { expect, it } from 'vitest';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { mergedTables } from './mergeUnits.ts';
import { settle } from './settleMerge.ts';

const side = (rows: Readonly<Partial<Record<TableName, readonly StoredRow[]>>>): StoredTables =>
  new Map(mergedTables.map((table) => [table, new Map((rows[table] ?? []).map((row) => [String(row.id), row]))]));
const references = [{ table: 'rating', column: 'actionId', parent: 'action', parentColumn: 'id' }] as const;

it('lets a row change that named something gone before, and settles at once', () => {
  const from = { id: 'c', targetKind: 'answer', targetId: 'gone', settled: 0 };
  const write = { table: 'documentComment', id: 'c', from, to: { ...from, settled: 1 } } as const;
  expect(settle(references, side({ documentComment: [from] }), [write])).toEqual({
    writes: [write],
    dropped: [],
    kept: [],
  });
});

it('takes back half of what a row would name that is not here, and keeps the other half', () => {
  const from = { id: 'r', actionId: 'a', rag: null, ratedOn: '2026-11-21', progress: '' };
  const to = { ...from, actionId: 'left-out', progress: 'Begun' };
  const { writes, dropped } = settle(references, side({ action: [{ id: 'a' }], rating: [from] }), [
    { table: 'rating', id: 'r', from, to },
  ]);
  expect(writes).toMatchObject([{ to: { actionId: 'a', progress: 'Begun' } }]);
  expect(dropped).toHaveLength(1);
});

it('goes round until nothing hangs on what is left out: an action, its rating, what that brought', () => {
  const added = (table: TableName, to: StoredRow) => ({ table, id: String(to.id), from: null, to });
  const chain = [
    { table: 'action', column: 'planId', parent: 'plan', parentColumn: 'id' },
    { table: 'evidence', column: 'attachmentId', parent: 'attachment', parentColumn: 'id' },
    ...references,
  ] as const;
  const { writes, dropped } = settle(chain, side({}), [
    added('rating', { id: 'r', actionId: 'a' }),
    added('action', { id: 'a', planId: 'left-out' }),
    added('attachment', { id: 'f' }),
  ]);
  expect(writes).toEqual([]);
  expect(dropped.map(({ id }) => id).toSorted()).toEqual(['a', 'r']);
});
