import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { audiences } from '#shared/model/quoting.ts';
import type { Voice } from '#shared/model/tables.ts';
import { type Consent, consents } from '#shared/model/words.ts';
import { italicForm } from '#test/helpers/officialForms.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { buildSubmission } from './buildSubmission.ts';

/** One entry for each consent and kind. Every text of an entry occurs nowhere else, so that what leaks says from where. */
const kinds = ['quote', 'summary'] as const;
const entries = consents.flatMap((consent) => kinds.map((kind) => ({ consent, kind, key: `${consent}${kind}` })));
const personOf = (key: string): string => `Person${key}`;
const groupOf = (key: string): string => `Group${key}`;
const wordsOf = (key: string): string => `Words${key}`;
const changedOf = (key: string): string => `Changed${key}`;

async function workspace(): Promise<TestCore & { readonly cycleId: string; readonly planId: string }> {
  const test = await openCore();
  const { rows } = test.services.session.required();
  const [cycle] = rows.all('cycle');
  if (!cycle) throw new Error('There is no cycle');
  const planId = cycle.newPlanId;
  const { id: actionId } = await test.call('action.add', { planId, fields: { ref: 'V1', lead: 'Head of Service' } });
  // Written past the rules, as a file of another program may have it: a name stands in every entry.
  test.services.change('Wrote entries', (context) => {
    entries.forEach(({ consent, kind, key }, index) => {
      const voice: Voice = {
        id: context.ports.newId(),
        number: index + 1,
        heardOn: '2026-03-04',
        channel: 'interview',
        groupName: groupOf(key),
        personName: personOf(key),
        asked: 4,
        replied: 3,
        kind,
        words: wordsOf(key),
        consent,
        themes: ['visibility'],
        changed: changedOf(key),
        whyNot: '',
        binned: false,
      };
      context.rows.insert('voice', voice);
      const link = { sourceKind: 'voice', sourceId: voice.id, targetKind: 'action', target: actionId } as const;
      context.rows.insert('link', { id: context.ports.newId(), ...link });
    });
  });
  const [answer] = rows.all('answer', { questionKey: 'governance-and-resourcing' });
  await test.call('answer.write', {
    id: answer?.id ?? '',
    content: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: rows
            .all('voice')
            .map(({ id }) => ({ type: 'citation' as const, attrs: { kind: 'voice' as const, id } })),
        },
      ],
    },
  });
  return { ...test, cycleId: cycle.id, planId };
}

const textOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name} ${strFromU8(content)}`)
    .join('\n');

/** What may stand in a document for an entry with this consent, and what may not. */
function ensureKept(text: string, consent: Consent, key: string, isPrinted: boolean): void {
  const may = {
    person: consent === 'named',
    group: consent === 'named' || consent === 'role',
    words: consent !== 'internal',
  };
  const parts = [
    [personOf(key), may.person],
    [groupOf(key), may.group],
    [wordsOf(key), may.words],
    [changedOf(key), may.words],
  ] as const;
  for (const [part, allowed] of parts) {
    if (!allowed) expect(text, `${part} with the consent ${consent}`).not.toContain(part);
    else if (isPrinted) expect(text, `${part} with the consent ${consent}`).toContain(part);
  }
}

describe('the consent of every entry is kept in', () => {
  const bytesOf = async ({ core }: TestCore, { file }: { readonly file: string }): Promise<Uint8Array> =>
    (await core.fileTokens.read(file, 50_000_000)).bytes;

  it.each(
    [true, false].flatMap((draft) =>
      (['tables', 'lists'] as const).flatMap((planAs) =>
        (['en-GB', 'cy-GB'] as const).map((language) => ({ draft, planAs, language })),
      ),
    ),
  )('the Word document: $planAs, $language, draft $draft', async (given) => {
    const test = await workspace();
    const parts = ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'] as const;
    const text = textOf(
      await bytesOf(test, await test.call('export.word', { cycleId: test.cycleId, parts: [...parts], ...given })),
    );
    for (const { consent, key } of entries) ensureKept(text, consent, key, true);
    // The answer cites every entry; that something was said in confidence is told in a draft alone.
    expect(/source kept inside|ffynhonnell a gedwir/u.test(text)).toBe(given.draft);
    expect(text).not.toMatch(/source missing|ffynhonnell ar goll/u);
  });

  it.each(['by-theme', 'one'] as const)('the workbook, %s', async (sheets) => {
    const test = await workspace();
    const made = await test.call('export.workbook', { cycleId: test.cycleId, plan: 'both', sheets });
    const text = textOf(await bytesOf(test, made));
    expect(text).toContain('V1');
    for (const { consent, key } of entries) ensureKept(text, consent, key, false);
  });

  it.each(['en-GB', 'cy-GB'] as const)(
    'the public page and its csv, whatever exceptions are asked for: %s',
    async (language) => {
      const test = await workspace();
      const asked = { cycleId: test.cycleId, parts: ['last-plan', 'voice'], language } as const;
      const review = await test.call('export.webReview', asked);
      const made = await test.call('export.web', { ...asked, exceptions: review.map(({ key }) => key), draft: true });
      const page = new TextDecoder().decode(await bytesOf(test, made.page));
      for (const { consent, key } of entries) ensureKept(page, consent, key, true);
      const csv = new TextDecoder().decode(await bytesOf(test, made.plan));
      for (const { consent, key } of entries) ensureKept(csv, consent, key, false);
      const safe = await test.call('export.web', { ...asked, exceptions: [], draft: true });
      expect(new TextDecoder().decode(await bytesOf(test, safe.page))).not.toMatch(/\b3 (?:replies|atebion)/u);
    },
  );

  it('the official form, filled', async () => {
    const test = await workspace();
    const form = test.core.fileTokens.holdBytes('Official form.docx', await italicForm());
    await test.call('officialForm.open', { cycleId: test.cycleId, file: form });
    const text = textOf(await bytesOf(test, await test.call('export.form', { cycleId: test.cycleId, draft: true })));
    for (const { consent, key } of entries) ensureKept(text, consent, key, false);
    // References are in it, so there was something that could have leaked.
    expect(text).toContain(groupOf('rolequote'));
  });

  it('the contribution copy', async () => {
    const test = await workspace();
    const made = await test.call('export.contributionCopy', { planId: test.planId, lead: 'Head of Service' });
    const text = textOf(await bytesOf(test, made));
    expect(text).toContain('V1');
    for (const { consent, key } of entries) ensureKept(text, consent, key, false);
  });

  it.each(audiences)('the submission that every document is laid out from, for the reader “%s”', async (audience) => {
    const test = await workspace();
    const { rows } = test.services.session.required();
    const submission = buildSubmission(
      rows,
      test.cycleId,
      { parts: ['voice'], planAs: 'tables', language: 'en-GB', copy: { kind: 'draft', version: '' } },
      '2026-11-21',
      audience,
    );
    const text = JSON.stringify(submission);
    for (const { consent, key } of entries) ensureKept(text, consent, key, true);
    expect(submission.references).toHaveLength(entries.filter(({ consent }) => consent !== 'internal').length);
    for (const { replied, asked } of submission.voice)
      expect([replied, asked]).toEqual(audience === 'public' ? ['fewer-than-5', 'fewer-than-5'] : [3, 4]);
    expect(submission.references[0]?.text).toContain(audience === 'public' ? 'fewer than 5 replies' : '3 replies');
  });
});
