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
