import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { partsOfMark } from './responsibilityMarks.ts';
import { understand } from './understand.ts';

const one = 'Hold briefings for heads of department';
const two = 'Add a module to the induction programme';
const three = 'Create role profiles with the union';

type Rows = readonly (readonly CellSketch[])[];
const read = (rows: Rows, sketch: Parameters<typeof sheetOf>[1] = {}, options: Parameters<typeof understand>[1] = {}) =>
  understand([sheetOf(rows, sketch)], options);
const notesOf = (action: PreviewAction | undefined): readonly string[] =>
  (action?.notes ?? []).map(({ header, text }) => `${header}: ${text}`);
const rolesOf = ({ tables }: ReturnType<typeof understand>): readonly (string | undefined)[] =>
  tables[0]?.columns.map(({ role }) => role) ?? [];
const reasons = ({ actions }: ReturnType<typeof understand>, field: 'owner' | 'supporting'): unknown[] =>
  actions.map((action) => action.reasons[field]);

describe('a mark under the name of somebody', () => {
  it.each([
    ['R', ['responsible']],
    [' a ', ['accountable']],
    ['R/A', ['responsible', 'accountable']],
    ['A, R', ['accountable', 'responsible']],
    ['RA', ['responsible', 'accountable']],
    ['(C)', ['consulted']],
    ['c & i', ['consulted', 'informed']],
    ['Consulted', ['consulted']],
    ['Lead', ['responsible']],
    ['S', ['supporting']],
    ['✓', ['ticked']],
    ['x', ['ticked']],
  ])('is read: %s', (text, parts) => {
    expect(partsOfMark(text)).toEqual(parts);
  });

  it.each(['', 'G', 'N', 'R/R', 'RAG', 'air', 'is', 'Registrar', 'R until May', '-'])(
    'is nothing known: “%s”',
    (text) => {
      expect(partsOfMark(text)).toBeUndefined();
    },
  );
});

