import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { type SignOffStep, signOffSteps } from '#shared/model/words.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const word = {
  parts: ['questions', 'signatures', 'last-plan', 'new-plan'],
  planAs: 'tables',
  language: 'en-GB',
} as const;

async function openSubmission() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find((each) => each.questionKey === 'evidence-of-impact');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  const { id: action } = await test.call('action.add', { planId: cycle.newPlanId, fields: { ref: 'N1' } });
  const issue = async () => {
    const made = await test.call('export.word', { ...word, cycleId: cycle.id, draft: false });
    if (made.issuedDocumentId === null) throw new Error('Nothing was issued');
    return { ...made, issuedDocumentId: made.issuedDocumentId };
  };
  /** A copy that fits whatever is signed; undoing may have taken the last one away. */
  const kept = (): string | null => {
    const { rows: now } = test.services.session.required();
    if (!now.find('cycle', cycle.id)) return null;
    const [there] = now.all('issuedDocument', { cycleId: cycle.id }).filter(({ versionId }) => versionId === null);
    return there?.id ?? keptCopy(test, cycle.id);
  };
  const signing = (step: SignOffStep, issuedDocumentId = step === 'signed' ? kept() : null) => ({
    cycleId: cycle.id,
    step,
    name: 'Rowan Ellis',
    role: 'Vice-Chancellor',
    happenedOn: test.ports.today(),
    issuedDocumentId,
    note: '',
  });
  return {
    ...test,
    cycle,
    answer,
    action,
    issue,
    signing,
    record: (step: SignOffStep, issuedDocumentId?: string) =>
      test.call('signOff.record', signing(step, issuedDocumentId)),
    amend: () =>
      test.call('amendment.start', { cycleId: cycle.id, name: 'Ada Okafor', reason: 'The start date was wrong.' }),
    edit: (text: string) => test.call('action.edit', { id: action, fields: { text } }),
    loaded: async () => (await test.call('workspace.load', {})).rows,
  };
}

const bytesOf = async ({ core }: TestCore, file: Parameters<TestCore['core']['fileTokens']['read']>[0]) =>
  (await core.fileTokens.read(file, 10_000_000)).bytes;

