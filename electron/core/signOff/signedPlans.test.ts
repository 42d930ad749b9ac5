import { describe, expect, it } from 'vitest';
import { withoutBeforehand } from '#shared/model/importChoices.ts';
import { handOver, mergeBack } from '#test/helpers/handedOver.ts';
import { everyChoice } from '#test/helpers/importing.ts';
import { openCore } from '#test/helpers/openCore.ts';

/** A plan of two actions that was signed and submitted with Stage 3, and is under review in the cycle after it. */
async function openReview() {
  const test = await openCore();
  const { call, core } = test;
  const [cycle] = (await call('workspace.load', {})).rows.cycle;
  if (!cycle) throw new Error('The workspace has no cycle');
  const planId = cycle.newPlanId;
  const add = async (ref: string, text: string) => (await call('action.add', { planId, fields: { ref, text } })).id;
  const [first, second] = [await add('N1', 'Hold a lunch'), await add('N2', 'Hold a conference')];
  const issue = async () =>
    call('export.word', {
      cycleId: cycle.id,
      parts: ['questions', 'signatures', 'last-plan', 'new-plan'],
      planAs: 'tables',
      language: 'en-GB',
      draft: false,
    });
  const sign = async () =>
    call('signOff.record', {
      cycleId: cycle.id,
      step: 'signed',
      name: 'Rowan Ellis',
      role: 'Vice-Chancellor',
      happenedOn: test.ports.today(),
      issuedDocumentId: (await issue()).issuedDocumentId,
      note: '',
    });
  await sign();
  test.ports.pass(1000);
  const later = await call('cycle.start', { stage: 3, signedOn: null });
  expect(later.lastPlanId).toBe(planId);
  const actions = async () => (await call('workspace.load', {})).rows.action.filter((each) => each.planId === planId);
  const preview = (...lines: readonly string[]) =>
    call('import.preview', {
      file: core.fileTokens.holdBytes('plan.csv', new TextEncoder().encode(lines.join('\n'))),
      planId,
    });
  return { ...test, cycle, later, planId, first, second, sign, actions, preview };
}

type Review = Awaited<ReturnType<typeof openReview>>;
const words = async ({ actions }: Review) =>
  (await actions()).map(({ ref, text, lead, binned, position }) => [ref, text, lead, binned, position]);

