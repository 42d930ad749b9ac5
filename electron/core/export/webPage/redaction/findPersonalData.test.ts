import { describe, expect, it } from 'vitest';
import { processorTime } from '#test/helpers/processorTime.ts';
import { personalDataFinder } from './findPersonalData.ts';
import { looksLikePerson, nameWords } from './personNames.ts';
import { createRedactor } from './redactor.ts';

const somebody = (name: string, role = '') => ({ name, words: nameWords(name), role });
const find = personalDataFinder({
  people: [
    somebody('Professor Helena Oduya-Marsh', 'Vice-Chancellor'),
    somebody('Rowan Ellis', 'Head of Technical Services'),
    somebody('Siân O’Brien'),
    somebody('Will Green'),
    somebody('李明'),
  ],
  contact: { email: 'commitment@eastmere.example', telephone: '01632 960417', role: 'Head of Technical Services' },
  ownWord: 'technical specialists',
  ordinary: new Set(),
  words: {
    someone: 'a member of staff',
    emailLeftOut: '(e-mail address left out)',
    telephoneLeftOut: '(telephone number left out)',
    fewer: 'fewer than 5',
  },
});
const place = { where: 'Somewhere', target: '/' };
const printed = (text: string): string => createRedactor(find, new Set()).print(text, place);

describe('a text on the public page', () => {
  it.each([
    ['Ask Rowan Ellis.', 'Ask Head of Technical Services.'],
    ['ROWAN ELLIS and rowan  ellis', 'Head of Technical Services and Head of Technical Services'],
    ['Ellis, Rowan', 'Head of Technical Services'],
    ['with Dr R. Ellis', 'with Head of Technical Services'],
    ['by Mr Ellis', 'by Head of Technical Services'],
    ['thanks to Rowan’s team', 'thanks to Head of Technical Services’s team'],
    ['see example.org/rowan-ellis', 'see example.org/Head of Technical Services'],
    ['Row\u200ban El\u00adlis', 'Head of Technical Services'],
    ["Sia\u0302n O'Brien", 'A member of staff'],
    ['by Helena Oduya-Marsh', 'by Vice-Chancellor'],
    ['与李明一起', '与a member of staff一起'],
    ['Professor Adaeze Okafor agreed', 'A member of staff agreed'],
  ])('names nobody: %j', (text, expected) => expect(printed(text)).toBe(expected));

  it.each([
    'The Ellis Building has a new workshop',
    'Ellison and Rowanberry',
    'Will this be Green by May?',
    'A professor of chemistry; the Professor of Physics',
    'Meet @ 10, follow @planners',
    'At least two technicians on each committee',
    'Up to 3 technical staff a year',
    '12 technicians, 40 replies, 1,204 people, 2.4 people',
    'Stage 3 technicians',
    '£3 people',
  ])('is left as it is where it names nobody: %j', (text) => expect(printed(text)).toBe(text));

  it.each([
    ['Write to ann.lee@eastmere.example.', 'Write to (e-mail address left out).'],
    ['to Commitment@Eastmere.example', 'to Head of Technical Services'],
    ['ann.lee (at) eastmere.example', '(e-mail address left out)'],
    ['ann.lee @ eastmere.example', '(e-mail address left out)'],
    ['rowan.ellis@eastmere.example', '(e-mail address left out)'],
    ['call 01632-960 417', 'call (telephone number left out)'],
  ])('has no address and no number of the contact: %j', (text, expected) =>
    expect(printed(text).toLowerCase()).toBe(expected.toLowerCase()),
  );

  it.each([
    ['3 technicians', 'Fewer than 5 technicians'],
    ['and four technical apprentices left', 'and fewer than 5 technical apprentices left'],
    ['one person said so', 'Fewer than 5 people said so'],
    ['with 2 of the 40 respondents', 'with fewer than 5 of the 40 respondents'],
    ['two technical specialists', 'Fewer than 5 technical specialists'],
    ['a survey (n = 3)', 'a survey (n = fewer than 5)'],
  ])('tells of fewer than five people no more than that: %j', (text, expected) => expect(printed(text)).toBe(expected));

  it('takes time with its length and not more', () => {
    const taken = processorTime(() => {
      printed(`${'a'.repeat(100_000)}@`);
      printed('Rowan '.repeat(20_000));
      printed('1 of the '.repeat(10_000));
    });
    expect(taken).toBeLessThan(20_000);
  });

  it('is as it was written where somebody asked for that, and the review says so', () => {
    const first = createRedactor(find, new Set());
    first.print('Rowan Ellis and rowan ellis; 3 technicians', place);
    const [name, count] = first.redactions();
    expect(first.redactions()).toHaveLength(2);
    expect(name).toMatchObject({
      kind: 'name',
      was: 'Rowan Ellis',
      becomes: 'Head of Technical Services',
      stays: false,
    });
    const second = createRedactor(find, new Set([count?.key ?? '']));
    expect(second.print('Rowan Ellis; 3 technicians', place)).toBe('Head of Technical Services; 3 technicians');
    expect(second.redactions().map(({ stays }) => stays)).toEqual([false, true]);
  });

  it('never goes out against consent, whoever asks', () => {
    const redactor = createRedactor(find, new Set());
    const hidden = { kind: 'consent', was: 'Words', becomes: '', mayStay: false } as const;
    redactor.hide(hidden, place);
    const asked = createRedactor(find, new Set(redactor.redactions().map(({ key }) => key)));
    expect(asked.hide(hidden, place)).toBe(false);
  });
});

describe('a lead', () => {
  it.each([
    'Rowan Ellis',
    'Sam Dean',
    'R. Ellis',
    'Dr Okafor',
    'Siân O’Brien',
    'Gwen ap Rhys',
    'Jo Bloggs (Biology)',
    '李明',
  ])('is a person: %s', (owner) => expect(looksLikePerson(owner)).toBe(true));

  it.each([
    'Head of Technical Services',
    'HR Reward',
    'HR',
    'Deans',
    'Research Office',
    'Faculty technical managers',
    'Deputy Vice-Chancellor (Research)',
    'People and Culture',
    'Estates',
    'Chemistry',
    'All',
    '',
    'TBC',
  ])('is a role or a body: %j', (owner) => expect(looksLikePerson(owner)).toBe(false));
});
