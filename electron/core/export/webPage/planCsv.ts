import Papa from 'papaparse';
import { themeTitle } from '../build/themeTitles.ts';
import type { NewPlan, PlannedAction } from '../submission.ts';
import { cleanText } from '../word/cleanText.ts';
import { dateInWords, documentWords } from '../word/documentWords.ts';
import { planHeadings, themeSeparator } from '../workbook/layout.ts';

/**
 * The plan as comma-separated values (RFC 4180; UTF-8 with its mark, without which Excel takes it for Windows-1252).
 * Headings and themes are the usual English ones whatever the language of the page, since it is by these that
 * the import, here and at another institution, knows the columns.
 */
export function writePlanCsv({ groups }: NewPlan): Uint8Array {
  const rows = groups.flatMap(({ actions }) => actions.map(cellsOf));
  const text = Papa.unparse(
    [csvHeadings, ...rows].map((cells) => cells.map(asText)),
    { newline: '\r\n' },
  );
  return new TextEncoder().encode(`\u{feff}${text}\r\n`);
}

export const csvHeadings = [
  planHeadings.ref,
  planHeadings.theme,
  planHeadings.objective,
  planHeadings.action,
  planHeadings.owner,
  planHeadings.supporting,
  planHeadings.start,
  planHeadings.due,
  planHeadings.successMeasure,
  planHeadings.resources,
] as const;

const cellsOf = (action: PlannedAction): readonly string[] => [
  action.ref,
  action.themes.map((theme) => themeTitle(theme, undefined)).join(themeSeparator),
  action.objective,
  action.text,
  action.lead,
  action.supporting,
  action.startText || dayOf(action.startOn),
  action.dueText || dayOf(action.dueOn),
  action.successMeasure,
  action.resources,
];

const dayOf = (day: string | null): string => (day === null ? '' : dateInWords(day, documentWords('en-GB')));

/**
 * What a spreadsheet would calculate is text: an apostrophe before it says so, to Excel, LibreOffice and Google Sheets
 * alike. Spaces before the sign do not help, nor does a full-width sign, since programs overlook the one and change the
 * other. The import takes the mark away again (`import/readers/text.ts`).
 */
const formula = /^[\s']*[=+\-@＝＋－﹣−＠|%]/u;
const asText = (text: string): string => {
  const clean = cleanText(text).trim();
  return formula.test(clean) ? `'${clean}` : clean;
};
