import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { isNumberedBelow } from './milestones.ts';
import { understand } from './understand.ts';

const one = 'Hold briefings for heads of department';
const two = 'Add a module to the induction programme';

type Rows = readonly (readonly CellSketch[])[];
const read = (rows: Rows, corrections: Parameters<typeof understand>[1] = {}, sketch = {}) =>
  understand([sheetOf(rows, sketch)], corrections);
const asActions = { corrections: { milestones: [{ table: '0:0', as: 'actions' }] } } as const;
const asMilestones = { corrections: { milestones: [{ table: '0:0', as: 'milestones' }] } } as const;
const textsOf = (actions: readonly PreviewAction[]): unknown[] => actions.map(({ ref, action }) => [ref, action]);

const numbered: Rows = [
  ['Ref', 'Action', 'Lead', 'Due', 'Success measure', 'RAG'],
  ['1.1', one, 'Dean', 'Dec 2026', 'Six briefings', 'Amber'],
  ['1.1a', 'Book the hall', '', 'May 2026', '', 'Complete'],
  ['1.1b', 'Invite every head', 'HR', 'June 2026', '', 'Red'],
  ['1.2', two, 'Provost', 'Dec 2026', 'One module', 'Green'],
];

describe('rows that are numbered below an action', () => {
  it('are lines of its progress, where they say how they go', () => {
    const { actions, tables, problems } = read(numbered);
    expect(textsOf(actions)).toEqual([
      ['1.1', one],
      ['1.2', two],
    ]);
    expect(actions[0]?.progress).toBe(
      'Milestone 1.1a: Book the hall (due: May 2026; status: Complete)\n' +
        'Milestone 1.1b: Invite every head (lead: HR; due: June 2026; status: Red)',
    );
    expect(actions[0]?.reasons.progress).toBe('With 2 milestones from rows 3 to 4.');
    expect(actions[1]?.progress).toBe('');
    expect(tables[0]?.milestones).toEqual({
      count: 2,
      as: 'milestones',
      why: '2 rows stand below an action; for instance, 1.1a in row 3 is numbered below 1.1.',
    });
    expect(tables[0]?.actions).toBe(2);
    expect(problems).toEqual([]);
  });

  it('are actions of their own where a person says so, and then ask for what an action needs', () => {
    const { actions, tables, problems } = read(numbered, asActions);
    expect(actions.map(({ ref, owner, progress }) => [ref, owner, progress])).toEqual([
      ['1.1', 'Dean', ''],
      ['1.1a', '', ''],
      ['1.1b', 'HR', ''],
      ['1.2', 'Provost', ''],
    ]);
    expect(tables[0]?.milestones).toMatchObject({ count: 2, as: 'actions' });
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['red-without-explanation', 4]]);
  });

  it('are thought actions where they say as much as the action above', () => {
    const rows: Rows = [
      ['Ref', 'Action', 'Lead', 'Due'],
      ['1.1', one, 'Dean', 'Dec 2026'],
      ['1.1.1', 'Open the glass store to visitors', 'HR', 'May 2026'],
      ['1.2', two, 'Provost', 'Dec 2026'],
    ];
    const { actions, tables } = read(rows);
    expect(actions).toHaveLength(3);
    expect(tables[0]?.milestones).toEqual({
      count: 1,
      as: 'actions',
      why: 'One row stands below an action: 1.1.1 in row 3 is numbered below 1.1. It says as much as the action itself, so it may be an action of its own.',
    });
    expect(read(rows, asMilestones).actions.map(({ action }) => action)).toEqual([
      `${one}\nMilestone 1.1.1: Open the glass store to visitors (lead: HR; due: May 2026)`,
      two,
    ]);
  });

  it.each([
    ['1.1a', '1.1', true],
    ['1.1 (b)', '1.1', true],
    ['1.1.2', '1.1', true],
    ['ii)', '3', true],
    ['c.', '3', true],
    ['1.10', '1.1', false],
    ['10', '1', false],
    ['2', '1', false],
    ['a', 'b', false],
    ['', '1', false],
  ])('are known by their number: “%s” below “%s” is %s', (ref, above, expected) => {
    expect(isNumberedBelow(ref.replace(/[\s().]+$|[\s()]/g, ''), above)).toBe(expected);
  });
});

