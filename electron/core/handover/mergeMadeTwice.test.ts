import { beforeEach, expect, it } from 'vitest';
import type { Row, TableName } from '#shared/model/tables.ts';
import { type HandedOver, handOver, mergeBack, readBack } from '#test/helpers/handedOver.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { pngOf } from '#test/helpers/pictures.ts';
import { paragraph, wordFile } from '#test/helpers/wordFile.ts';

const all = <Table extends TableName>(test: TestCore, table: Table): readonly Row<Table>[] =>
  test.services.session.required().rows.all(table);

let here: TestCore;
let handed: HandedOver;
let copy: TestCore;
let actionId: string;
beforeEach(async () => {
  here = await openCore();
  const planId = all(here, 'cycle')[0]?.lastPlanId ?? '';
  actionId = (await here.call('action.add', { planId, fields: { ref: 'V1', text: 'Put names on the doors' } })).id;
  handed = await handOver(here);
  copy = handed.copy;
});

it('a question names files, and a rating says where the action was rated on both sides', async () => {
  for (const [test, text] of [
    [copy, 'theirs'],
    [here, 'ours'],
  ] as const) {
    const logo = test.core.fileTokens.holdBytes(`${text}.png`, pngOf(text === 'ours' ? 1 : 2, 1));
    await test.call('institution.setLogo', { file: logo });
    await test.call('rating.give', { actionIds: [actionId], rag: text === 'ours' ? 'amber' : 'green' });
  }
  const { conflicts, items } = await readBack(here, handed);
  expect(conflicts).toMatchObject([{ field: 'logoId', common: '', here: 'ours.png', copy: 'theirs.png' }]);
  expect(items.flatMap(({ lines }) => lines.map(({ what }) => what))).toEqual([
    'Rated Green on 21 November 2026. It was rated here too since then; both stay, and the newer one counts',
  ]);
});

it('what becomes of an action, decided once on each side, is one decision that is asked about', async () => {
  await copy.call('lineage.decide', { actionIds: [actionId], kind: 'done', reason: 'All doors have names' });
  await here.call('lineage.decide', { actionIds: [actionId], kind: 'dropped', reason: 'No doors are left' });
  const { preview } = await mergeBack(here, handed);
  expect(preview.conflicts.map(({ name, field, here: ours, copy: theirs }) => [name, field, ours, theirs])).toEqual([
    ['V1 · Put names on the doors', 'kind', ['dropped', 'No doors are left'], ['done', 'All doors have names']],
  ]);
  expect(all(here, 'lineage')).toMatchObject([{ kind: 'done', reason: 'All doors have names' }]);
});

it('a stage that both began comes in with a word of warning, and is left out whole by one tick', async () => {
  for (const test of [copy, here]) await test.call('cycle.start', { stage: 3, signedOn: null });
  const preview = await readBack(here, handed);
  expect(preview.notes).toEqual([
    'Stage 3 was started here and in the copy. Untick the one of the copy, unless both are to be here afterwards.',
  ]);
  const unwanted = preview.items.filter(({ name }) => name === 'Stage 3').map(({ key }) => key);
  expect(unwanted).toHaveLength(1);
  await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(handed.path) });
  const before = all(here, 'answer').length;
  await mergeBack(here, handed, 'copy', unwanted);
  expect(all(here, 'cycle')).toHaveLength(2);
  expect(all(here, 'answer')).toHaveLength(before);
});

it('official forms that each side opened are not mixed', async () => {
  for (const [test, question] of [
    [copy, 'Who leads the work?'],
    [here, 'How is it paid for?'],
  ] as const) {
    const cycleId = all(test, 'cycle')[0]?.id ?? '';
    const form = wordFile(paragraph(question) + paragraph(''));
    await test.call('officialForm.open', { cycleId, file: test.core.fileTokens.holdBytes('form.docx', form) });
  }
  const prompts = all(here, 'officialPrompt');
  const { preview } = await mergeBack(here, handed);
  expect(preview.notes).toEqual([
    'The official form that was opened in the copy stays there, because another one was opened here.',
  ]);
  expect(all(here, 'officialPrompt')).toEqual(prompts);
});