describe('an amendment of what was signed', () => {
  it('opens it for a reason on record, until it is signed again; the first copy stays as it was, byte for byte', async () => {
    const test = await openSubmission();
    const first = await test.issue();
    const bytes = await bytesOf(test, first.file);
    await test.record('signed', first.issuedDocumentId);
    expect(await test.refusal('action.edit', { id: test.action, fields: { text: 'Other' } })).toEqual({
      code: 'signed-off',
      detail: {
        cycleId: test.cycle.id,
        reason: expect.stringMatching(/^This was signed on \d+ \w+ 2026, so it stays as it is until an amendment/u),
      },
    });
    const { id: amendmentId } = await test.amend();
    await test.edit('Other');
    await test.call('answer.write', { id: test.answer.id, content: richTextFromParagraphs('Other words') });
    const open = await test.call('readiness.list', { cycleId: test.cycle.id });
    expect(open.find(({ rule }) => rule === 'amendment-open')).toMatchObject({
      message: 'Amendment 1 is open and not signed yet',
      reason: expect.stringMatching(/^Ada Okafor started it on .* 2026: The start date was wrong\.$/u),
      target: '/sign-off',
    });
    const second = await test.issue();
    await test.record('signed', second.issuedDocumentId);
    expect(await test.refusal('action.edit', { id: test.action, fields: { text: 'Third' } })).toMatchObject({
      code: 'signed-off',
    });
    const closed = await test.call('readiness.list', { cycleId: test.cycle.id });
    expect(closed.filter(({ rule }) => rule === 'amendment-open')).toEqual([]);

    const rows = await test.loaded();
    const versionOf = (documentId: string) => rows.issuedDocument.find(({ id }) => id === documentId)?.versionId;
    expect(rows.amendment).toMatchObject([{ number: 1, versionId: versionOf(first.issuedDocumentId) }]);
    expect(rows.signOff.map(({ amendmentId: of, versionId }) => [of, versionId])).toEqual(
      expect.arrayContaining([
        [null, versionOf(first.issuedDocumentId)],
        [amendmentId, versionOf(second.issuedDocumentId)],
      ]),
    );
    const again = await test.call('export.issuedAgain', { issuedDocumentId: first.issuedDocumentId });
    expect(Buffer.from(await bytesOf(test, again.file)).equals(Buffer.from(bytes))).toBe(true);
    expect(second.sha256).not.toBe(first.sha256);
  });

  it('is not signed under a copy whose words were changed since', async () => {
    const test = await openSubmission();
    const first = await test.issue();
    await test.edit('Changed after the issue');
    const late = test.signing('signed', first.issuedDocumentId);
    expect(await test.refusal('signOff.record', late)).toMatchObject({
      code: 'refused-by-rule',
      detail: { reason: expect.stringContaining('have changed since Version 1 was issued') },
    });
    await test.edit('');
    await test.record('signed', first.issuedDocumentId);
    await test.amend();
    await test.edit('Changed in the amendment');
    expect(await test.refusal('signOff.record', late)).toMatchObject({ code: 'refused-by-rule' });
  });

  it('is not published as a copy of other words, but is after the next cycle has rated its plan', async () => {
    const test = await openSubmission();
    const first = await test.issue();
    await test.record('signed', first.issuedDocumentId);
    await test.record('submitted', first.issuedDocumentId);
    test.ports.pass(1000);
    await test.call('cycle.start', { stage: 3, signedOn: null });
    await test.call('rating.give', { actionIds: [test.action], rag: 'amber' });
    await test.record('published', first.issuedDocumentId);
    await test.amend();
    await test.call('answer.write', { id: test.answer.id, content: richTextFromParagraphs('Other words') });
    await test.record('signed');
    expect(await test.refusal('signOff.record', test.signing('submitted', first.issuedDocumentId))).toMatchObject({
      code: 'refused-by-rule',
    });
  });

  it('is withdrawn where nothing was changed, and each of its steps is undone and done again', async () => {
    const test = await openSubmission();
    await test.record('signed');
    const { id } = await test.amend();
    await test.edit('Other');
    expect(await test.refusal('amendment.withdraw', { id })).toMatchObject({ code: 'refused-by-rule' });
    await test.call('history.undo', {});
    await test.call('amendment.withdraw', { id });
    const signed = { code: 'signed-off' };
    expect(await test.refusal('action.edit', { id: test.action, fields: { text: 'Other' } })).toMatchObject(signed);
    await test.call('history.undo', {});
    await test.call('history.undo', {});
    expect((await test.loaded()).amendment).toEqual([]);
    await test.call('history.redo', {});
    await test.edit('Other');
    expect((await test.loaded()).amendment).toHaveLength(1);
  });

  it('is submitted again, and taking that back leaves the day of the first submission', async () => {
    const test = await openSubmission();
    await test.record('signed');
    await test.record('submitted');
    const first = test.ports.today();
    const planOf = async () => (await test.loaded()).plan.find(({ id }) => id === test.cycle.newPlanId);
    test.ports.pass(3 * 86_400_000);
    await test.amend();
    await test.record('signed');
    const { id } = await test.record('submitted');
    expect((await planOf())?.submittedOn).toBe(test.ports.today());
    await test.call('signOff.remove', { id });
    expect((await planOf())?.submittedOn).toBe(first);
  });

  it('marks an action as added since the submission only where there was one', async () => {
    const test = await openSubmission();
    const added = async () => {
      const { id } = await test.call('action.add', { planId: test.cycle.newPlanId, fields: {} });
      return (await test.loaded()).action.find((each) => each.id === id)?.addedSinceSubmission;
    };
    await test.record('signed');
    await test.amend();
    expect(await added()).toBe(false);
    await test.record('signed');
    await test.record('submitted');
    await test.amend();
    expect(await added()).toBe(true);
  });
});

it('a scan of the signed page is kept with its step, saved as a copy and taken away, also when it is closed', async () => {
  const test = await openSubmission();
  const { id } = await test.record('signed');
  const scan = new TextEncoder().encode('%PDF-1.7 a signed page');
  await test.call('signOff.attachScan', { id, file: test.core.fileTokens.holdBytes('Signed page.pdf', scan) });
  const saved = await test.call('signOff.saveScan', { id });
  expect(saved.fileName).toBe('Signed page.pdf');
  expect(Buffer.from(await bytesOf(test, saved.file)).equals(Buffer.from(scan))).toBe(true);
  await test.call('signOff.removeScan', { id });
  expect(await test.refusal('signOff.saveScan', { id })).toMatchObject({ code: 'not-found' });
});

