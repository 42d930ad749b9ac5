import { type Rag, themes } from '#shared/model/words.ts';

/** One action of the plan that the grid is measured with, as the texts of its cells. */
export interface BenchAction {
  readonly ref: string;
  readonly text: string;
  readonly themes: string;
  readonly lead: string;
  readonly start: string;
  readonly due: string;
  readonly progress: string;
  readonly rag: string;
}

/** The columns of a cell block of these actions, as they stand side by side in the review of the last plan. */
export const benchColumns = [
  { key: 'ref', label: 'Ref', width: 64 },
  { key: 'text', label: 'Action', width: 300 },
  { key: 'themes', label: 'Themes', width: 128 },
  { key: 'lead', label: 'Lead', width: 150 },
  { key: 'start', label: 'Start', width: 104 },
  { key: 'due', label: 'Due', width: 104 },
  { key: 'progress', label: 'Progress', width: 260 },
  { key: 'rag', label: 'RAG', width: 138 },
] as const satisfies readonly { readonly key: keyof BenchAction; readonly label: string; readonly width: number }[];

const leads = [
  'Head of Technical Services',
  'Workshop manager',
  'HR business partner',
  'Director of Research Culture',
  'Facilities lead; Workshop manager',
  'Faculty operations manager',
];
const verbs = ['Publish', 'Review', 'Offer', 'Agree', 'Fund', 'Record', 'Introduce'];
const things = [
  'a directory of technical specialisms that every school can search',
  'the wording of job descriptions at grades four to seven',
  'a yearly conversation about development for every technician',
  'places on the supervision course for workshop staff',
  'a line for technical staff in the acknowledgement guidance',
  'the list of equipment and the people who know how to run it',
];
const ends = [
  'so that contributions are seen where decisions are made.',
  'and report to the steering group each term, with numbers by faculty and what stood in the way.',
  'together with the union representatives.',
  'after a pilot in two departments.',
];
const months = ['January', 'April', 'July', 'October'];
const ragWords: Readonly<Record<Rag, string>> = { green: 'Green', amber: 'Amber', red: 'Red' };
const rags: readonly Rag[] = ['green', 'amber', 'red'];

const themeWords = ['Visibility', 'Recognition', 'Career development', 'Sustainability', 'Evaluating impact'];

const one = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Words that only every second, third … action has, so that a search for each finds another number of them. */
export const searchWords = ['lathe', 'microscope', 'greenhouse', 'kiln', 'cryostat'] as const;

/** Rows as plans have them: themes one after another, texts of one to four lines. The same for the same count. */
export function benchActions(count: number): readonly BenchAction[] {
  return Array.from({ length: count }, (_, at) => {
    const marks = searchWords.filter((_word, place) => at % (place + 2) === 0).join(', ');
    return {
      ref: `A${at + 1}`,
      text: `${one(verbs, at)} ${one(things, at * 5 + 1)} ${one(ends, at * 3)}${marks === '' ? '' : ` (${marks})`}`,
      themes: themeWords[Math.floor((at * themeWords.length) / count)] ?? '',
      lead: one(leads, at * 7 + 2),
      start: `${one(months, at)} ${2023 + (at % 2)}`,
      due: `${one(months, at + 1)} ${2024 + (at % 3)}`,
      progress: at % 4 === 3 ? '' : `${one(verbs, at + 3)}ed in part; ${one(ends, at + 1)}`,
      rag: ragWords[one(rags, at)],
    };
  });
}

/** The same as input of `action.change`. */
export const asAdded = ({ ref, text, themes: theme, lead, start, due, progress, rag }: BenchAction) => ({
  fields: { ref, text, themes: [themes[themeWords.indexOf(theme)] ?? themes[0]], lead, startText: start, dueText: due },
  rating: { rag: rag.toLowerCase() as Rag, progress, explanation: rag === 'Red' ? 'The post was vacant.' : '' },
});
