import { describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

/** A workspace with an answer, two actions of the last plan and a name for that state; then a change to each. */
async function twoStates() {
  const test = await openCore();
  const { call } = test;
  const { rows } = await call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  const write = (text: string) => call('answer.write', { id: answer.id, content: richTextFromParagraphs(text) });
  const add = (text: string, ref: string) => call('action.add', { planId: cycle.lastPlanId, fields: { text, ref } });
  await write('The Dean leads it.');
  const { id: first } = await add('Hold a conference', 'V1');
  const { id: second } = await add('Print a directory', 'V2');
  await call('rating.give', { actionIds: [first], rag: 'amber' });
  const { id: versionId } = await call('version.name', { name: 'As sent to the Steering Group', note: '' });
  const { stepId } = await stateOf(test);
  await write('The Registrar leads it.');
  await call('rating.give', { actionIds: [first], rag: 'green', progress: 'Held in May' });
  await call('action.bin', { ids: [second] });
  await call('signatory.add', { fields: { role: 'Chair of the Board', name: 'Ada', title: '' } });
  return { ...test, cycle, answer, first, second, versionId, stepId };
}

const stateOf = async ({ call }: TestCore) => (await call('workspace.load', {})).history;

describe('two versions', () => {
  it('are compared answer by answer, action by action and rating by rating', async () => {
    const { call, stepId, first, second } = await twoStates();
    const { answers, plans, others } = await call('version.compare', { from: stepId, to: null });
    expect(answers).toMatchObject([
      {
        stage: 3,
        question: 'Governance and resourcing',
        before: 'The Dean leads it.',
        after: 'The Registrar leads it.',
      },
    ]);
    expect(plans).toMatchObject([
      {
        before: { green: 0, amber: 1, red: 0, notRated: 1 },
        after: { green: 1, amber: 0, red: 0, notRated: 0 },
        moved: [{ id: first, name: 'V1 · Hold a conference', before: 'amber', after: 'green' }],
        actions: [
          {
            id: first,
            presence: 'changed',
            fields: [
              { field: 'rag', before: 'amber', after: 'green' },
              { field: 'progress', before: '', after: 'Held in May' },
            ],
          },
          { id: second, presence: 'removed' },
        ],
      },
    ]);
    expect(others).toMatchObject([{ table: 'signatory', name: 'Ada', presence: 'added' }]);
  });

  it('that are the same differ in nothing, and the other way round each is the opposite', async () => {
    const { call, stepId } = await twoStates();
    expect(await call('version.compare', { from: stepId, to: stepId })).toMatchObject({
      answers: [],
      plans: [],
      others: [],
    });
    const back = await call('version.compare', { from: null, to: stepId });
    expect(back.answers[0]).toMatchObject({ before: 'The Registrar leads it.', after: 'The Dean leads it.' });
    expect(back.others).toMatchObject([{ table: 'signatory', presence: 'removed' }]);
  });
});

describe('an earlier state', () => {
  it('is named afterwards as well, and renamed', async () => {
    const { call } = await twoStates();
    const { id } = await call('version.name', { name: 'Before the plan', note: '', stepId: 2 });
    await call('version.rename', { id, name: 'Before there was a plan' });
    expect((await call('workspace.load', {})).rows.version.find((version) => version.id === id)).toMatchObject({
      name: 'Before there was a plan',
      stepId: 2,
    });
  });

  it('is gone back to in one step that says so, which Undo takes back', async () => {
    const { call, stepId, first, second } = await twoStates();
    const before = (await call('workspace.load', {})).rows;
    await call('version.restore', { stepId });
    const { rows, history } = await call('workspace.load', {});
    expect(history.undo).toBe('Went back to the version As sent to the Steering Group');
    expect(rows.action.map(({ id, binned }) => [id, binned])).toEqual([
      [first, false],
      [second, false],
    ]);
    expect(rows.signatory).toEqual([]);
    expect(rows.version).toEqual(before.version);
    await call('history.undo', {});
    expect((await call('workspace.load', {})).rows).toEqual(before);
  });

  it('is not gone back to over what was signed', async () => {
    const test = await twoStates();
    const { call, refusal, stepId, cycle } = test;
    await call('signOff.record', {
      cycleId: cycle.id,
      step: 'signed',
      name: 'Rowan Ellis',
      role: 'Vice-Chancellor',
      happenedOn: '2026-11-21',
      issuedDocumentId: keptCopy(test, cycle.id),
      note: '',
    });
    const before = (await call('workspace.load', {})).rows;
    expect(await refusal('version.restore', { stepId })).toMatchObject({ code: 'signed-off' });
    expect((await call('workspace.load', {})).rows).toEqual(before);
  });

  it('is exported as it was, as a draft under its name, with the same bytes as at the time', async () => {
    const { call, refusal, core, stepId, cycle } = await twoStates();
    const word = {
      cycleId: cycle.id,
      parts: ['questions', 'last-plan'],
      planAs: 'tables',
      language: 'en-GB',
      draft: true,
    } as const;
    const past = await call('export.word', { ...word, stepId });
    const now = await call('export.word', word);
    expect(past.sha256).not.toBe(now.sha256);
    expect(past.issuedDocumentId).toBeNull();
    await call('version.restore', { stepId });
    const restored = await call('export.word', word);
    expect(restored.fingerprint).toBe(past.fingerprint);
    expect((await core.fileTokens.read(past.file, 10_000_000)).bytes.byteLength).toBe(past.bytes);
    expect(await refusal('export.word', { ...word, draft: false, stepId })).toMatchObject({ code: 'refused-by-rule' });
    const workbook = { cycleId: cycle.id, plan: 'last', sheets: 'one' } as const;
    expect((await call('export.workbook', { ...workbook, stepId })).bytes).toBeGreaterThan(0);
    // A cycle that was begun since is not in the state; the newest that it had is meant.
    const { id: cycleId } = await call('cycle.start', { stage: 3, signedOn: null });
    const then = await call('export.workbook', { ...workbook, cycleId, stepId });
    expect(then.sha256).toBe((await call('export.workbook', { ...workbook, stepId })).sha256);
    expect(await refusal('export.word', { ...word, stepId: 9_999 })).toMatchObject({ code: 'not-found' });
  });
});
