import type { ColumnRole } from '#shared/model/importPreview.ts';
import { type Rag, rags } from '#shared/model/words.ts';

/**
 * What both ends of the way agree on: the writer of the workbook and the import that recognises it. Headings are the
 * contract, not places: a column that was moved in Excel is still found by its heading.
 */
export const planHeadings = {
  id: 'Planner id',
  ref: 'Ref',
  theme: 'Theme',
  objective: 'Objective',
  action: 'Action',
  owner: 'Lead',
  supporting: 'Supporting',
  start: 'Start',
  due: 'Due',
  successMeasure: 'Success measure',
  resources: 'Resources',
  rag: 'RAG',
  progress: 'Progress',
  redExplanation: 'Explanation of red',
  impactEvidence: 'Evidence of impact',
  note: 'Notes',
} as const satisfies Partial<Record<ColumnRole, string>>;
export type PlanColumn = keyof typeof planHeadings;
export const planColumns = Object.keys(planHeadings) as readonly PlanColumn[];

export const sheetNames = {
  about: 'About',
  summary: 'RAG summary',
  key: 'Key',
  whatToDo: 'What to do',
  longTexts: 'Long texts',
} as const;

/** Headings of the sheet that holds what goes beyond one cell, and of the table of theme words on the key. */
export const longTextHeadings = [planHeadings.id, 'Column', 'Part', 'Text'] as const;
export const themeKeyHeadings = ['Theme as written in this workbook', 'Theme of the Technician Commitment'] as const;

/** Stands at the end of a cell whose text goes on. */
export const continuedMark = '[Continued on the sheet “Long texts”]';

/** Several themes of one action stand in one cell. */
export const themeSeparator = '; ';

export type RagWord = 'Green' | 'Amber' | 'Red' | 'Not yet rated';
export const notYetRated: RagWord = 'Not yet rated';
export const ragWords = { green: 'Green', amber: 'Amber', red: 'Red' } as const satisfies Record<Rag, RagWord>;
/** In the order of the drop-down. */
export const ragChoices: readonly RagWord[] = [...rags.map((rag) => ragWords[rag]), notYetRated];
export const ragWord = (rag: Rag | null): RagWord => (rag === null ? notYetRated : ragWords[rag]);

/** The sheet of a contribution copy: one lead's actions. What it does not hold is nobody's omission. */
export const contributionSheet = 'Your actions';
