import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Audience,
  audiences,
  countAsPrinted,
  type QuotedVoice,
  quotingConcerns,
  voiceAsPrinted,
} from './quoting.ts';
import { type Consent, consents, voiceChannels } from './words.ts';

/** Words that occur in no other field, so that finding one of them tells which field it leaked from. */
const name = fc.constantFrom('Zofia Quill', ' Zofia Quill ', 'Z. Quill');
const group = fc.constantFrom('Glass workshop', ' Microscopy ', 'Foundry');
const count = fc.option(fc.nat({ max: 40 }), { nil: null });
const voices: fc.Arbitrary<QuotedVoice> = fc.record({
  heardOn: fc.constantFrom(null, '2026-03-04'),
  channel: fc.constantFrom(...voiceChannels),
  groupName: fc.oneof(group, fc.constant('')),
  personName: fc.oneof(name, fc.constant('')),
  asked: count,
  replied: count,
  kind: fc.constantFrom('quote' as const, 'summary' as const),
  words: fc.constantFrom('Nobody knows what we can do', ''),
  consent: fc.constantFrom(...consents),
  changed: fc.constantFrom('A directory', ''),
  whyNot: fc.constantFrom('No post is free', ''),
});

/** Every consent for every reader, with each other field as it comes. */
const combinations = consents.flatMap((consent) => audiences.map((audience) => [consent, audience] as const));
const always = (consent: Consent, holds: (voice: QuotedVoice) => void): void =>
  fc.assert(
    fc.property(voices, (voice) => holds({ ...voice, consent })),
    { numRuns: 200 },
  );
const everything = (voice: QuotedVoice, audience: Audience): string => JSON.stringify(voiceAsPrinted(voice, audience));

describe('what is printed of technician voice', () => {
  it.each(combinations)('with the consent “%s” for the reader “%s” holds what may be printed', (consent, audience) => {
    always(consent, (voice) => {
      const printed = voiceAsPrinted(voice, audience);
      if (consent === 'internal') {
        expect(printed).toBeNull();
        return;
      }
      expect(printed).toMatchObject({ words: voice.words, kind: voice.kind, changed: voice.changed });
      const all = everything(voice, audience);
      const person = voice.personName.trim();
      const who = voice.groupName.trim();
      // A name leaves with the consent to name and with no other, whatever else the entry holds.
      if (consent !== 'named' && person !== '') expect(all).not.toContain(person);
      if (consent === 'anonymous' && who !== '') expect(all).not.toContain(who);
      expect(printed?.attribution).toBe(consent === 'anonymous' ? '' : consent === 'named' ? person || who : who);
    });
  });

  it('tells anybody’s reader no number of people below five, and the signatory every number', () => {
    fc.assert(
      fc.property(voices, (voice) => {
        const open = voiceAsPrinted({ ...voice, consent: 'role' }, 'public');
        for (const printed of [open?.asked, open?.replied])
          expect(printed === null || printed === 'fewer-than-5' || (printed ?? 0) >= 5).toBe(true);
        expect(voiceAsPrinted({ ...voice, consent: 'role' }, 'signatory')).toMatchObject({
          asked: voice.asked,
          replied: voice.replied,
        });
      }),
    );
    expect([null, 0, 4, 5].map((each) => countAsPrinted(each, 'public'))).toEqual([
      null,
      'fewer-than-5',
      'fewer-than-5',
      5,
    ]);
  });

  it('is never more for anybody than for the signatory', () => {
    fc.assert(
      fc.property(voices, (voice) => {
        const [signatory, open] = audiences.map((audience) => voiceAsPrinted(voice, audience));
        const { asked, replied, ...rest } = open ?? { asked: null, replied: null };
        if (signatory === null) expect(open).toBeNull();
        else expect(signatory).toMatchObject(rest);
      }),
    );
  });
});

describe('before an entry is quoted', () => {
  it('one thing at most is to be thought of, and which one follows from consent, kind and numbers', () => {
    fc.assert(
      fc.property(voices, (voice) => {
        const size = voice.replied ?? voice.asked;
        const unnamed = voice.consent === 'anonymous' || voice.consent === 'role';
        const expected =
          voice.consent === 'internal'
            ? ['stays-inside']
            : voice.kind === 'summary'
              ? []
              : unnamed && size !== null && size < 5
                ? ['small-group']
                : voice.consent === 'named' && voice.personName.trim() === ''
                  ? ['name-missing']
                  : [];
        expect(quotingConcerns(voice)).toEqual(expected);
      }),
    );
  });

  it('those who replied count, not those who were asked', () => {
    const quote = { kind: 'quote', consent: 'anonymous', personName: '', asked: null, replied: null } as const;
    expect(quotingConcerns({ ...quote, asked: 40, replied: 3 })).toEqual(['small-group']);
    expect(quotingConcerns({ ...quote, asked: 4 })).toEqual(['small-group']);
    expect(quotingConcerns({ ...quote, replied: 5 })).toEqual([]);
    expect(quotingConcerns(quote)).toEqual([]);
  });
});