describe('rows that are called milestones', () => {
  it('are lines of the action, where nothing says how they go', () => {
    const { actions, tables } = read([
      ['Action', 'Lead', 'By when'],
      [one, 'Dean', 'Dec 2026'],
      ['Milestone 1: book the hall', 'Estates', 'May 2026'],
      ['Milestone 2: invite every head', '', 'June 2026'],
      [two, 'Provost', 'Dec 2026'],
    ]);
    expect(actions.map(({ action }) => action)).toEqual([
      `${one}\nMilestone 1: book the hall (lead: Estates; due: May 2026)\nMilestone 2: invite every head (due: June 2026)`,
      two,
    ]);
    expect(actions[0]?.reasons.action).toBe('With 2 milestones from rows 3 to 4.');
    expect(tables[0]?.milestones?.why).toBe(
      '2 rows stand below an action; for instance, “Milestone 1: book the hall” in row 3 is called so.',
    );
  });

  it('stay actions where every row is called so, and where a verb only sounds like it', () => {
    for (const texts of [
      ['Step 1: train the trainers', 'Step 2: train everybody', 'Step 3: train those who were away'],
      ['Step up the training of trainers', 'Step down the use of agency staff', 'Milestone birthdays are to be marked'],
    ]) {
      const { actions, tables } = read([['Action', 'Lead', 'By when'], ...texts.map((text) => [text, 'Dean', '2026'])]);
      expect(actions).toHaveLength(3);
      expect(tables[0]?.milestones).toBeNull();
    }
  });

  it('are known by a column that says what each row is', () => {
    const { actions, tables } = read([
      ['Type', 'Title', 'Lead', 'Due', 'RAG'],
      ['Action', one, 'Dean', 'Dec 2026', 'Amber'],
      ['Milestone', 'Hall is booked for the year', 'Dean', 'May 2026', 'Green'],
      ['Action', two, 'Provost', 'Dec 2026', 'Red'],
    ]);
    expect(actions.map(({ action, progress }) => [action, progress])).toEqual([
      [one, 'Milestone: Hall is booked for the year (due: May 2026; status: Green; Type: Milestone)'],
      [two, ''],
    ]);
    expect(tables[0]?.milestones?.why).toContain('is a “Milestone” by column A');
  });

  it('are known by a row that heads them, until a blank row', () => {
    const { actions, tables } = read([
      ['Action', 'Lead', 'By when'],
      [one, 'Dean', 'Dec 2026'],
      ['Milestones', '', ''],
      ['Book the hall for every term', '', 'May 2026'],
      ['Invite every head by letter', '', 'June 2026'],
      ['', '', ''],
      [two, 'Provost', 'Dec 2026'],
    ]);
    expect(actions.map(({ action, notes }) => [action, notes])).toEqual([
      [
        `${one}\nMilestone: Book the hall for every term (due: May 2026)\nMilestone: Invite every head by letter (due: June 2026)`,
        [],
      ],
      [two, []],
    ]);
    expect(tables[0]?.skipped).toMatchObject([{ row: 3, why: 'Heads the milestones of the action above.' }]);
  });
});

describe('rows that are indented and have no number', () => {
  it.each([
    ['by spaces', '    Book the hall for the year'],
    ['by a dash', '– Book the hall for the year'],
    ['by the cell', { text: 'Book the hall for the year', indent: 1 }],
  ])('are milestones of the numbered action above: %s', (_, cell: CellSketch) => {
    const { actions } = read([
      ['No.', 'Action', 'Lead', 'By when'],
      ['1', one, 'Dean', 'Dec 2026'],
      ['', cell, 'Estates', 'May 2026'],
      ['2', two, 'Provost', 'Dec 2026'],
    ]);
    expect(actions.map(({ action }) => action)).toEqual([
      `${one}\nMilestone: Book the hall for the year (lead: Estates; due: May 2026)`,
      two,
    ]);
  });

  it('stay actions where they only lack a number', () => {
    const { actions, tables } = read([
      ['No.', 'Action', 'Lead', 'By when'],
      ['1', one, 'Dean', 'Dec 2026'],
      ['', 'Book the hall for the year', 'Estates', 'May 2026'],
    ]);
    expect(actions).toHaveLength(2);
    expect(tables[0]?.milestones).toBeNull();
  });
});

describe('a row below an action', () => {
  it('loses nothing on its way into the action', () => {
    const { actions } = read([
      ['Ref', 'Theme', 'Action', 'Lead', 'Due', 'Measure', 'Budget', 'Progress', 'RAG', 'Room'],
      ['1', 'Visibility', one, 'Dean', 'Dec 2026', 'Six held', '£10', 'Begun', 'Amber', 'North'],
      [
        '1a',
        'Recognition',
        'Thank those who came',
        'HR',
        '31 June 2026',
        '',
        '£5',
        'Cards bought',
        'Not started',
        'South',
      ],
      ['2', 'Visibility', two, 'Provost', 'Dec 2026', 'One', '£0', '', 'Green', ''],
    ]);
    expect(actions[0]?.progress).toBe(
      'Begun\nMilestone 1a: Thank those who came (theme: Recognition; lead: HR; due: 31 June 2026; status: Not started; progress: Cards bought; resources: £5; Room: South)',
    );
    expect(actions[0]?.notes).toEqual([{ header: 'Room', text: 'North' }]);
  });
});
