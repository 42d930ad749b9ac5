import fc from 'fast-check';
import type { Sheet } from '#core/import/sheet.ts';
import { assertNever } from '#shared/assertNever.ts';
import type { Rag, Theme } from '#shared/model/words.ts';
import {
  dueTexts,
  extraHeadings,
  extraTexts,
  headings,
  measures,
  owners,
  type PlanField,
  ratings,
  sentences,
  themeNames,
  updates,
} from './planWords.ts';
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

const meant: fc.Arbitrary<readonly MeantAction[]> = fc
  .record({
    themes: fc.shuffledSubarray(['visibility', 'recognition', 'career-development', 'sustainability'] as const, {
      minLength: 2,
    }),
    texts: fc.shuffledSubarray([...sentences], { minLength: 6, maxLength: 12 }),
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
  order: fc.shuffledSubarray(['ref', 'owner', 'due', 'measure', 'progress', 'rag'] as PlanField[], { minLength: 2 }),
  actionAt: fc.nat({ max: 3 }),
  words: fc.record(
    Object.fromEntries(Object.entries(headings).map(([field, words]) => [field, fc.constantFrom(...words)])) as Record<
      PlanField,
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
  /** Columns that are no field of an action, by where they are put in. */
  extras: fc.uniqueArray(fc.constantFrom(...extraHeadings), { maxLength: 2 }),
  extraAt: fc.nat({ max: 5 }),
  blankLeft: fc.boolean(),
  kind: fc.constantFrom('worksheet', 'wordTable'),
});
type Layout = typeof layout extends fc.Arbitrary<infer Value> ? Value : never;

/** Plans laid out in one of many thousand ways, with what is meant by them. */
export const plans: fc.Arbitrary<MeantPlan> = fc.tuple(meant, layout).map(([actions, how]) => layOut(actions, how));

function layOut(actions: readonly MeantAction[], how: Layout): MeantPlan {
  const { themePlace, words, order, actionAt } = how;
  const inColumn = themePlace === 'column' || themePlace === 'merged' || themePlace === 'carried';
  const others: PlanField[] = order.filter((field) => field !== 'rag' || actions.some(({ rag }) => rag !== null));
  const fields: PlanField[] = [
    ...(inColumn ? (['theme'] as const) : []),
    ...others.toSpliced(Math.min(actionAt, others.length), 0, 'action'),
  ];
  const header = fields.map((field): CellSketch => words[field] ?? '');
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
  const { kind } = how;

  if (themePlace === 'sheet') {
    const sheets = parts.map(({ theme, rows }) =>
      sheetOf(
        withExtras([...preamble, header, ...rows.map((one, index) => rowOf(one, index, fields, how))], header, how),
        {
          name: themeNames[theme],
          kind,
          headingsAbove: kind === 'wordTable' ? ['Our plan', themeNames[theme]] : [],
        },
      ),
    );
    return { actions: asked, sheets, how };
  }
  const rows: CellSketch[][] = [...preamble];
  const merges: string[] = [];
  if (themePlace !== 'titleAndHeader') rows.push(header);
  const letter = (column: number): string => String.fromCharCode(65 + column + (how.blankLeft ? 1 : 0));
  const last = letter(fields.length + how.extras.length - 1);
  parts.forEach(({ theme, rows: own }, part) => {
    if (how.spacers && part > 0) rows.push(['']);
    if (themePlace === 'titleAndHeader') rows.push([themeNames[theme]], header);
    if (themePlace === 'section') rows.push([`Theme ${part + 1}: ${themeNames[theme]}`]);
    if (themePlace === 'wideSection') {
      rows.push([themeNames[theme].toUpperCase()]);
      merges.push(`${letter(0)}${rows.length}:${last}${rows.length}`);
    }
    const top = rows.length + 1;
    for (const [index, one] of own.entries()) rows.push(rowOf(one, index, fields, how));
    if (themePlace === 'merged' && own.length > 1) merges.push(`${letter(0)}${top}:${letter(0)}${rows.length}`);
    if (how.totals) rows.push([`Total: ${own.length}`]);
  });
  return { actions: asked, sheets: [sheetOf(withExtras(rows, header, how), { name: 'Plan', merges, kind })], how };
}

/** Puts columns that mean nothing between the others, after the first, and an empty one before them all. */
function withExtras(
  rows: readonly (readonly CellSketch[])[],
  header: readonly CellSketch[],
  { extras, extraAt, blankLeft }: Layout,
): CellSketch[][] {
  return rows.map((row, index) => {
    const more = extras.map((heading, at): CellSketch => {
      if (row.length < 2) return '';
      return row === header ? heading : (extraTexts[(index + at) % extraTexts.length] ?? '');
    });
    const at = Math.max(1, Math.min(extraAt, row.length));
    return [...(blankLeft ? [''] : []), ...row.toSpliced(at, 0, ...more)];
  });
}

function rowOf(
  one: MeantAction,
  index: number,
  fields: readonly PlanField[],
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