describe('a column for each department with R, A, C or I', () => {
  const headings = ['Ref', 'Action', 'HR', 'Estates', 'Faculty of Arts', 'Registry', 'Library', 'Due'];
  const understood = read([
    ['Key: R = Responsible, A = Accountable, C = Consulted, I = Informed'],
    headings,
    ['1', one, 'R', 'C', 'A', 'C', '', 'May 2026'],
    ['2', two, 'R/A', '', '', 'I', 'R', 'June 2026'],
    ['3', three, 'C', 'A', '', '', 'C until May', 'July 2026'],
    ['4', 'Open the workshops to schools', '', '', 'I', '', '', ''],
  ]);

  it('gives the lead to R, and to A where nobody is marked R, which is said to be a guess', () => {
    expect(rolesOf(understood)).toEqual(['ref', 'action', ...Array(5).fill('responsibility'), 'due']);
    expect(understood.actions.map(({ owner, owners }) => [owner, owners])).toEqual([
      ['HR', ['HR']],
      ['HR, Library', ['HR', 'Library']],
      ['Estates', ['Estates']],
      ['', []],
    ]);
    expect(reasons(understood, 'owner')).toEqual([
      'Marked R under “HR” in C3.',
      'Marked R under “HR” in C4 and “Library” in G4.',
      'A guess: nobody is marked R, so it is who is marked A, under “Estates” in D5.',
      undefined,
    ]);
  });

  it('keeps every other part as a note in words, and what is no part as it stands', () => {
    expect(understood.actions.map(notesOf)).toEqual([
      ['Accountable: Faculty of Arts', 'Consulted: Estates, Registry'],
      ['Accountable: HR', 'Informed: Registry'],
      ['Accountable: Estates', 'Consulted: HR', 'Library: C until May'],
      ['Informed: Faculty of Arts'],
    ]);
    expect(understood.actions[0]?.reasons.notes).toBe(
      'Marked A under “Faculty of Arts” in E3; C under “Estates” in D3 and “Registry” in F3.',
    );
  });

  it('follows what a person says of one of its columns', () => {
    const corrected = read(
      [headings, ['1', one, 'R', 'C', 'A', 'C', '', 'May 2026']],
      {},
      { corrections: { columns: [{ table: '0:0', column: 2, role: 'note' }] } },
    );
    expect(corrected.actions.map(({ owner }) => owner)).toEqual(['Faculty of Arts']);
    expect(notesOf(corrected.actions[0])).toContain('HR: R');
  });

  it('leaves the lead to a column of leads, and says who is responsible beside it', () => {
    const { actions } = read([
      ['Action', 'Lead', 'HR', 'Estates', 'Due'],
      [one, 'Priya Nair, HR', 'R', 'C', 'May 2026'],
      [two, 'Tom Okafor', 'I', 'R', 'June 2026'],
      [three, '', 'R', 'S', 'June 2026'],
    ]);
    expect(actions.map(({ owner, supporting }) => [owner, supporting])).toEqual([
      ['Priya Nair, HR', ''],
      ['Tom Okafor', ''],
      ['HR', 'Estates'],
    ]);
    expect(actions.map(notesOf)).toEqual([['Consulted: Estates'], ['Responsible: Estates', 'Informed: HR'], []]);
  });

  it('is known under a heading that spans the departments', () => {
    const understood = read(
      [
        ['Action', 'RACI', null, null, 'Due'],
        ['', 'Workshop Manager', 'Dean', 'HR', ''],
        [one, 'R', 'A', 'C', 'May 2026'],
        [two, 'A', 'R', 'I', 'June 2026'],
      ],
      { merges: ['B1:D1'] },
    );
    expect(understood.actions.map(({ action, owner }) => [action, owner])).toEqual([
      [one, 'Workshop Manager'],
      [two, 'Dean'],
    ]);
  });

  it('takes no colour of its letters for a rating', () => {
    const letter = (text: string): CellSketch => ({ text, fill: text === 'R' ? '#FF0000' : '#00B050' });
    const { actions, ragScheme } = read([
      ['Action', 'HR', 'Estates', 'Due'],
      [one, letter('R'), letter('C'), 'May 2026'],
      [two, letter('C'), letter('R'), 'June 2026'],
    ]);
    expect(actions.map(({ rag, owner }) => [rag, owner])).toEqual([
      [null, 'HR'],
      [null, 'Estates'],
    ]);
    expect(ragScheme).toBe('none');
  });

  it('counts the marks of every row that an action spans', () => {
    const { actions } = read(
      [
        ['Ref', 'Action', 'HR', 'Estates', 'Due'],
        ['1', one, 'R', '', 'May 2026'],
        ['', null, '', 'C', ''],
        ['2', two, 'C', 'R', 'June 2026'],
      ],
      { merges: ['B2:B3'] },
    );
    expect(actions.map(({ owner }) => owner)).toEqual(['HR', 'Estates']);
    expect(actions.map(notesOf)).toEqual([['Consulted: Estates'], ['Consulted: HR']]);
  });
});

describe('a column for each part with names in it', () => {
  it.each([
    ['letters', ['R', 'A', 'C', 'I']],
    ['words', ['Responsible', 'Accountable', 'Consulted', 'Informed']],
  ])('is read by its heading in %s, and who is accountable leads where nobody else does', (_, names) => {
    const { actions } = read([
      ['Ref', 'Action', ...names, 'Due'],
      ['1', one, 'Web Team', 'Registrar', 'Deans', 'All staff', 'Dec 2026'],
      ['2', two, '', 'Estates', '', 'HR', 'Mar 2027'],
    ]);
    expect(actions.map(({ owner, supporting }) => [owner, supporting])).toEqual([
      ['Web Team', 'Deans'],
      ['Estates', ''],
    ]);
    expect(actions.map(notesOf)).toEqual([
      ['Accountable: Registrar', 'Informed: All staff'],
      ['Accountable: Estates', 'Informed: HR'],
    ]);
    expect(actions[1]?.reasons.owner).toBe(
      'A guess: no lead stands in the row, so it is who stands under “Accountable”.',
    );
  });
});

