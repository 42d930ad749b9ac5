import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Voice } from '#shared/model/tables.ts';
import { givenActions, writePlan } from '#test/helpers/hostilePlan.ts';
import { openCore } from '#test/helpers/openCore.ts';

/** Invented words of no language, so that they stand in no heading and no other text. */
const word = fc
  .array(fc.constantFrom('zor', 'quib', 'lax', 'wyn', 'thur', 'pog', 'jex', 'ühl'), { minLength: 2, maxLength: 3 })
  .map((parts) => parts.join(''))
  .map((text) => text.slice(0, 1).toUpperCase() + text.slice(1));
const surname = fc.oneof(
  word,
  fc.tuple(word, word).map((both) => both.join('-')),
  word.map((one) => `O’${one}`),
);
const person = fc.tuple(word, surname).map(([given, family]) => ({ given, family }));

/** How a name may stand in a text; each form holds the given name or the surname. */
const forms: readonly ((name: { readonly given: string; readonly family: string }) => string)[] = [
  ({ given, family }) => `${given} ${family}`,
  ({ given, family }) => `${given}\u00a0\n${family}`,
  ({ given, family }) => `Dr ${given} ${family}, MSc`,
  ({ given, family }) => `${family}, ${given}`,
  ({ given, family }) => `${given.toUpperCase()} ${family.toUpperCase()}`,
  ({ given, family }) => `(${given.slice(0, 2)}\u200b${given.slice(2)} ${family}’s)`,
  ({ given, family }) => `${given.normalize('NFD')} ${family.normalize('NFD')}`,
  ({ given, family }) => `${given.slice(0, 1)}. ${family}`,
  ({ family }) => `Prof. ${family}`,
  ({ given }) => `asked ${given} twice`,
  ({ given, family }) => `${given}.${family.replaceAll('’', '')}@eastmere.example`,
  ({ family }) => `<${family.replaceAll('’', "'")}@eastmere.ac.example>`,
];
const form = fc.constantFrom(...forms);

it('no e-mail address and no name of anybody who did not agree stands in page or csv, whatever the workspace', async () => {
  const test = await openCore();
  const [cycle] = (await test.call('workspace.load', {})).rows.cycle;
  if (!cycle) throw new Error('There is no cycle');
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 4, maxLength: 4 }),
      fc.array(form, { minLength: 6, maxLength: 6 }),
      givenActions,
      fc.constantFrom<Voice['consent']>('internal', 'anonymous', 'role'),
      async (people, written, actions, consent) => {
        const [contact, signatory, speaker, lead] = people;
        if (!contact || !signatory || !speaker || !lead) throw new Error('There are four');
        const full = ({ given, family }: typeof lead): string => `${given} ${family}`;
        // Whom no lead, contact or entry names cannot be known; the screen says so.
        const known = actions.length > 0 ? people : [contact, signatory, speaker];
        const somewhere = (index: number): string =>
          known.map((one) => written[index % written.length]?.(one) ?? '').join(' – ');
        await test.call('institution.edit', {
          fields: { contactName: full(contact), contactRole: '', contactEmail: `${contact.given}@eastmere.example` },
        });
        test.services.change('Wrote names', ({ rows, ports }) => {
          for (const { id } of rows.all('signatory')) rows.remove('signatory', id);
          for (const { id } of rows.all('voice')) rows.remove('voice', id);
          const title = 'Vice-Chancellor';
          rows.insert('signatory', { id: ports.newId(), position: 1, role: title, name: full(signatory), title });
          rows.insert('voice', {
            id: ports.newId(),
            number: 1,
            heardOn: null,
            channel: 'interview',
            groupName: somewhere(0),
            personName: full(speaker),
            asked: 2,
            replied: 1,
            kind: 'quote',
            words: somewhere(1),
            consent,
            themes: [],
            changed: somewhere(2),
            whyNot: somewhere(3),
            binned: false,
          });
        });
        const named = actions.map((action, index) => ({
          ...action,
          lead: `${full(lead)}; Research Office`,
          supporting: somewhere(index),
          text: `${action.text.slice(0, 200)} ${somewhere(index + 1)}`,
          objective: somewhere(index + 2),
          successMeasure: somewhere(index + 3),
          resources: somewhere(index + 4),
          progress: somewhere(index + 5),
          explanation: somewhere(index),
        }));
        writePlan(test, cycle.newPlanId, named);
        writePlan(test, cycle.lastPlanId, named);
        const made = await test.call('export.web', {
          cycleId: cycle.id,
          parts: ['last-plan', 'voice'],
          language: 'en-GB',
          exceptions: [],
          draft: true,
        });
        for (const { file } of [made.page, made.plan]) {
          const { bytes } = await test.core.fileTokens.read(file, 50_000_000);
          const text = new TextDecoder()
            .decode(bytes)
            .normalize('NFC')
            .replace(/<style>.*?<\/style>/su, '');
          const small = text.toLowerCase().replaceAll('&#39;', '’');
          for (const { given, family } of people)
            for (const part of [given, family]) expect(small).not.toContain(part.normalize('NFC').toLowerCase());
          expect(text).not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}]/u);
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
