import { expect, it } from 'vitest';
import { all, readWord, textOf, valueIn } from '#test/golden/word/readWord.ts';
import { openCore } from '#test/helpers/openCore.ts';

/** A new plan of three actions, of which two serve items of one framework. */
async function grouped() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const [cycle] = rows.cycle;
  const planId = cycle?.newPlanId ?? '';
  const add = async (ref: string, text: string) =>
    (await test.call('action.add', { planId, fields: { ref, text, themes: ['visibility'] } })).id;
  const [first, second] = [await add('V1', 'Publish a directory'), await add('V2', 'Open the workshops')];
  await add('V3', 'Hold a conference');
  const { id: framework } = await test.call('framework.add', { title: 'Regional points', description: '' });
  const item = async (code: string, title: string) =>
    (await test.call('frameworkItem.add', { frameworkId: framework, code, title })).id;
  const [careers, posts, gone] = [
    await item('P1', 'Career paths'),
    await item('P2', 'Shared posts'),
    await item('P3', 'Old'),
  ];
  const map = (sourceId: string, target: string) =>
    test.call('link.add', { sourceKind: 'frameworkItem', sourceId, targetKind: 'action', target });
  await map(posts, first);
  await map(careers, second);
  await map(posts, second);
  await map(gone, first);
  await test.call('frameworkItem.bin', { ids: [gone] });
  return { ...test, cycleId: cycle?.id ?? '', planId, framework };
}

it('prints the plan under the items of a framework, each action once, with what else it serves', async () => {
  const { call, core, cycleId, framework } = await grouped();
  const made = await call('export.word', {
    cycleId,
    parts: ['new-plan'],
    planAs: 'tables',
    planBy: { framework },
    language: 'en-GB',
    draft: true,
  });
  const text = textOf(readWord((await core.fileTokens.read(made.file, Number.POSITIVE_INFINITY)).bytes).document);
  const places = ['P1 · Career paths', 'Open the workshops', 'P2 · Shared posts', 'Publish a directory'].map((words) =>
    text.lastIndexOf(words),
  );
  // The other item of the second action stands in its cell, so the heading is the last but one of its words.
  expect(text).toContain('No item of Regional points');
  expect(text).toContain('P2 · Shared posts, Visibility');
  expect(text).not.toContain('P3');
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(text.match(/Open the workshops/g)).toHaveLength(1);
  expect(text.indexOf('Hold a conference')).toBeGreaterThan(text.indexOf('Publish a directory'));
});

it('gives the workbook a sheet for each item, and the way back stays exact', async () => {
  const test = await grouped();
  const { call, core, cycleId, framework, planId } = test;
  const made = await call('export.workbook', { cycleId, plan: 'next', sheets: { framework } });
  const { preview } = await call('import.preview', { file: made.file, planId });
  const names = preview.tables.map(({ sheet }) => sheet);
  expect(names).toEqual(
    expect.arrayContaining(['P1 · Career paths', 'P2 · Shared posts', 'No item of Regional points']),
  );
  expect(preview.actions).toHaveLength(3);
  for (const { match } of preview.actions) expect(match).toMatchObject({ kind: 'identical', changes: [] });
  expect(preview.missing).toEqual([]);
  expect(core).toBeDefined();
});

it('refuses a framework that is not there', async () => {
  const { refusal, cycleId } = await grouped();
  const framework = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
  expect(await refusal('export.workbook', { cycleId, plan: 'next', sheets: { framework } })).toMatchObject({
    code: 'not-found',
  });
});

it('prints an earlier state under the items that it had, and by theme one that had no framework yet', async () => {
  const { call, core, cycleId, planId, framework } = await grouped();
  const stepNow = async () => (await call('workspace.load', {})).history.stepId;
  const before = await stepNow();
  const first = (await call('workspace.load', {})).rows.action.find(
    (action) => action.planId === planId && action.ref === 'V3',
  );
  const { id: late } = await call('frameworkItem.add', { frameworkId: framework, code: 'P9', title: 'Added later' });
  await call('link.add', {
    sourceKind: 'frameworkItem',
    sourceId: late,
    targetKind: 'action',
    target: first?.id ?? '',
  });
  const asked = {
    cycleId,
    parts: ['new-plan'],
    planAs: 'tables',
    planBy: { framework },
    language: 'en-GB',
    draft: true,
  } as const;
  const headings = async (stepId: number | null) => {
    const { file } = await call('export.word', { ...asked, ...(stepId === null ? {} : { stepId }) });
    const { document } = readWord((await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes);
    return all(document, 'w:p')
      .filter((each) => valueIn(each, 'w:pStyle') === 'Heading2')
      .map(textOf);
  };
  const items = ['P1 · Career paths', 'P2 · Shared posts'];
  expect(await headings(null)).toEqual([...items, 'P9 · Added later']);
  expect(await headings(before)).toEqual([...items, 'No item of Regional points']);
  expect(await headings(4)).toEqual(['Visibility']);
  expect((await call('export.preview', { ...asked, stepId: 4 })).planBy).toBe('theme');
  expect((await call('export.preview', { ...asked, stepId: before })).planBy).toEqual({ framework });
  const book = await call('export.workbook', { cycleId, plan: 'next', sheets: { framework }, stepId: 4 });
  expect(
    (await call('import.preview', { file: book.file, planId })).preview.tables.map(({ sheet }) => sheet),
  ).toContain('Visibility');
});
