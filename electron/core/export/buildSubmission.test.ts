import { describe, expect, it } from 'vitest';
import { anAction } from '#test/helpers/anAction.ts';
import { startCore } from '#test/helpers/openCore.ts';
import { buildSubmission } from './buildSubmission.ts';
import type { Submission, SubmissionOptions } from './submission.ts';

const options: SubmissionOptions = {
  parts: ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'],
  planAs: 'tables',
  language: 'en-GB',
  copy: { kind: 'draft', version: '' },
};

async function sample() {
  const test = startCore();
  await test.call('workspace.openSample', {});
  const { rows } = test.services.session.required();
  const cycle = rows.all('cycle').find((each) => each.stage === 3);
  if (!cycle) throw new Error('The sample has no Stage 3');
  const build = (): Submission => buildSubmission(rows, cycle.id, options, '2026-11-21');
  return { ...test, rows, cycle, build };
}

describe('a submission', () => {
  it('holds every action of both plans once, under its first theme', async () => {
    const { build, rows, cycle } = await sample();
    const submission = build();
    const printed = (groups: readonly { readonly actions: readonly { readonly id: string }[] }[]) =>
      groups.flatMap((group) => group.actions.map((action) => action.id)).toSorted();
    const planned = (planId: string) =>
      rows
        .all('action', { planId })
        .map((action) => action.id)
        .toSorted();
    expect(printed(submission.lastPlan?.groups ?? [])).toEqual(planned(cycle.lastPlanId));
    expect(printed(submission.newPlan.groups)).toEqual(planned(cycle.newPlanId));
    expect(submission.newPlan.groups.map((group) => group.title)).toContain('Sustaining skills');
  });

  it('says of evidence which plan each action is of, and nothing twice', async () => {
    const { build, call, rows, cycle, services, ports } = await sample();
    const supports = build().evidence.map((entry) => entry.supports);
    const register = build().evidence.find(({ title }) => title.startsWith('Succession register'))?.supports;
    expect(register).toEqual(['In the last plan: S2', 'In the new plan: S2']);
    for (const lines of supports) expect(new Set(lines).size).toBe(lines.length);

    // What served a plan that is not printed says which: of the plan before, or, from an older cycle, of the one after.
    const earlier = rows.all('cycle').find(({ newPlanId }) => newPlanId === cycle.lastPlanId);
    if (!earlier) throw new Error('The sample has no cycle before this one');
    const planId = earlier.lastPlanId;
    const before = ports.newId();
    // As a file from before its signature has it: by now the plan is signed and takes no action.
    services.change('Added', ({ rows: written }) =>
      written.insert('action', anAction({ id: before, planId, ref: 'A1', text: 'Open a network' })),
    );
    const after = rows.all('action', { planId: cycle.newPlanId }, ['position'])[0]?.id ?? '';
    const { id: source } = await call('evidence.add', {
      fields: { kind: 'document', title: 'Minutes of the network' },
    });
    const { id: voice } = await call('voice.add', {
      fields: { words: 'Nobody knew the others.', consent: 'anonymous' },
    });
    for (const target of [before, after]) {
      await call('link.add', { sourceKind: 'evidence', sourceId: source, targetKind: 'action', target });
      await call('link.add', { sourceKind: 'voice', sourceId: voice, targetKind: 'action', target });
    }
    const of = (submission: Submission) => ({
      evidence: submission.evidence.find(({ id }) => id === source)?.supports,
      voice: submission.voice.find(({ id }) => id === voice)?.otherPlanActions,
    });
    const line = 'In an earlier plan, Action plan before 2024: A1';
    expect(of(build())).toEqual({ evidence: ['In the new plan: V1', line], voice: [line] });
    const later = 'In a later plan, Action plan 2026–2029: V1';
    expect(of(buildSubmission(rows, earlier.id, options, '2026-11-21'))).toEqual({
      evidence: ['In the last plan: A1', later],
      voice: [later],
    });

    // A renewal has the same stage as the cycle before it, and comes after it all the same.
    ports.pass(1000);
    const renewal = await call('cycle.start', { stage: cycle.stage, signedOn: null });
    const { id: added } = await call('action.add', { planId: renewal.newPlanId, fields: { ref: 'B1', text: 'Go on' } });
    await call('link.add', { sourceKind: 'voice', sourceId: voice, targetKind: 'action', target: added });
    const { title } = rows.get('plan', renewal.newPlanId);
    expect(of(build()).voice).toEqual([line, `In a later plan, ${title}: B1`]);
  });

  it('tells the RAG totals then and now', async () => {
    const { build } = await sample();
    expect(build().brief.ragTotals).toEqual([
      { label: 'January 2025', green: 7, amber: 15, red: 6, notRated: 6 },
      { label: 'November 2026', green: 15, amber: 10, red: 4, notRated: 5 },
    ]);
  });

  it('says what is not somebody’s own words in the language of the document', async () => {
    const { call, rows, cycle } = await sample();
    const [institution] = rows.all('institution');
    await call('institution.edit', { fields: { themeWords: {} } });
    expect(institution?.themeWords).not.toEqual({});
    const welsh = buildSubmission(rows, cycle.id, { ...options, language: 'cy-GB' }, '2026-11-21');
    expect(welsh.titleBlock).toMatchObject({
      initiative: 'Ymrwymiad i Dechnegwyr',
      title: 'Hunanasesiad a chynllun gweithredu Cam 3',
    });
    expect(welsh.brief.ragTotals.map(({ label }) => label)).toEqual(['Ionawr 2025', 'Tachwedd 2026']);
    expect(welsh.newPlan.groups.map(({ title }) => title)).toContain('Cynaliadwyedd');
    const voice = welsh.references.filter(({ kind }) => kind === 'voice');
    expect(voice.length).toBeGreaterThan(3);
    for (const { text } of voice) expect(text).toMatch(/^Llais technegydd \d+, .*\d{4}/u);
    // A day among the facts of a question.
    expect(JSON.stringify(welsh.questions.map(({ detail }) => detail))).toContain('"31 Gorffennaf 2020"');
  });

  it('leaves out what was said in confidence, and names nobody who did not agree to be named', async () => {
    const { build, call, rows } = await sample();
    const [entry] = rows.all('voice').filter((each) => each.consent === 'anonymous');
    if (!entry) throw new Error('The sample has no anonymous entry');
    expect(build().voice.map((each) => each.id)).toContain(entry.id);
    expect(build().voice.find((each) => each.id === entry.id)?.attribution).toBe('');
    expect(build().voice.find((each) => each.id === entry.id)?.group).toBe('');
    await call('voice.edit', { id: entry.id, fields: { consent: 'internal' } });
    expect(build().voice.map((each) => each.id)).not.toContain(entry.id);
    // Nor does a gap among the numbers tell of it, and what answers cite still leads to the entry of that number.
    const { voice, references } = build();
    expect(voice.map(({ number }) => number)).toEqual(voice.map((_, index) => index + 1));
    expect(voice.map(({ registerNumber }) => registerNumber)).not.toEqual(voice.map(({ number }) => number));
    const cited = references.filter(({ kind }) => kind === 'voice');
    expect(cited.length).toBeGreaterThan(3);
    for (const { id, text } of cited)
      expect(text).toMatch(new RegExp(`^Technician voice ${voice.find((each) => each.id === id)?.number},`, 'u'));
  });

  it('numbers what the answers cite in the order of first mention', async () => {
    const { build } = await sample();
    const { references } = build();
    expect(references.length).toBeGreaterThan(5);
    expect(references.map((reference) => reference.number)).toEqual(references.map((_, index) => index + 1));
  });

  it('never holds the notes that somebody kept for themselves', async () => {
    const { build, call, rows, cycle } = await sample();
    const [action] = rows.all('action', { planId: cycle.newPlanId });
    await call('action.edit', { id: action?.id ?? '', fields: { notes: 'Ask Priya before the vote' } });
    expect(JSON.stringify(build())).not.toContain('Ask Priya');
  });

  it('says which action of the new plan goes on from which of the last, from both ends', async () => {
    const { build } = await sample();
    const submission = build();
    const reviewed = submission.lastPlan?.groups.flatMap((group) => group.actions) ?? [];
    const planned = submission.newPlan.groups.flatMap((group) => group.actions);
    const carried = reviewed.find((action) => action.ref === 'V2');
    expect(carried?.outcomes).toMatchObject([{ kind: 'extended', newRef: 'V1' }]);
    expect(planned.find((action) => action.ref === 'V1')?.continues).toEqual(['V2']);
  });
});