describe('a plan that was signed, once the next cycle reviews it', () => {
  it('keeps its words: each change of them is refused, and leads to an amendment of the cycle that wrote it', async () => {
    const test = await openReview();
    const { refusal, planId, first, second } = test;
    const before = await words(test);
    const change = { planId, kind: 'write', added: [] } as const;
    const refused = [
      await refusal('plan.edit', { id: planId, fields: { title: 'Other' } }),
      await refusal('action.edit', { id: first, fields: { text: 'Other' } }),
      await refusal('action.bin', { ids: [first] }),
      await refusal('action.unbin', { ids: [first] }),
      await refusal('action.move', { ids: [second], before: first }),
      await refusal('action.change', {
        ...change,
        changes: [
          { id: second, rating: { rag: 'green' } },
          { id: first, fields: { lead: 'Dean' }, rating: { rag: 'amber' } },
        ],
      }),
    ];
    for (const { code, detail } of refused) {
      expect(code).toBe('signed-off');
      expect(detail.cycleId).toBe(test.cycle.id);
      expect(detail.reason).toMatch(/^This was signed with Stage 3 on .* until an amendment of Stage 3 is started\./u);
    }
    expect(await words(test)).toEqual(before);
    expect((await test.call('workspace.load', {})).rows.rating).toEqual([]);
  });

  it('takes what reviewing needs: ratings, progress, explanations and what becomes of each action', async () => {
    const { call, planId, first, second, later } = await openReview();
    await call('rating.give', { actionIds: [first], rag: 'red', explanation: 'Nobody came' });
    await call('action.change', {
      planId,
      kind: 'write',
      changes: [{ id: second, rating: { rag: 'amber', progress: 'Half way' } }],
      added: [],
    });
    await call('lineage.decide', { actionIds: [first], kind: 'dropped', reason: 'Nobody came' });
    await call('lineage.carryForward', {
      fromActionIds: [second],
      toPlanId: later.newPlanId,
      kind: 'continued',
      fields: {},
    });
    const { rows } = await call('workspace.load', {});
    expect(rows.rating).toHaveLength(2);
    expect(rows.lineage).toHaveLength(2);
  });

  it('marks what joins it as added since, whatever it is made of, and lets that be edited', async () => {
    const test = await openReview();
    const { call, planId, first } = test;
    const before = await words(test);
    const { id } = await call('action.add', { planId, before: first, fields: { text: 'Added' } });
    const {
      ids: [copied = ''],
    } = await call('action.change', {
      planId,
      kind: 'duplicate',
      changes: [],
      added: [{ fields: { text: 'Hold a lunch', addedSinceSubmission: false } }],
      before: first,
    });
    await call('action.edit', { id, fields: { text: 'Added and edited' } });
    await call('action.bin', { ids: [copied] });
    const added = (await test.actions()).filter((each) => each.id === id || each.id === copied);
    expect(added.map(({ addedSinceSubmission }) => addedSinceSubmission)).toEqual([true, true]);
    expect((await words(test)).filter(([ref]) => ref !== '')).toEqual(before);
  });

  it('takes ratings from a file and gives them back, and no other words', async () => {
    const test = await openReview();
    const { call, refusal, preview } = test;
    const before = await words(test);
    const rated = await preview(
      'Ref,Action,RAG,Progress',
      'N1,Hold a lunch,Amber,Booked',
      'N2,Hold a conference,Green,Held',
    );
    const { importRunId } = await call('import.apply', { previewId: rated.previewId, choices: everyChoice(rated) });
    expect((await call('workspace.load', {})).rows.rating.map(({ rag }) => rag).toSorted()).toEqual(['amber', 'green']);
    await call('import.undo', { importRunId });
    expect((await call('workspace.load', {})).rows.rating).toEqual([]);
    const other = await preview(
      'Ref,Action,Lead,RAG',
      'N1,Hold a lunch,Registrar,Amber',
      'N2,Hold a conference,,Green',
    );
    const choices = everyChoice(other);
    expect(await refusal('import.apply', { previewId: other.previewId, choices })).toMatchObject({
      code: 'signed-off',
      detail: {
        cycleId: test.cycle.id,
        reason: expect.stringMatching(/^The file has other words for N1 \(owner\)\. This was signed with Stage 3/u),
      },
    });
    expect((await call('workspace.load', {})).rows.rating).toEqual([]);
    // Beforehand what was signed is not taken over, and what was said of it since is.
    const fields = other.preview.actions.map(({ match }) => match?.fields.map(({ field, signed }) => [field, signed]));
    expect(fields[0]).toEqual([
      ['owner', true],
      ['rag', undefined],
    ]);
    const usual = other.preview.actions.map((action) => ({
      key: action.key,
      actionId: action.match?.id ?? null,
      without: withoutBeforehand(action),
    }));
    await call('import.apply', { previewId: other.previewId, choices: usual });
    expect((await call('workspace.load', {})).rows.rating.map(({ rag }) => rag).toSorted()).toEqual(['amber', 'green']);
    expect(await words(test)).toEqual(before);
  });

  it('is not renamed along, and not gone back behind', async () => {
    const test = await openReview();
    const { call, refusal, cycle } = test;
    await call('amendment.start', { cycleId: cycle.id, name: 'Ada Okafor', reason: 'An owner was missing.' });
    await call('action.edit', { id: test.first, fields: { lead: 'Registrar' } });
    const [{ id: beforeIt } = { id: 0 }] = (await call('history.list', { limit: 5 })).slice(1);
    await test.sign();
    const before = await words(test);
    expect(await call('owner.rename', { from: 'Registrar', to: 'Dean' })).toEqual({ actions: 0 });
    expect(await refusal('version.restore', { stepId: beforeIt })).toMatchObject({ code: 'signed-off' });
    expect(await words(test)).toEqual(before);
  });

  it('keeps its words when a copy comes back, and takes its ratings and what it adds', async () => {
    const test = await openReview();
    const handed = await handOver(test);
    // On the other computer the next thing somebody does is to amend it.
    await handed.copy.call('amendment.start', { cycleId: test.cycle.id, name: 'Priya Nair', reason: 'A slip.' });
    await handed.copy.call('action.edit', { id: test.first, fields: { text: 'Other words' } });
    await handed.copy.call('rating.give', { actionIds: [test.second], rag: 'green' });
    await handed.copy.call('action.add', { planId: test.planId, fields: { ref: 'N3', text: 'Added there' } });
    const before = await words(test);
    const { notes } = await mergeBack(test, handed);
    expect(notes).toContain('N1 · Hold a lunch stays as it was signed.');
    expect((await test.call('workspace.load', {})).rows.rating).toMatchObject([{ rag: 'green' }]);
    const now = await test.actions();
    expect(now.find(({ ref }) => ref === 'N3')).toMatchObject({ addedSinceSubmission: true });
    expect((await words(test)).filter(([ref]) => ref !== 'N3')).toEqual(before);
  });

  it('is open while an amendment of its cycle is, which is then no longer withdrawn, and undone step by step', async () => {
    const test = await openReview();
    const { call, refusal, first } = test;
    const before = await words(test);
    const amend = () =>
      call('amendment.start', { cycleId: test.cycle.id, name: 'Ada Okafor', reason: 'A date was wrong.' });
    const { id } = await amend();
    await call('action.edit', { id: first, fields: { text: 'Amended' } });
    expect(await refusal('amendment.withdraw', { id })).toMatchObject({ code: 'refused-by-rule' });
    await call('history.undo', {});
    await call('history.undo', {});
    expect(await words(test)).toEqual(before);
    expect(await refusal('action.edit', { id: first, fields: { text: 'Amended' } })).toMatchObject({
      code: 'signed-off',
    });
    await amend();
    await call('action.edit', { id: first, fields: { text: 'Amended' } });
    await test.sign();
    expect(await refusal('action.edit', { id: first, fields: { text: 'Again' } })).toMatchObject({
      code: 'signed-off',
    });
  });
});
