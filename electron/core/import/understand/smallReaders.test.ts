import { describe, expect, it } from 'vitest';
import { sheetOf } from '#test/helpers/sheetOf.ts';
import { actionsOfCell } from './actionsOfCell.ts';
import { readColourKey } from './colourKey.ts';
import { makeGrid } from './grid.ts';
import { readLabelledBlocks } from './labelledBlocks.ts';
import { ownerText } from './owners.ts';
import { findRedExplanation } from './redExplanation.ts';

describe('owners', () => {
  it('are written in one line, as they stand', () => {
    const text = '• Estates / Library\n• Deputy Vice-Chancellor (Research, Innovation)';
    expect(ownerText(text)).toBe('Estates / Library, Deputy Vice-Chancellor (Research, Innovation)');
  });
});

describe('a cell of several actions', () => {
  it('is taken apart where every line is a bullet', () => {
    expect(actionsOfCell('• Write to every dean\n• Hold a lunch each term', undefined)).toEqual([
      'Write to every dean',
      'Hold a lunch each term',
    ]);
    expect(
      actionsOfCell('Write to every dean\nHold a lunch each term', ['Write to every dean', 'Hold a lunch each term']),
    ).toHaveLength(2);
  });
  it('stays whole where bullets only say more about one action', () => {
    const text = 'Build pages with:\n• a directory\n• stories';
    expect(actionsOfCell(text, undefined)).toEqual([text]);
    expect(actionsOfCell('• pens\n• paper', undefined)).toEqual(['• pens\n• paper']);
  });
});

describe('a cell of labelled parts', () => {
  it('is divided among the fields that the labels name', () => {
    expect(
      readLabelledBlocks('Delivery: July 2020\nSuccess: 40 members')?.map(({ role, text }) => [role, text]),
    ).toEqual([
      ['timescale', 'July 2020'],
      ['successMeasure', '40 members'],
    ]);
    expect(readLabelledBlocks('Success: 40 members')).toBeUndefined();
    expect(readLabelledBlocks('As agreed\nSuccess: 40 members')).toBeUndefined();
  });
});

describe('the explanation of a red', () => {
  const base = { isRed: true, column: '', ratingNote: undefined, comments: [], progress: '' };
  it('comes from its column, else a note on the rating, else comments or progress that read as a reason', () => {
    expect(findRedExplanation({ ...base, column: 'No room', progress: 'Paused' }).text).toBe('No room');
    expect(findRedExplanation({ ...base, ratingNote: 'No room', progress: 'Paused' }).text).toBe('No room');
    expect(findRedExplanation({ ...base, progress: 'Paused because of the move' })).toEqual({
      text: 'Paused because of the move',
      why: 'From the progress, which reads as a reason.',
    });
    expect(findRedExplanation({ ...base, progress: 'Two workshops held' }).text).toBe('');
  });
  it('is the only comment where nothing reads as a reason, as a guess', () => {
    const guess = 'A guess: it is the only comment. Check that it says why.';
    expect(findRedExplanation({ ...base, comments: ['No staff time'] })).toEqual({ text: 'No staff time', why: guess });
    expect(findRedExplanation({ ...base, progress: 'No staff time', isComment: true }).why).toBe(guess);
    expect(findRedExplanation({ ...base, comments: ['With HR now', 'Two rooms seen'] }).text).toBe('');
    expect(findRedExplanation({ ...base, comments: ['Ongoing'] }).text).toBe('');
    expect(findRedExplanation({ ...base, isRed: false, comments: ['No staff time'] }).text).toBe('');
  });
  it('is not looked for beyond its column where the action is not red', () => {
    expect(findRedExplanation({ ...base, isRed: false, progress: 'Paused because of the move' }).text).toBe('');
  });
});

describe('the key of a file', () => {
  const meanings = (rows: Parameters<typeof sheetOf>[0]): unknown =>
    [...readColourKey([makeGrid(sheetOf(rows), 0)], () => false)].map(([colour, { text, place }]) => [
      colour,
      text,
      place,
    ]);

  it('is read from coloured cells, from letters beside meanings, and from one line', () => {
    expect(
      meanings([['Key', { text: 'Completed', fill: '#00B050' }, { text: 'Still to be carried out', fill: '#FF0000' }]]),
    ).toEqual([
      ['green', 'Completed', 'B1'],
      ['red', 'Still to be carried out', 'C1'],
    ]);
    expect(
      meanings([
        ['G', 'Complete'],
        ['A', 'Under way'],
      ]),
    ).toEqual([
      ['green', 'Complete', 'B1'],
      ['amber', 'Under way', 'B2'],
    ]);
    expect(meanings([['Key: Green - Completed, Orange - Ongoing']])).toEqual([
      ['green', 'Completed', 'A1'],
      ['amber', 'Ongoing', 'A1'],
    ]);
  });
  it('is not a remark about the colour of letters', () => {
    expect(meanings([['Blue text: action. Red text: key deliverable. Green text: success measure.']])).toEqual([]);
  });
});
