import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;

async function withItems(test: TestCore, codes: readonly string[]) {
  const { id } = await test.call('framework.add', { title: 'Regional points', description: '' });
  const items: string[] = [];
  for (const code of codes)
    items.push((await test.call('frameworkItem.add', { frameworkId: id, code, title: `Point ${code}` })).id);
  return { id, items };
}
const codesOf = async (test: TestCore): Promise<string> =>
  (await load(test)).frameworkItem
    .toSorted((one, other) => one.position - other.position)
    .map(({ code }) => code)
    .join('');

it('goes to the bin and comes back with its items and everything they are linked to', async () => {
  const test = await openCore();
  const { id, items } = await withItems(test, ['1', '2']);
  const [sourceId = ''] = items;
  const { cycle } = await load(test);
  const { id: target } = await test.call('action.add', { planId: cycle[0]?.newPlanId ?? '', fields: {} });
  const { id: evidence } = await test.call('evidence.add', { fields: {} });
  await test.call('link.add', { sourceKind: 'frameworkItem', sourceId, targetKind: 'action', target });
  await test.call('link.add', { sourceKind: 'frameworkItem', sourceId, targetKind: 'evidence', target: evidence });
  const before = await load(test);

  await test.call('framework.bin', { id });
  const { rows, history } = await test.call('workspace.load', {});
  expect(rows.framework).toMatchObject([{ id, binned: true }]);
  expect([rows.frameworkItem, rows.link]).toEqual([before.frameworkItem, before.link]);
  expect(history.undo).toBe('Put the framework Regional points in the bin');
  await test.call('framework.unbin', { id });
  expect(await load(test)).toEqual(before);

  await test.call('frameworkItem.bin', { ids: items });
  expect((await load(test)).frameworkItem.map(({ binned }) => binned)).toEqual([true, true]);
  await test.call('history.undo', {});
  expect(await load(test)).toEqual(before);
});

it('takes new words for a framework and for its items', async () => {
  const test = await openCore();
  const { id, items } = await withItems(test, ['1']);
  await test.call('framework.edit', { id, description: 'Agreed in spring' });
  await test.call('frameworkItem.edit', { id: items[0] ?? '', title: 'Careers' });
  const rows = await load(test);
  expect(rows.framework).toMatchObject([{ title: 'Regional points', description: 'Agreed in spring' }]);
  expect(rows.frameworkItem).toMatchObject([{ code: '1', title: 'Careers' }]);
});

it('moves an item before another or to the end, and no item into another framework', async () => {
  const test = await openCore();
  const { items } = await withItems(test, ['a', 'b', 'c']);
  const [a = '', b = '', c = ''] = items;
  await test.call('frameworkItem.move', { id: c, before: a });
  expect(await codesOf(test)).toBe('cab');
  await test.call('frameworkItem.move', { id: c, before: null });
  expect(await codesOf(test)).toBe('abc');
  await test.call('frameworkItem.move', { id: b, before: b });
  expect(await codesOf(test)).toBe('abc');
  const other = await withItems(test, ['z']);
  expect(await test.refusal('frameworkItem.move', { id: a, before: other.items[0] ?? '' })).toMatchObject({
    code: 'refused-by-rule',
  });
});

it('moves a framework among the others', async () => {
  const test = await openCore();
  const first = await withItems(test, []);
  const second = await withItems(test, []);
  await test.call('framework.move', { id: second.id, before: first.id });
  const ids = (await load(test)).framework.toSorted((one, other) => one.position - other.position).map(({ id }) => id);
  expect(ids).toEqual([second.id, first.id]);
});

it('keeps the order of a list in which items are moved about, whatever the moves', async () => {
  const test = await openCore();
  const codes = [...'abcdef'];
  const { items } = await withItems(test, codes);
  const move = fc.tuple(fc.nat(5), fc.option(fc.nat(5)));
  let expected = codes;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 30 }), async (moves) => {
      for (const [from, to] of moves) {
        const [moving, before] = [codes[from] ?? '', to === null ? null : (codes[to] ?? '')];
        await test.call('frameworkItem.move', {
          id: items[from] ?? '',
          before: to === null ? null : (items[to] ?? ''),
        });
        if (moving !== before) {
          const staying = expected.filter((code) => code !== moving);
          const at = before === null ? staying.length : staying.indexOf(before);
          expected = staying.toSpliced(at, 0, moving);
        }
      }
      expect(await codesOf(test)).toBe(expected.join(''));
    }),
    { numRuns: 20 },
  );
});
