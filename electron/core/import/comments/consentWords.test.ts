import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConsent } from './consentWords.ts';

const consentOf = (value: string, header = 'Consent') => {
  const { consent, asked } = readConsent(value, header);
  return asked ? `${consent}?` : consent;
};

it.each([
  ['Yes', 'May we quote you anonymously?', 'anonymous'],
  ['Yes', 'Are you happy to be quoted by name?', 'named'],
  ['yes please', 'May we quote your comments?', 'anonymous'],
  ['Yes', 'Consent', 'internal?'],
  ['Yes', 'I agree to take part in this survey', 'internal?'],
  ['No', 'May we quote you anonymously?', 'internal'],
  ['no', 'Happy to be quoted by name?', 'internal'],
  ['', 'May we quote you anonymously?', 'internal'],
  ['Anonymously', 'How may we quote you?', 'anonymous'],
  ['With my name', 'How may we quote you?', 'named'],
  ['By job title only', 'How may we quote you?', 'role'],
  ['Internal use only', 'Use', 'internal'],
  ['Not to be quoted', 'Use', 'internal'],
  // Whoever reads these two ways must ask.
  ['Please do not use my name', 'How may we quote you?', 'internal?'],
  ['No name, but anonymously is fine', 'How may we quote you?', 'internal?'],
  ['By name or anonymously', 'How may we quote you?', 'internal?'],
  ['Ask me first', 'How may we quote you?', 'internal?'],
  ['Yes', 'Tick if you do not want to be quoted', 'internal?'],
])('“%s” under “%s” is %s', (value, header, expected) => {
  expect(consentOf(value, header)).toBe(expected);
});

it('reads the words of the register itself, as a copy of its cells has them', () => {
  expect(consentOf('May be quoted by name')).toBe('named');
  expect(consentOf('May be quoted by role')).toBe('role');
  expect(consentOf('May be quoted anonymously')).toBe('anonymous');
  expect(consentOf('Not outside the institution')).toBe('internal');
});

it('lets nothing out on a “not”, a “no” or a “never”, whatever stands around it', () => {
  const word = fc.constantFrom('name', 'anonymously', 'quote', 'me', 'yes', 'role', 'please', 'publish', 'but');
  const negative = fc.constantFrom('not', 'no', 'never', 'don’t', 'without');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), negative, fc.array(word, { maxLength: 4 }), (before, no, after) => {
      const said = [...before, no, ...after].join(' ');
      expect(readConsent(said, 'How may we quote you?').consent).toBe('internal');
    }),
  );
});
