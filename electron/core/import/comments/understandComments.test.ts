import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellSketch, dateCell, sheetOf } from '#test/helpers/sheetOf.ts';
import { understandComments } from './understandComments.ts';

/** A survey as a form service exports it: numbers, times, addresses and names first, then the questions. */
const survey = sheetOf([
  [
    'ID',
    'Start time',
    'Completion time',
    'Email',
    'Name',
    'Which department do you work in?',
    'How satisfied are you?',
    'Career development: what would help you most?',
    'Any other comments?',
    'May we quote you anonymously?',
  ],
  [
    1,
    dateCell('2026-03-04', '04/03/2026 09:12', 'dd/mm/yyyy hh:mm'),
    dateCell('2026-03-05', '05/03/2026 09:20', 'dd/mm/yyyy hh:mm'),
    'z.quill@saltmarsh.example',
    'Zofia Quill',
    'Glass workshop',
    'Very satisfied',
    'A day a month to learn something that my job does not need yet.',
    'n/a',
    'Yes',
  ],
  [
    2,
    dateCell('2026-03-06', '06/03/2026 10:12', 'dd/mm/yyyy hh:mm'),
    dateCell('2026-03-06', '06/03/2026 10:15', 'dd/mm/yyyy hh:mm'),
    'o.reed@saltmarsh.example',
    'Osian Reed',
    'Microscopy',
    'Not satisfied',
    'Somebody who tells us which grade comes after this one.',
    'The notice boards in our corridor still show the 2019 team.',
    'No',
  ],
  [3, null, null, null, null, 'Microscopy', 'Satisfied', null, null, 'Yes'],
]);

const rolesOf = (understood: ReturnType<typeof understandComments>, table = 0) =>
  understood.tables[table]?.columns.map(({ role }) => role);

describe('a survey as a form service exports it', () => {
  const understood = understandComments([survey]);

  it('tells comments, groups, days and consent apart, each with a reason', () => {
    expect(rolesOf(understood)).toEqual([
      'ignore',
      'ignore',
      'date',
      'ignore',
      'person',
      'group',
      'ignore',
      'comment',
      'comment',
      'consent',
    ]);
    for (const { why } of understood.tables[0]?.columns ?? []) expect(why).toMatch(/\.$/);
    expect(understood.tables[0]).toMatchObject({ headerRow: 1, isRead: true, comments: 3 });
  });

  it('makes an entry of each answer, with the day it was sent, its group and the theme of its question', () => {
    expect(understood.comments).toMatchObject([
      {
        words: 'A day a month to learn something that my job does not need yet.',
        groupName: 'Glass workshop',
        heardOn: '2026-03-05',
        themes: ['career-development'],
        consent: 'anonymous',
        channel: 'survey',
        source: { table: 0, row: 2 },
      },
      { groupName: 'Microscopy', heardOn: '2026-03-06', consent: 'internal', themes: ['career-development'] },
      { words: 'The notice boards in our corridor still show the 2019 team.', themes: [], consent: 'internal' },
    ]);
    expect(understood.tables[0]?.skipped).toEqual([{ row: 2, text: 'n/a', why: 'It says nothing.' }]);
  });

  it('keeps nobody’s name or address, for nobody agreed to be named', () => {
    const kept = JSON.stringify(understood.comments);
    for (const private_ of ['Zofia', 'Quill', 'Osian', 'saltmarsh.example']) expect(kept).not.toContain(private_);
  });

  it('says which groups are so small that a quote may identify its speaker', () => {
    expect(understood.smallGroups).toEqual([
      { groupName: 'Glass workshop', count: 1 },
      { groupName: 'Microscopy', count: 1 },
    ]);
  });

  it('follows what a person corrects: columns, words, what holds for all', () => {
    const corrected = understandComments([survey], {
      columns: [
        { table: '0', column: 8, role: 'ignore' },
        { table: '0', column: 6, role: 'group' },
      ],
      consents: { No: 'role' },
      forAll: { channel: 'event-feedback', asked: 240, kind: 'summary' },
    });
    expect(corrected.comments).toMatchObject([
      { groupName: 'Very satisfied', channel: 'event-feedback', consent: 'anonymous' },
      { groupName: 'Not satisfied', consent: 'role', reasons: { consent: 'Chosen by you.' } },
    ]);
    expect(corrected.forAll).toMatchObject({ asked: 240, replied: null, kind: 'summary' });
    expect(
      understandComments([survey], { headerRows: [{ sheetIndex: 0, row: null }] }).tables[0]?.headerRow,
    ).toBeNull();
    expect(understandComments([survey], { tables: [] }).comments).toEqual([]);
  });
});

