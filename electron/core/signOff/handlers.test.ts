import { describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import type { SignOffStep } from '#shared/model/words.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore } from '#test/helpers/openCore.ts';

async function openSubmission() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find((each) => each.questionKey === 'evidence-of-impact');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  const last = await test.call('action.add', { planId: cycle.lastPlanId, fields: { ref: 'V1' } });
  const next = await test.call('action.add', { planId: cycle.newPlanId, fields: { ref: 'N1' } });
  const lineage = await test.call('lineage.join', { fromActionId: last.id, toActionId: next.id, kind: 'continued' });
  const issuedDocumentId = keptCopy(test, cycle.id);
  const record = (step: SignOffStep, happenedOn = '2026-11-21') =>
    test.call('signOff.record', {
      cycleId: cycle.id,
      step,
      name: 'Rowan Ellis',
      role: 'Institutional Lead',
      happenedOn,
      issuedDocumentId,
      note: '',
    });
  return { ...test, cycle, answer, last: last.id, next: next.id, lineage: lineage.id, record };
}

describe('a submission that is signed', () => {
  it('is signed by somebody, or not at all', async () => {
    const test = await openSubmission();
    const nobody = { cycleId: test.cycle.id, name: ' ', role: '', issuedDocumentId: null, note: '' } as const;
    const refused = await test.refusal('signOff.record', { ...nobody, step: 'signed', happenedOn: '2026-11-21' });
    expect(refused).toMatchObject({ code: 'refused-by-rule', detail: { field: 'name' } });
    // A group that it went to has no name.
    await test.call('signOff.record', { ...nobody, step: 'with-steering-group', happenedOn: '2026-11-21' });
  });

  it('is signed under a copy of it that was issued, a Word document or the official form, or not at all', async () => {
    const test = await openSubmission();
    const signature = {
      cycleId: test.cycle.id,
      step: 'signed',
      name: 'Rowan Ellis',
      role: 'Vice-Chancellor',
      happenedOn: '2026-11-21',
      note: '',
    } as const;
    expect(await test.refusal('signOff.record', { ...signature, issuedDocumentId: null })).toEqual({
      code: 'refused-by-rule',
      detail: {
        field: 'issuedDocumentId',
        reason:
          'A signature is under an issued copy. Issue the Word document or the official form, and choose it here.',
      },
    });
    const page = keptCopy(test, test.cycle.id, 'web');
    expect(await test.refusal('signOff.record', { ...signature, issuedDocumentId: page })).toMatchObject({
      code: 'refused-by-rule',
      detail: { field: 'issuedDocumentId' },
    });
    expect((await test.call('workspace.load', {})).rows.signOff).toEqual([]);
    await test.call('signOff.record', { ...signature, issuedDocumentId: keptCopy(test, test.cycle.id) });
    // What goes round before, and what is published, may be another copy or none.
    await test.call('signOff.record', { ...signature, step: 'submitted', issuedDocumentId: null });
    await test.call('signOff.record', { ...signature, step: 'published', issuedDocumentId: page });
  });

  it('is closed to every change of its answers, plans, ratings and decisions', async () => {
    const test = await openSubmission();
    await test.record('signed');
    const before = (await test.call('workspace.load', {})).rows;
    const answerId = test.answer.id;
    const codes = [
      await test.refusal('answer.write', { id: answerId, content: richTextFromParagraphs('New') }),
      await test.refusal('answer.setFacts', { id: answerId, facts: { url: 'x' } }),
      await test.refusal('answer.setState', { id: answerId, state: 'draft' }),
      await test.refusal('ask.tick', { answerId, askKey: 'effect', ticked: true }),
      await test.refusal('cycle.edit', { id: test.cycle.id, fields: { dueOn: '2027-07-31' } }),
      await test.refusal('plan.edit', { id: test.cycle.newPlanId, fields: { title: 'Other' } }),
      await test.refusal('action.add', { planId: test.cycle.newPlanId, fields: {} }),
      await test.refusal('action.edit', { id: test.next, fields: { text: 'Other' } }),
      await test.refusal('action.move', { ids: [test.next], before: null }),
      await test.refusal('action.bin', { ids: [test.next] }),
      await test.refusal('action.unbin', { ids: [test.next] }),
      await test.refusal('rating.give', { actionIds: [test.last], rag: 'green' }),
      await test.refusal('lineage.decide', { actionIds: [test.last], kind: 'done', reason: '' }),
      await test.refusal('lineage.carryForward', {
        fromActionIds: [test.last],
        toPlanId: test.cycle.newPlanId,
        kind: 'continued',
        fields: {},
      }),
      await test.refusal('lineage.join', { fromActionId: test.last, toActionId: test.next, kind: 'extended' }),
      await test.refusal('lineage.remove', { id: test.lineage }),
    ].map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['signed-off']));
    expect((await test.call('workspace.load', {})).rows).toEqual(before);
    // Listening goes on.
    expect(await test.call('voice.add', { fields: {} })).toMatchObject({ number: 1 });
  });

  it('can be looked at again as it was signed', async () => {
    const test = await openSubmission();
    await test.record('signed');
    const { rows } = await test.call('workspace.load', {});
    expect(rows.signOff).toMatchObject([{ step: 'signed', versionId: rows.version[0]?.id }]);
    expect(rows.version).toMatchObject([{ name: expect.stringMatching(/^Signed, Stage 3, \d{1,2} \w+ \d{4}$/u) }]);
  });

  it('opens again when the signature is taken back', async () => {
    const test = await openSubmission();
    const { id } = await test.record('signed');
    await test.call('signOff.remove', { id });
    expect(await test.call('action.edit', { id: test.next, fields: { text: 'Other' } })).toEqual({});
  });

  it('lets its plan be rated in the next cycle, and marks what is added to it', async () => {
    const test = await openSubmission();
    await test.record('signed');
    await test.record('submitted');
    test.ports.pass(1000);
    const later = await test.call('cycle.start', { stage: 3, signedOn: null });
    expect(later.lastPlanId).toBe(test.cycle.newPlanId);
    await test.call('rating.give', { actionIds: [test.next], rag: 'amber' });
    const { id } = await test.call('action.add', { planId: test.cycle.newPlanId, fields: {} });
    const { rows } = await test.call('workspace.load', {});
    expect(rows.action.find((action) => action.id === id)?.addedSinceSubmission).toBe(true);
    // What the signed cycle reviewed stays closed.
    expect(await test.refusal('rating.give', { actionIds: [test.last], rag: 'red' })).toMatchObject({
      code: 'signed-off',
    });
  });
});

describe('the steps of sign-off', () => {
  it('put the day of submission on the plan, and take it off again', async () => {
    const test = await openSubmission();
    await test.record('signed', '2026-11-18');
    const { id } = await test.record('submitted', '2026-11-20');
    const planOf = async () =>
      (await test.call('workspace.load', {})).rows.plan.find((plan) => plan.id === test.cycle.newPlanId);
    expect(await planOf()).toMatchObject({ submittedOn: '2026-11-20' });
    await test.call('signOff.remove', { id });
    expect(await planOf()).toMatchObject({ submittedOn: null });
  });

  it('are refused out of order, with a sentence', async () => {
    const test = await openSubmission();
    await expect(test.record('submitted')).rejects.toMatchObject({
      code: 'refused-by-rule',
      detail: { reason: 'It is signed before it is submitted. Record the signature first.' },
    });
  });
});
