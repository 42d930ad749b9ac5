import { describe, expect, it } from 'vitest';
import { colourOfHex, decideScheme, isPlainStatus, ragOfColour, readStatusWord } from './rag.ts';
import { remarkOf } from './ratingRemark.ts';

const heard = (text: string): string => {
  const word = readStatusWord(text);
  switch (word?.kind) {
    case 'colour':
      return word.colour;
    case 'completion':
      return `completion ${word.rag}`;
    case 'health':
    case 'ask':
      return word.kind;
    case undefined:
      return 'nothing';
  }
};

describe('reading the words of a RAG column', () => {
  it.each([
    ['Green', 'green'],
    ['R', 'red'],
    ['a', 'amber'],
    ['Orange', 'amber'],
    ['Green (complete)', 'green'],
    ['RAG: Amber', 'amber'],
    ['🟢', 'green'],
    ['✓', 'green'],
    ['Blue', 'blue'],
    ['Completed', 'completion green'],
    ['Delivered in July 2023', 'completion green'],
    ['Partially complete', 'completion amber'],
    ['Under way', 'completion amber'],
    ['In progress', 'completion amber'],
    ['Not started', 'completion red'],
    ['Not yet completed', 'completion red'],
    ['Yet to start', 'completion red'],
    ['Still to be carried out', 'completion red'],
    ['Outstanding', 'completion red'],
    ['On track', 'health'],
    ['On track to be done on time', 'health'],
    ['Delayed, not started', 'completion red'],
    ['At risk', 'health'],
    ['n/a', 'ask'],
    ['G/A', 'ask'],
    ['Superseded', 'ask'],
    ['BAU', 'ask'],
    ['Being done', 'completion amber'],
    ['0% complete', 'completion red'],
    ['10% complete', 'completion amber'],
    ['50%', 'completion amber'],
    ['c. 99.5 % done', 'completion amber'],
    ['Completed: 80%', 'completion amber'],
    ['75–90%', 'completion amber'],
    ['Nearly 100%', 'completion amber'],
    ['100% complete', 'completion green'],
    ['100%', 'completion green'],
    ['120% complete', 'ask'],
    ['40% of technicians have completed it', 'completion amber'],
    ['40% of technicians reached', 'nothing'],
    ['Will be completed by May 2026', 'ask'],
    ['Due to be delivered', 'ask'],
    ['Expected to be completed in May', 'ask'],
    ['Awaiting completion', 'ask'],
    ['Expected to complete', 'ask'],
    ['Should be completed', 'ask'],
    ['Completion due 2026', 'ask'],
    ['Planned for completion in 2026', 'ask'],
    ['Not fully delivered', 'ask'],
    ['To be delivered', 'completion red'],
    ['Nothing done', 'completion red'],
    ['Never completed', 'completion red'],
    ['Hasn’t been completed', 'completion red'],
    ['No workshops delivered', 'completion red'],
    ['No issues, completed', 'completion green'],
    ['Nothing outstanding', 'nothing'],
    ['In progress, not yet complete', 'completion amber'],
    ['Not started, will be completed by May', 'completion red'],
    ['Nearing completion', 'completion amber'],
    ['Most workshops delivered', 'completion amber'],
    ['3 of 5 delivered', 'completion amber'],
    ['5 of 5 delivered', 'completion green'],
    ['Two of three workshops delivered', 'completion amber'],
    ['All three workshops delivered', 'completion green'],
    ['Plan completed', 'completion green'],
    ['Training needs analysis completed', 'completion green'],
    ['Expected outcomes achieved', 'completion green'],
    ['Completed in May 2024', 'completion green'],
    ['Completed by the deadline', 'completion green'],
    ['Red – the union has not agreed', 'red'],
    ['Gwyrdd', 'green'],
    ['constructor', 'nothing'],
    ['●', 'nothing'],
    ['', 'nothing'],
    ['The group met twice and wrote to the deans', 'nothing'],
  ])('hears in “%s”: %s', (text, meaning) => {
    expect(heard(text)).toBe(meaning);
  });
});

describe('a status and nothing else', () => {
  it.each([
    ['Completed', true],
    ['Not yet started', true],
    ['In progress', true],
    ['Nine placements completed', false],
    ['Four schools have finished', false],
    ['Circulated to all', false],
  ])('is told from progress: “%s”', (text, is) => {
    expect(isPlainStatus(text)).toBe(is);
  });
});

describe('what stands beside a rating in its cell', () => {
  it.each([
    ['Amber – seven schools have finished', 'seven schools have finished'],
    ['Green (both days were held, with 341 visitors)', 'both days were held, with 341 visitors'],
    ['Green (complete)', undefined],
    ['Two events held – a third booked', undefined],
  ])('is a remark: “%s”', (text, remark) => {
    expect(remarkOf(text)).toBe(remark);
  });
});

describe('reading fills by their hue', () => {
  it.each([
    ['#00B050', 'green'],
    ['#92D050', 'green'],
    ['#C6EFCE', 'green'],
    ['#9BBB59', 'green'],
    ['#FFC000', 'amber'],
    ['#FFFF00', 'amber'],
    ['#FFEB9C', 'amber'],
    ['#F4B183', 'amber'],
    ['#ED7D31', 'amber'],
    ['#FF0000', 'red'],
    ['#FFC7CE', 'red'],
    ['#C0504D', 'red'],
    ['#0070C0', 'blue'],
    ['#FFFFFF', undefined],
    ['#D9D9D9', undefined],
    ['#000000', undefined],
    ['#7030A0', undefined],
  ])('takes %s for %s', (hex, colour) => {
    expect(colourOfHex(hex)).toBe(colour);
  });
});

describe('which scheme a file rates by', () => {
  const none = { words: [], colours: [], key: new Map(), headers: [] };
  const word = (text: string) => readStatusWord(text) ?? { kind: 'ask' as const };

  it('is none where nothing is rated, whatever a key says', () => {
    expect(decideScheme(none)).toBe('none');
  });
  it('is completion unless blue or health is spoken of', () => {
    expect(decideScheme({ ...none, words: [word('Green'), word('Red')] })).toBe('completion');
    expect(decideScheme({ ...none, words: [word('Blue'), word('Green')] })).toBe('brag');
    expect(decideScheme({ ...none, colours: ['green'], headers: ['BRAG'] })).toBe('brag');
    expect(decideScheme({ ...none, words: [word('On track'), word('Complete')] })).toBe('health');
  });
  it('never turns a colour of health into a rating unasked', () => {
    expect(ragOfColour('green', 'health', new Map())).toMatchObject({ rag: null, asked: true });
  });
  it('follows the key of the file before the usual meaning of a colour', () => {
    const key = new Map([['green' as const, { word: word('In progress'), text: 'In progress', place: 'B1' }]]);
    expect(ragOfColour('green', 'completion', key)).toMatchObject({ rag: 'amber', asked: false });
  });
});
