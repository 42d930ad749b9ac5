import { describe, expect, it } from 'vitest';
import type { DateValue, FieldValues } from './fieldValues.ts';
import { saysTheSame } from './saysTheSame.ts';

const nothing: FieldValues = {
  ref: '',
  themes: [],
  objective: '',
  action: '',
  owner: '',
  supporting: '',
  start: { text: '', on: null },
  due: { text: '', on: null },
  rag: null,
  redExplanation: '',
  successMeasure: '',
  progress: '',
  resources: '',
  impactEvidence: '',
  notes: '',
};
const dueSame = (inPlan: DateValue, inFile: DateValue): boolean =>
  saysTheSame('due', { ...nothing, due: inPlan }, { ...nothing, due: inFile });
const wordingSame = (inPlan: string, inFile: string): boolean =>
  saysTheSame('action', { ...nothing, action: inPlan }, { ...nothing, action: inFile });

describe('whether a file says what the plan says', () => {
  it.each([
    ['31/03/2023', '2023-03-31'],
    ['31/03/2023', '31 March 2023'],
    ['31/03/2023', ''],
    ['Mar-23', 'March 2023'],
    ['by the end of March 2023', 'March 2023'],
  ])('takes the timescale %s for %s', (inPlan, inFile) => {
    expect(dueSame({ text: inPlan, on: '2023-03-31' }, { text: inFile, on: '2023-03-31' })).toBe(true);
    expect(dueSame({ text: inFile, on: '2023-03-31' }, { text: inPlan, on: '2023-03-31' })).toBe(true);
  });

  it.each([
    [
      { text: 'March 2023', on: '2023-03-31' },
      { text: '31/03/2023', on: '2023-03-31' },
    ],
    [
      { text: '31/03/2023', on: '2023-04-30' },
      { text: '2023-03-31', on: '2023-03-31' },
    ],
    [
      { text: 'TBC', on: null },
      { text: 'Ongoing', on: null },
    ],
    [
      { text: 'when the building opens', on: '2023-03-31' },
      { text: '31/03/2023', on: '2023-03-31' },
    ],
  ])('tells the timescale %o from %o', (inPlan, inFile) => {
    expect(dueSame(inPlan, inFile)).toBe(false);
  });

  it('goes by the words, whatever their case, quotes, dashes, spaces and “&”', () => {
    expect(
      wordingSame(
        'Adopt an authorship and acknowledgement policy – with “technicians’ names”',
        'Adopt an Authorship & acknowledgement\npolicy - with "technicians\' names".',
      ),
    ).toBe(true);
  });

  it.each([
    ['Reach 50% of technicians', 'Reach > 50% of technicians'],
    ['Train 1.5 people', 'Train 15 people'],
    ['Hold a lunch', 'Hold a late lunch'],
  ])('tells “%s” from “%s”', (inPlan, inFile) => {
    expect(wordingSame(inPlan, inFile)).toBe(false);
  });

  it('does not mind the order of themes, but each of them', () => {
    const inPlan: FieldValues = { ...nothing, themes: ['visibility', 'recognition'] };
    expect(saysTheSame('themes', inPlan, { ...nothing, themes: ['recognition', 'visibility'] })).toBe(true);
    expect(saysTheSame('themes', inPlan, { ...nothing, themes: ['recognition'] })).toBe(false);
  });
});