describe('ticks under departments', () => {
  it('are who leads, as a guess', () => {
    const understood = read([
      ['Action', 'HR', 'Estates Office', 'Library', 'By when'],
      [one, '✓', '', '✓', 'May 2026'],
      [two, '', 'x', '', 'June 2026'],
    ]);
    expect(understood.actions.map(({ owner }) => owner)).toEqual(['HR, Library', 'Estates Office']);
    expect(reasons(understood, 'owner')).toEqual([
      'A guess: ticked under “HR” in B2 and “Library” in D2.',
      'A guess: ticked under “Estates Office” in C3.',
    ]);
    expect(understood.tables[0]?.columns[1]?.why).toMatch(/^A guess: /);
  });

  it('support where a column says who leads', () => {
    const understood = read([
      ['Action', 'Lead', 'HR', 'Estates Office', 'By when'],
      [one, 'Dean', '✓', 'no', 'May 2026'],
      [two, 'Provost', '', '✓', 'June 2026'],
      [three, 'HR', '✓', '', 'June 2026'],
    ]);
    expect(understood.actions.map(({ owner, supporting }) => [owner, supporting])).toEqual([
      ['Dean', 'HR'],
      ['Provost', 'Estates Office'],
      ['HR', ''],
    ]);
    expect(reasons(understood, 'supporting')[0]).toBe('A guess: ticked under “HR” in C2, beside the lead.');
  });
});

describe('marks that are nobody’s part', () => {
  it.each([
    ['quarters', ['Q1', 'Q2', 'Q3'], ['x', '', 'x']],
    ['months', ['Jan 2026', 'Feb 2026', 'Mar 2026'], ['✓', '✓', '']],
    ['charters', ['Athena Swan', 'REF', 'Race Equality Charter'], ['x', '', 'x']],
    ['themes', ['Visibility', 'Recognition', 'Sustainability'], ['✓', '', '✓']],
    ['ratings', ['Not started', 'In progress', 'Complete'], ['', 'x', '']],
  ])('stay what they are under %s', (_, names, marks) => {
    const understood = read([
      ['Action', 'Lead', ...names],
      [one, 'Dean', ...marks],
      [two, 'Provost', ...marks.toReversed()],
    ]);
    expect(rolesOf(understood)).not.toContain('responsibility');
    expect(understood.actions.map(({ owner, supporting }) => [owner, supporting])).toEqual([
      ['Dean', ''],
      ['Provost', ''],
    ]);
  });

  it('are ratings where every school has one, or one of them is green', () => {
    const rated = (marks: readonly (readonly string[])[]): Rows => [
      ['Action', 'Lead', 'School of Law', 'School of Art'],
      ...marks.map((row, index) => [[one, two, three][index] ?? '', 'Dean', ...row]),
    ];
    for (const marks of [
      [
        ['R', 'A'],
        ['A', 'A'],
        ['R', 'R'],
      ],
      [
        ['R', ''],
        ['', 'A'],
        ['', 'G'],
      ],
    ])
      expect(rolesOf(read(rated(marks)))).not.toContain('responsibility');
  });

  it('are the initials of people under “Lead” and “Support”', () => {
    const { actions } = read([
      ['Action', 'Lead', 'Support', 'Due'],
      [one, 'A', 'C', 'May 2026'],
      [two, 'C', 'I', 'June 2026'],
    ]);
    expect(actions.map(({ owner, supporting }) => [owner, supporting])).toEqual([
      ['A', 'C'],
      ['C', 'I'],
    ]);
  });

  it('are no column of statuses', () => {
    const understood = read([
      ['Action', 'Lead', 'Status', 'Completed'],
      [one, 'Dean', 'R', 'Y'],
      [two, 'Provost', 'A', 'N'],
    ]);
    expect(rolesOf(understood)).not.toContain('responsibility');
    expect(understood.actions.map(({ rag }) => rag)).toEqual(['red', 'amber']);
  });
});
