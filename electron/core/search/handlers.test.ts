import { expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { openCore } from '#test/helpers/openCore.ts';

async function openLibrary() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find((each) => each.questionKey === 'evidence-of-impact');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  await test.call('answer.write', {
    id: answer.id,
    content: richTextFromParagraphs('The café for technicians opened'),
  });
  const last = await test.call('action.add', { planId: cycle.lastPlanId, fields: { ref: 'V1', text: 'Open a cafe' } });
  const next = await test.call('action.add', { planId: cycle.newPlanId, fields: { text: 'Second CAFÉ in the north' } });
  const voice = await test.call('voice.add', { fields: { words: 'The cafe is too small' } });
  const evidence = await test.call('evidence.add', { fields: { title: 'Café takings' } });
  return { ...test, last: last.id, next: next.id, voice: voice.id, evidence: evidence.id };
}

it('finds answers, actions, voice and evidence whatever the accents, with the way to each', async () => {
  const test = await openLibrary();
  const hits = await test.call('search.find', { text: 'café', limit: 20 });
  expect(hits.map(({ target }) => target)).toEqual([
    '/question/evidence-of-impact',
    `/new-plan/${test.next}`,
    `/last-plan/${test.last}`,
    `/voice/${test.voice}`,
    `/evidence/${test.evidence}`,
  ]);
  expect(hits[0]).toMatchObject({ title: 'Evidence of impact', excerpt: 'The café for technicians opened' });
});

it('finds progress, and nothing that is in the bin', async () => {
  const test = await openLibrary();
  await test.call('rating.give', { actionIds: [test.last], progress: 'Licence refused' });
  expect(await test.call('search.find', { text: 'licence', limit: 20 })).toMatchObject([
    { kind: 'action', title: 'V1', excerpt: 'Licence refused' },
  ]);
  await test.call('action.bin', { ids: [test.last] });
  expect(await test.call('search.find', { text: 'licence', limit: 20 })).toEqual([]);
});

it('stops at the limit, and finds nothing for nothing', async () => {
  const test = await openLibrary();
  expect(await test.call('search.find', { text: 'cafe', limit: 2 })).toHaveLength(2);
  expect(await test.call('search.find', { text: '  ', limit: 20 })).toEqual([]);
  expect(await test.call('search.find', { text: '%', limit: 20 })).toEqual([]);
});
