import fc from 'fast-check';
import type { Sheet } from '#core/import/sheet.ts';
import { assertNever } from '#shared/assertNever.ts';
import type { Rag, Theme } from '#shared/model/words.ts';
import { type CellSketch, sheetOf } from './sheetOf.ts';

/** An action as it is meant, before it is laid out. Empty and null fields are not asked for. */
export type MeantAction = {
  readonly ref: string;
  readonly theme: Theme;
  readonly action: string;
  readonly owner: string;
  readonly due: string | null;
  readonly dueText: string;
  readonly measure: string;
  readonly progress: string;
  readonly rag: Rag | null;
};

export type MeantPlan = {
  readonly actions: readonly MeantAction[];
  readonly sheets: readonly Sheet[];
  readonly how: unknown;
};

/** Header words of published plans, as the domain page lists them. */
const headings = {
  ref: ['Ref', 'No.', 'Reference', '#', 'Action no', 'Item'],
  theme: ['Theme', 'Pillar', 'Pillar(s)', 'Key area', 'Priority area', 'Area', 'Principle', 'THEME'],
  action: [
    'Action',
    'Actions',
    'Action(s)',
    'Actions and outputs',
    'Action Required',
    'Planned action/objective',
    'Planned Activity',
    'Activity',
    'Step(s)',
    'What is to be done',
    'Description',
    'Agreed actions',
    'ACTION',
  ],
  owner: [
    'Responsibility',
    'Responsible',
    'Lead',
    'Lead(s)',
    "Who's leading",
    'Person(s) responsible',
    'Internal Area',
    'Accountability',
    'Owner',
    'Lead officer',
    'Accountable',
    'By whom',
  ],
  due: [
    'End',
    'Timescale',
    'Timeframe',
    'Timeline',
    'Date',
    'Deadline',
    'By when',
    'When',
    'Due',
    'Target date',
    'Due date',
  ],
  measure: [
    'Success Measure',
    'Success measure/s',
    'Success criteria',
    'Measures of success',
    'Impact',
    'KPI',
    'Success Measures',
  ],
  progress: [
    'Progress',
    'Progress & Next Steps',
    'Comments',
    'Commentary',
    'Update March 2024',
    'Status update',
    'Current position',
  ],
  rag: ['RAG', 'R/A/G', 'RAG status', 'Rating', 'Status', 'RAG rating'],
} as const;
type Field = keyof typeof headings;

const sentences = [
  'Add technical staff to the induction tour',
  'Book a stand at the summer show for makers',
  'Cost a rota for shared workshops',
  'Draw up role profiles with the union',
  'Enter three colleagues for national prizes',
  'Film how rare instruments are set up',
  'Give each technician a buddy in another school',
  'Hold a lunch for long service',
  'Invite a technician to every away day',
  'Keep a register of skills held by one person',
  'Lend kit to the partner college',
  'Map careers from apprentice to manager',
] as const;
const owners = ['Director of Estates', 'HR Business Partner', 'Library', 'Dean of Science', 'Steering Group'] as const;
const dueTexts = [
  ['June 2024', '2024-06-30'],
  ['31/12/2024', '2024-12-31'],
  ['Q3 2025', '2025-09-30'],
  ['by 2026', '2026-12-31'],
  ['Ongoing', null],
  ['AY 2024/25', '2025-07-31'],
  ['End of May 2025', '2025-05-31'],
  ['TBC', null],
  ['', null],
] as const;
const measures = ['80% of schools take part', 'Ten bids a year', 'Half of those asked reply', ''] as const;
const updates = [
  'Two events held, third booked',
  'Draft with the committee',
  'Four schools have finished',
  '',
] as const;
const themeNames: Readonly<Record<Theme, string>> = {
  visibility: 'Visibility',
  recognition: 'Recognition',
  'career-development': 'Career Development',
  sustainability: 'Sustainability',
  'evaluating-impact': 'Evaluating Impact',
};
const ratings: Readonly<Record<string, Readonly<Record<Rag, CellSketch>>>> = {
  words: { green: 'Green', amber: 'Amber', red: 'Red' },
  letters: { green: 'G', amber: 'A', red: 'R' },
  statuses: { green: 'Completed', amber: 'In progress', red: 'Not started' },
  others: { green: 'Done', amber: 'Under way', red: 'Yet to start' },
  remarks: { green: 'Green (complete)', amber: 'Amber (ongoing)', red: 'Red (still to be carried out)' },
  fills: {
    green: { text: '', fill: '#92D050' },
    amber: { text: '', fill: '#FFC000' },
    red: { text: '', fill: '#FF0000' },
  },
  paleFills: {
    green: { text: '', fill: '#C6EFCE' },
    amber: { text: '', fill: '#FFEB9C' },
    red: { text: '', fill: '#FFC7CE' },
  },
  dots: {
    green: { text: '●', fontColour: '#00B050' },
    amber: { text: '●', fontColour: '#FFC000' },
    red: { text: '●', fontColour: '#FF0000' },
  },
};