describe('an issued copy', () => {
  const asked = { parts: [...options.parts], planAs: 'tables', language: 'en-GB' } as const;

  it('is kept byte for byte, whatever is written afterwards', async () => {
    const { call, core, cycle, rows } = await sample();
    const issued = await call('export.word', { cycleId: cycle.id, ...asked, draft: false });
    const first = await core.fileTokens.read(issued.file, 10_000_000);
    const [action] = rows.all('action', { planId: cycle.newPlanId });
    await call('action.edit', { id: action?.id ?? '', fields: { text: 'Something else' } });
    const again = await call('export.issuedAgain', { issuedDocumentId: issued.issuedDocumentId ?? '' });
    expect(Buffer.from((await core.fileTokens.read(again.file, 10_000_000)).bytes).equals(first.bytes)).toBe(true);
    expect(rows.all('issuedDocument')).toMatchObject([{ sha256: issued.sha256, fingerprint: issued.fingerprint }]);
  });

  it('has the same fingerprint as long as the words are the same', async () => {
    const { call, cycle, rows } = await sample();
    const draft = () => call('export.word', { cycleId: cycle.id, ...asked, draft: true });
    const [first, second] = [await draft(), await draft()];
    expect(second.sha256).toBe(first.sha256);
    const [action] = rows.all('action', { planId: cycle.newPlanId });
    await call('action.edit', { id: action?.id ?? '', fields: { text: 'Something else' } });
    expect((await draft()).fingerprint).not.toBe(first.fingerprint);
  });

  it('is not made when the work is stopped', async () => {
    const { call, core, cycle, rows } = await sample();
    const jobId = '00000000-0000-4000-9000-000000000001';
    const running = core.dispatch('export.word', { cycleId: cycle.id, ...asked, draft: false, jobId });
    await call('job.cancel', { jobId });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(rows.all('issuedDocument')).toEqual([]);
  });
});
