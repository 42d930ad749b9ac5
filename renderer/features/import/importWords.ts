import type { ColumnRole, ImportedField, ImportOutcome, PreviewTable, RagScheme } from '#shared/model/importPreview.ts';
import type { Blanks, Filter } from './choices.ts';

export const columnRoleWords: Readonly<Record<ColumnRole, string>> = {
  id: 'Our own id',
  ref: 'Reference',
  theme: 'Theme',
  objective: 'Objective',
  action: 'Action',
  owner: 'Lead',
  supporting: 'Supporting',
  start: 'Start',
  due: 'Due',
  timescale: 'Timescale (start and due)',
  completed: 'Completed (date or status)',
  successMeasure: 'Success measure',
  progress: 'Progress',
  resources: 'Resources',
  impactEvidence: 'Evidence of impact',
  rag: 'RAG',
  redExplanation: 'Explanation of red',
  themeActions: 'Actions of one theme',
  horizonActions: 'Actions of one timescale',
  ratingActions: 'Actions of one rating',
  themeTicks: 'Tick for one theme',
  horizonTicks: 'Tick for one timescale',
  ragTicks: 'Tick for one rating',
  responsibility: 'Who does what (R, A, C, I)',
  note: 'Kept as a note',
  ignore: 'Left out',
};

/** Colours of another scheme mean something else, so which one it is, is always said. */
export const ragSchemeWords: Readonly<Record<RagScheme, string>> = {
  completion: 'Ratings are read as completion: green is done, amber in progress, red still to be carried out.',
  brag: 'The file rates with blue as well: blue is complete, and its green, amber and red tell how it is going. Please decide below what each colour means here.',
  health:
    'The file seems to rate whether actions are on track, which is not completion. Please decide below what each colour means here.',
  none: 'The file holds no ratings. Actions keep the ratings they have.',
};

/** What a person counts in a part of a file: rows, and where a document has its plan as lists, paragraphs. */
const counted = ({ kind }: Pick<PreviewTable, 'kind'>): 'row' | 'paragraph' =>
  kind === 'wordOutline' ? 'paragraph' : 'row';

/** `Sheet1, rows 3 to 40` */
export const whereTable = (table: PreviewTable): string =>
  `${table.sheet}${table.hiddenSheet ? ' (hidden sheet)' : ''}, ${counted(table)}s ${table.firstRow} to ${table.lastRow}`;

/** `Sheet1, row 3` */
export const whereRow = (table: PreviewTable | undefined, row: number): string =>
  table === undefined ? `row ${row}` : `${table.sheet}, ${counted(table)} ${row}`;

export const importedFieldWords: Readonly<Record<ImportedField, string>> = {
  ref: 'Ref',
  themes: 'Theme',
  objective: 'Objective',
  action: 'Action',
  owner: 'Lead',
  supporting: 'Supporting',
  start: 'Start',
  due: 'Due',
  rag: 'RAG',
  redExplanation: 'Explanation of red',
  successMeasure: 'Success measure',
  progress: 'Progress',
  resources: 'Resources',
  impactEvidence: 'Evidence of impact',
  notes: 'Notes',
};

export const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  created: 'New actions',
  changed: 'Changed',
  same: 'Already the same',
  left: 'Left out',
};

export const filterWords: Readonly<Record<Filter, string>> = {
  all: 'All',
  new: 'New',
  identical: 'Same words',
  extended: 'Likely: extended',
  narrowed: 'Likely: narrowed',
  related: 'Perhaps related',
  problem: 'To look at',
  hidden: 'Hidden in the file',
};

export const blankWords: readonly { readonly value: Blanks; readonly label: string }[] = [
  { value: 'keep', label: 'A blank cell leaves what the plan says' },
  { value: 'fill-blanks-only', label: 'Only fill what is blank in the plan' },
  { value: 'replace', label: 'A blank cell empties the field' },
];