const meant: fc.Arbitrary<readonly MeantAction[]> = fc
  .record({
    themes: fc.shuffledSubarray(['visibility', 'recognition', 'career-development', 'sustainability'] as const, {
      minLength: 2,
    }),
    texts: fc.shuffledSubarray([...sentences], { minLength: 6 }),
    parts: fc.array(
      fc.record({
        owner: fc.constantFrom(...owners),
        when: fc.constantFrom(...dueTexts),
        measure: fc.constantFrom(...measures),
        progress: fc.constantFrom(...updates),
        rag: fc.constantFrom<(Rag | null)[]>('green', 'amber', 'red', 'green', 'amber', 'red', null),
      }),
      { minLength: 12, maxLength: 12 },
    ),
  })
  .map(({ themes, texts, parts }) =>
    texts.map((action, index): MeantAction => {
      const { owner, when, measure, progress, rag } = parts[index] as (typeof parts)[number];
      const theme = themes[Math.floor((index * themes.length) / texts.length)] as Theme;
      return { ref: `${index + 1}`, theme, action, owner, due: when[1], dueText: when[0], measure, progress, rag };
    }),
  );

/** Where the theme of an action is said. */
const themePlaces = ['column', 'merged', 'carried', 'section', 'wideSection', 'titleAndHeader', 'sheet'] as const;

const layout = fc.record({
  order: fc.shuffledSubarray(['ref', 'owner', 'due', 'measure', 'progress', 'rag'] as Field[], { minLength: 2 }),
  actionAt: fc.nat({ max: 3 }),
  words: fc.record(
    Object.fromEntries(Object.entries(headings).map(([field, words]) => [field, fc.constantFrom(...words)])) as Record<
      Field,
      fc.Arbitrary<string>
    >,
  ),
  rating: fc.constantFrom(...Object.keys(ratings)),
  themePlace: fc.constantFrom(...themePlaces),
  preamble: fc.subarray([
    'Our action plan 2021-2024',
    '',
    'HR = Human Resources; SG = Steering Group',
    'Please do not change the headings',
  ]),
  spacers: fc.boolean(),
  totals: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer Value> ? Value : never;

/** Plans laid out in one of many thousand ways, with what is meant by them. */
export const plans: fc.Arbitrary<MeantPlan> = fc.tuple(meant, layout).map(([actions, how]) => layOut(actions, how));

function layOut(actions: readonly MeantAction[], how: Layout): MeantPlan {
  const { themePlace, words, order, actionAt } = how;
  const inColumn = themePlace === 'column' || themePlace === 'merged' || themePlace === 'carried';
  const others: Field[] = order.filter((field) => field !== 'rag' || actions.some(({ rag }) => rag !== null));
  const fields: Field[] = [
    ...(inColumn ? (['theme'] as const) : []),
    ...others.toSpliced(Math.min(actionAt, others.length), 0, 'action'),
  ];
  const header = fields.map((field) => words[field]);
  const themes = [...new Set(actions.map(({ theme }) => theme))];
  const asked = actions.map((one) => ({
    ...one,
    ref: fields.includes('ref') ? one.ref : '',
    owner: fields.includes('owner') ? one.owner : '',
    due: fields.includes('due') ? one.due : null,
    dueText: fields.includes('due') ? one.dueText : '',
    measure: fields.includes('measure') ? one.measure : '',
    progress: fields.includes('progress') ? one.progress : '',
    rag: fields.includes('rag') ? one.rag : null,
  }));
  const parts = themes.map((theme) => ({ theme, rows: actions.filter((one) => one.theme === theme) }));
  const preamble = how.preamble.map((text) => [text]);

  if (themePlace === 'sheet') {
    const sheets = parts.map(({ theme, rows }) =>
      sheetOf([...preamble, header, ...rows.map((one, index) => rowOf(one, index, fields, how))], {
        name: themeNames[theme],
      }),
    );
    return { actions: asked, sheets, how };
  }
  const rows: CellSketch[][] = [...preamble];
  const merges: string[] = [];
  if (themePlace !== 'titleAndHeader') rows.push(header);
  const last = String.fromCharCode(64 + fields.length);
  parts.forEach(({ theme, rows: own }, part) => {
    if (how.spacers && part > 0) rows.push(['']);
    if (themePlace === 'titleAndHeader') rows.push([themeNames[theme]], header);
    if (themePlace === 'section') rows.push([`Theme ${part + 1}: ${themeNames[theme]}`]);
    if (themePlace === 'wideSection') {
      rows.push([themeNames[theme].toUpperCase()]);
      merges.push(`A${rows.length}:${last}${rows.length}`);
    }
    const top = rows.length + 1;
    for (const [index, one] of own.entries()) rows.push(rowOf(one, index, fields, how));
    if (themePlace === 'merged' && own.length > 1) merges.push(`A${top}:A${rows.length}`);
    if (how.totals) rows.push([`Total: ${own.length}`]);
  });
  return { actions: asked, sheets: [sheetOf(rows, { name: 'Plan', merges })], how };
}

function rowOf(
  one: MeantAction,
  index: number,
  fields: readonly Field[],
  { rating, themePlace }: Layout,
): CellSketch[] {
  return fields.map((field): CellSketch => {
    switch (field) {
      case 'theme':
        return index > 0 && themePlace !== 'column' ? null : themeNames[one.theme];
      case 'rag':
        return one.rag === null ? '' : ((ratings[rating]?.[one.rag] ?? '') as CellSketch);
      case 'due':
        return one.dueText;
      case 'ref':
      case 'action':
      case 'owner':
      case 'measure':
      case 'progress':
        return one[field];
      default:
        return assertNever(field);
    }
  });
}