describe('other lists of comments', () => {
  it('keeps a name with the consent to be named', () => {
    const { comments } = understandComments([
      sheetOf([
        ['Name', 'Team', 'Comment', 'How may we quote you?'],
        ['Zofia Quill', 'Glass workshop', 'Nobody knows what we can do.', 'With my name'],
        ['Osian Reed', 'Foundry', 'We are always told last.', 'By job title'],
        ['Ada Holt', 'Foundry', 'Ask before you buy.', 'Ask me first'],
      ]),
    ]);
    expect(comments.map(({ personName, consent }) => [personName, consent])).toEqual([
      ['Zofia Quill', 'named'],
      ['', 'role'],
      ['', 'internal'],
    ]);
  });

  it('reads a plain list without headings, pasted from anywhere, as one comment a line that stays inside', () => {
    const { comments, tables } = understandComments([
      sheetOf([
        ['Nobody knows what the workshop can do.'],
        ['Training money is spent by March every year.'],
        ['Who says thank you to the night shift?'],
      ]),
    ]);
    expect(tables[0]?.headerRow).toBeNull();
    expect(comments.map(({ words, consent }) => [words, consent])).toEqual([
      ['Nobody knows what the workshop can do.', 'internal'],
      ['Training money is spent by March every year.', 'internal'],
      ['Who says thank you to the night shift?', 'internal'],
    ]);
  });

  it('reads the day of an answer that was sent at a certain second', () => {
    const { comments } = understandComments([
      sheetOf([
        ['Completion time', 'Comment'],
        ['04/03/2026 09:20:11', 'Ask before you buy.'],
        ['2026-03-05T11:02:45Z', 'We are told last.'],
      ]),
    ]);
    expect(comments.map(({ heardOn }) => heardOn)).toEqual(['2026-03-04', '2026-03-05']);
  });

  it('finds the headings below a title, themes in words and codes, months, and what was done about it', () => {
    const understood = understandComments([
      sheetOf([
        ['Technician listening sessions'],
        [],
        ['When', 'Source', 'Theme', 'You said', 'We did', 'Why not'],
        ['March 2026', 'Focus group', 'Visibility; Recognition', 'Nobody reads our page.', 'A new page', ''],
        ['31 June 2026', 'Exit interview', 'Pay', 'I could not stay on a yearly contract.', '', 'Not ours to decide'],
      ]),
    ]);
    expect(understood.comments).toMatchObject([
      { heardOn: '2026-03-01', channel: 'focus-group', themes: ['visibility', 'recognition'], changed: 'A new page' },
      { heardOn: null, channel: 'exit-interview', themes: [], whyNot: 'Not ours to decide' },
    ]);
    expect(understood.themeWords).toContainEqual({ word: 'Pay', themes: [], count: 1 });
    expect(understood.problems).toHaveLength(1);
    expect(understood.problems[0]).toContain('31 June 2026');
  });

  it('takes a comment that is merged over rows once, and a group that is merged for each of its rows', () => {
    const { comments } = understandComments([
      sheetOf(
        [
          ['Team name', 'Comment'],
          ['Foundry', 'We are told last.'],
          [null, 'Ask before you buy.'],
          [null, null],
        ],
        { merges: ['A2:A4', 'B3:B4'] },
      ),
    ]);
    expect(comments.map(({ groupName, words }) => [groupName, words])).toEqual([
      ['Foundry', 'We are told last.'],
      ['Foundry', 'Ask before you buy.'],
    ]);
  });

  it('reads hidden sheets only where they are chosen or are all there is', () => {
    const sheets = [
      sheetOf([['Comment'], ['A comment of four words.']], { name: 'Shown' }),
      sheetOf([['Comment'], ['Another comment of five words.']], { name: 'Hidden', hidden: true }),
    ];
    expect(understandComments(sheets).comments).toHaveLength(1);
    expect(understandComments(sheets, { tables: ['0', '1'] }).comments).toHaveLength(2);
    expect(understandComments(sheets.slice(1)).comments).toHaveLength(1);
  });

  it('says so where there is no comment at all', () => {
    const understood = understandComments([
      sheetOf([
        ['ID', 'Score'],
        [1, 4],
        [2, 5],
      ]),
    ]);
    expect(understood.comments).toEqual([]);
    expect(understood.problems[0]).toContain('No column of this file reads as comments');
  });
});

describe('whatever a sheet holds', () => {
  const cell: fc.Arbitrary<CellSketch> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('Zofia Quill', 'Yes', 'No', 'n/a', 'Foundry', 'constructor', '', 'Visibility'),
    },
    { weight: 2, arbitrary: fc.lorem({ maxCount: 12 }) },
    { weight: 1, arbitrary: fc.nat() },
    { weight: 1, arbitrary: fc.constant(dateCell('2026-03-04', '4 Mar', 'd mmm')) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  );
  const headings = fc.constantFrom(
    'Name',
    'Comment',
    'Team',
    'Date',
    'Theme',
    'Consent',
    'May we quote you?',
    'What?',
    '',
  );
  const sheets = fc
    .tuple(
      fc.array(headings, { minLength: 1, maxLength: 7 }),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }),
    )
    .map(([header, rows]) => [sheetOf([header, ...rows])]);

  it('no name is kept without the consent to be named, and without a word of consent all stays inside', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const { comments, consentWords } = understandComments(given);
        for (const { consent, personName } of comments) if (consent !== 'named') expect(personName).toBe('');
        if (consentWords.length === 0) for (const { consent } of comments) expect(consent).toBe('internal');
      }),
      { numRuns: 300 },
    );
  });

  it('every cell of a column of comments is a comment, or says nothing and is listed', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const { tables, comments } = understandComments(given);
        const [table] = tables;
        const columns = table?.columns.filter(({ role }) => role === 'comment').map(({ column }) => column) ?? [];
        const rows = given[0]?.rows.slice(table?.headerRow ?? 0) ?? [];
        const cells = rows.flatMap((row) => columns.map((column) => row[column]?.text.trim() ?? ''));
        const expected = cells.filter((text) => text !== '').length;
        expect(comments.length + (table?.skipped.length ?? 0)).toBe(expected);
        expect(new Set(comments.map(({ key }) => key)).size).toBe(comments.length);
      }),
      { numRuns: 300 },
    );
  });
});