it('a copy that is issued over what is still asked for keeps on record what that was', async () => {
  const test = await openSubmission();
  await test.issue();
  const [document] = (await test.loaded()).issuedDocument;
  const musts = (await test.call('readiness.list', { cycleId: test.cycle.id })).filter(
    ({ weight }) => weight === 'must',
  );
  expect(musts.length).toBeGreaterThan(0);
  expect(document?.settings).toMatchObject({ openMusts: musts.map(({ message }) => message) });
});

describe('whatever is recorded, amended, taken back, withdrawn, undone and done again', () => {
  type Submission = Awaited<ReturnType<typeof openSubmission>>;
  /** The words that a signature is under. */
  const wordsOf = async ({ loaded, cycle }: Submission) => {
    const { answer, action } = await loaded();
    return JSON.stringify([
      answer.filter(({ cycleId }) => cycleId === cycle.id).map(({ id, content }) => [id, content]),
      action.filter(({ planId }) => planId === cycle.newPlanId).map(({ id, text, binned }) => [id, text, binned]),
    ]);
  };
  const deed = fc.record({
    what: fc.constantFrom(
      'record',
      'record',
      'sign',
      'remove',
      'amend',
      'withdraw',
      'edit',
      'edit',
      'undo',
      'redo',
      'restore',
    ),
    pick: fc.nat(1000),
  } as const);

  async function does(test: Submission, { what, pick }: { readonly what: string; readonly pick: number }) {
    const { signOff, amendment } = await test.loaded();
    const { core, cycle } = test;
    const id = (from: readonly { readonly id: string }[]) => from[pick % Math.max(1, from.length)]?.id ?? 'nothing';
    switch (what) {
      case 'record':
        return core.dispatch('signOff.record', test.signing(signOffSteps[pick % signOffSteps.length] ?? 'draft'));
      case 'sign':
        return core.dispatch('signOff.record', test.signing('signed'));
      case 'remove':
        return core.dispatch('signOff.remove', { id: id(signOff) });
      case 'amend':
        return core.dispatch('amendment.start', { cycleId: cycle.id, name: 'Ada Okafor', reason: 'A date' });
      case 'withdraw':
        return core.dispatch('amendment.withdraw', { id: id(amendment) });
      case 'edit':
        return pick % 2
          ? core.dispatch('action.edit', { id: test.action, fields: { text: `Words ${pick}` } })
          : core.dispatch('answer.write', { id: test.answer.id, content: richTextFromParagraphs(`Words ${pick}`) });
      case 'restore':
        return core.dispatch('version.restore', { stepId: 2 + (pick % 6) });
      default:
        return core.dispatch(`history.${what}`, {});
    }
  }

  it('what was signed keeps its words until an amendment is open', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 24 }), async (deeds) => {
        const test = await openSubmission();
        /** Under which words each signature was given. */
        const signedUnder = new Map<string, string>();
        for (const each of deeds) {
          const known = new Set((await test.loaded()).signOff.map(({ id }) => id));
          const result = await does(test, each);
          if (!result.ok && result.error.code === 'signed-off') refused += 1;
          const words = await wordsOf(test);
          const { signOff, amendment, action } = await test.loaded();
          for (const { id, step } of signOff)
            if (step === 'signed' && !known.has(id) && !signedUnder.has(id)) signedUnder.set(id, words);
          // Read off the rows by hand, not by the rules that are under test.
          const newest = Math.max(0, ...amendment.map(({ number }) => number));
          const numberOf = (amendmentId: string | null) => amendment.find(({ id }) => id === amendmentId)?.number ?? 0;
          const standing = signOff.filter(
            ({ step, amendmentId }) => step === 'signed' && numberOf(amendmentId) === newest,
          );
          // An action that was never added, or is undone, cannot be edited anyhow.
          const isThere = each.pick % 2 === 0 || action.some(({ id }) => id === test.action);
          if (each.what === 'edit' && isThere)
            expect(!result.ok && result.error.code === 'signed-off').toBe(standing.length > 0);
          for (const { id } of standing) expect(words).toBe(signedUnder.get(id));
          // And an amendment is always one of something that was signed.
          for (const { number } of amendment)
            expect(signOff.some((of) => of.step === 'signed' && numberOf(of.amendmentId) === number - 1)).toBe(true);
        }
        test.core.close();
      }),
      { numRuns: 25 },
    );
    expect(refused).toBeGreaterThan(0);
  }, 600_000);
});
