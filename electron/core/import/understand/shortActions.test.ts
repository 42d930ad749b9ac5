import { describe, expect, it } from 'vitest';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const headers = ['Ref', 'Action', 'Lead', 'Due', 'RAG', 'Comments'];
const row = (ref: string, action: string, rag = 'Amber', comment = ''): CellSketch[] => [
  ref,
  action,
  'Head of Stores',
  'June 2027',
  rag,
  comment,
];
const long = (ref: string): CellSketch[] => row(ref, 'Film how rare instruments are set up');
const read = (...rows: readonly (readonly CellSketch[])[]) => understand([sheetOf([headers, ...rows])]);
const actionsOf = (...rows: readonly (readonly CellSketch[])[]) => read(...rows).actions.map(({ action }) => action);

describe('an action of few words', () => {
  it.each([
    'Complete skills audit',
    'Implemented mentoring scheme',
    'Continuing professional development',
    'Started apprenticeships',
    'Active bystander training',
    'Merged stores',
    'Close old stores',
    'Members: survey them',
  ])('is one where it has a lead, a day or a rating: “%s”', (action) => {
    expect(actionsOf(long('1'), row('2', action), long('3'))[1]).toBe(action);
    expect(actionsOf(long('1'), ['2', action, '', '', 'Amber'], long('3'))[1]).toBe(action);
  });

  it.each(['Completed', 'In progress', 'Not yet started'])('is none where it is a status alone: “%s”', (status) => {
    expect(actionsOf(long('1'), ['', status], long('2'))).toHaveLength(2);
  });

  it('is one beside its rating alone', () => {
    const { actions } = understand([
      sheetOf([
        ['Action', 'RAG', 'Comments'],
        ['Film how rare instruments are set up', 'Red', 'No staff time yet'],
        ['Complete skills audit', 'Amber'],
        ['Film how stores are kept', 'Amber', 'Two are made'],
      ]),
    ]);
    expect(actions.map(({ action, rag }) => [action, rag])).toEqual([
      ['Film how rare instruments are set up', 'red'],
      ['Complete skills audit', 'amber'],
      ['Film how stores are kept', 'amber'],
    ]);
  });

  it('is no example because a comment gives one', () => {
    const rows = [long('1'), row('2', 'Widen the prizes', 'Amber', 'For example: the glass prize'), long('3')];
    expect(actionsOf(...rows)).toHaveLength(3);
    expect(actionsOf(long('1'), row('2', 'Example: Widen the prizes'), long('3'))).toHaveLength(2);
    expect(actionsOf(long('1'), row('e.g.', 'Widen the prizes'), long('3'))).toHaveLength(2);
  });
});

describe('a row that was left out', () => {
  const dropped = ['e.g.', 'Complete skills audit', 'Head of Stores', 'June 2027', 'Amber', 'Complete'];
  it.each([
    ['between the actions', [long('1'), dropped, long('2')]],
    ['below them', [long('1'), long('2'), dropped]],
  ])('is no key to the colours %s', (_, rows) => {
    const { colourKey, actions } = read(...rows);
    expect(colourKey).toEqual([]);
    expect(actions.map(({ rag }) => rag)).toEqual(['amber', 'amber']);
  });

  it.each([
    ['below the table', [long('1'), long('2'), ['Amber', 'Not started']]],
    ['between its rows', [long('1'), ['Amber', 'Not started'], long('2')]],
    ['in a line', [long('1'), long('2'), ['Key: Amber = not started, Green = complete']]],
  ])('is one where it is written as one, %s', (_, rows) => {
    const { colourKey, actions } = read(...rows);
    expect(colourKey.map(({ colour }) => colour)).toContain('amber');
    expect(actions.map(({ rag }) => rag)).toEqual(['red', 'red']);
  });
});

describe('what stands around the actions', () => {
  it.each<readonly CellSketch[]>([
    ['Last updated', '3 May 2024'],
    ['Prepared by', 'Sam Okafor, Technical Services'],
    ['Abbreviations', 'CPD: continuing professional development'],
    ['Approved by', 'The Executive Board in its meeting of June'],
    ['Notes', 'Some actions go on from the plan before this one'],
    ['Chair', 'Professor Ada Lind'],
    ['Chair:', 'Professor Ada Lind', '', '', '', 'since May'],
    ['Key:', '', '', '', '', 'V = Visibility; R = Recognition'],
    ['Key:', 'V = Visibility; R = Recognition; CD = Career development; S = Sustainability'],
    ['V = Visibility', 'R = Recognition', 'S = Sustainability'],
    ['', 'Last updated', '3 May 2024'],
    ['', 'Approved by', 'Professor Ada Lind'],
  ])('is no action: %s, %s', (...cells) => {
    expect(actionsOf(cells, long('1'), long('2'), cells)).toHaveLength(2);
    expect(actionsOf(long('1'), cells, long('2'))).toHaveLength(2);
  });

  it.each([
    ['Key', 'Key technical staff to be trained as assessors'],
    ['1', 'Notes of every meeting are published'],
    ['2', 'Version control for the shared code'],
    ['3', 'Chairs for the workshops'],
    ['4', 'Please thank every retiring technician in person'],
  ])('does not swallow an action with a lead, a day and a rating: %s, %s', (ref, action) => {
    expect(actionsOf(long('1'), row(ref, action), long('9'))[1]).toBe(action);
  });

  it.each(['Key technical staff to be trained as assessors', 'Notes of every meeting are published'])(
    'does not swallow an action of which only the comment is filled: %s',
    (action) => {
      expect(actionsOf(long('1'), ['7', action, '', '', '', 'With HR'], long('9'))[1]).toBe(action);
    },
  );

  it('is told from who leads, where that stands first', () => {
    const { actions } = understand([
      sheetOf([
        ['Lead', 'Action', 'Comments'],
        ['Chair', 'Invite the heads of all schools to lunch', 'Yearly'],
        ['Dean', 'Film how rare instruments are set up', ''],
        ['Last updated', '3 May 2024'],
      ]),
    ]);
    expect(actions.map(({ owner }) => owner)).toEqual(['Chair', 'Dean']);
  });
});
