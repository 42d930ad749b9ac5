import type { Workbook, Worksheet } from 'exceljs';
import { themes } from '#shared/model/words.ts';
import { dayText } from '../build/dayText.ts';
import { themeTitle } from '../build/themeTitles.ts';
import { ragAppearance } from '../word/ragAppearance.ts';
import {
  boldFont,
  printUpright,
  quietFont,
  solid,
  styleBody,
  styleHeading,
  titleFont,
  writeText,
} from './appearance.ts';
import { escapeForCell, plainLine } from './cellText.ts';
import { fitRows } from './fitRows.ts';
import { longTextHeadings, notYetRated, ragWords, sheetNames, themeKeyHeadings } from './layout.ts';
import type { LongText, PlanSheet } from './planSheet.ts';
import type { WorkbookContent, WorkbookState } from './workbookContent.ts';

/** Who the workbook is from, what it holds, and how it comes back. */
export function writeAbout(workbook: Workbook, content: WorkbookContent, planSheets: readonly PlanSheet[]): void {
  const sheet = workbook.addWorksheet(sheetNames.about);
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 90;
  printUpright(sheet);
  writeText(sheet, 1, 1, 'Technician Commitment action plan', titleFont).alignment = { vertical: 'top' };
  const lines: readonly (readonly [string, string])[] = [
    ['Institution', content.institution || 'Not set'],
    ['Self-assessment', `Stage ${content.stage}, due ${dayText(content.dueOn)}`],
    ...content.plans.map(
      ({ role, title, startsOn, endsOn, actions }) =>
        [
          role === 'last' ? 'Last plan' : 'New plan',
          `${[plainLine(title), periodText(startsOn, endsOn)].filter((part) => part !== '').join(', ')}: ${counted(actions.length)}`,
        ] as const,
    ),
    ['Exported from', stateText(content.state)],
    ['Sheets', planSheets.map(({ name }) => name).join('; ')],
  ];
  lines.forEach(([label, text], index) => {
    writeText(sheet, index + 3, 1, label, boldFont);
    writeText(sheet, index + 3, 2, escapeForCell(text));
  });
  const start = lines.length + 4;
  writeText(sheet, start, 1, 'How to bring it back', boldFont);
  howToBringBack.forEach((sentence, index) => {
    writeText(sheet, start + index, 2, sentence);
  });
  fitRows(sheet);
}

const howToBringBack = [
  'Edit the plan sheets, save the workbook, and choose it in the planner by Update from spreadsheet, above either plan. It shows just what was edited, and nothing changes before you say so.',
  'Rows may be sorted and filtered, and columns moved or widened. A new action goes in a row of its own below the others.',
  'Each row is known by its hidden column “Planner id”. Leave that column and the headings as they are. A copied row keeps the id of the first, so clear that cell for a new action.',
  'A row that is deleted here is not deleted in the planner. It is listed there as not in the file.',
  'Several themes of one action stand in one cell with a semicolon between them.',
];

const counted = (count: number): string => (count === 1 ? '1 action' : `${count} actions`);

function periodText(startsOn: string | null, endsOn: string | null): string {
  if (startsOn === null && endsOn === null) return '';
  return `${dayText(startsOn) || 'start not set'} to ${dayText(endsOn) || 'end not set'}`;
}

function stateText({ changedAt, step, version, changedSince }: WorkbookState): string {
  const when =
    changedAt === null
      ? 'A new workspace'
      : `The state of ${dayText(changedAt.slice(0, 10))}, ${timeOf(changedAt)} UTC, change ${step}`;
  if (version === '') return when;
  const name = plainLine(version);
  return changedSince ? `${when}, which is later than ${name}` : `${when}, named ${name}`;
}

const timeOf = (instant: string): string => instant.slice(11, 16);

/** What the words and shades mean, and the theme words that the drop-downs offer and the import reads. */
export function writeKey(workbook: Workbook, content: WorkbookContent): void {
  const sheet = workbook.addWorksheet(sheetNames.key);
  sheet.getColumn(1).width = 36;
  sheet.getColumn(2).width = 70;
  printUpright(sheet);
  const table = (row: number, headings: readonly string[], rows: readonly (readonly string[])[]): void => {
    headings.forEach((heading, column) => {
      const cell = writeText(sheet, row, column + 1, heading);
      styleHeading(cell);
    });
    rows.forEach((texts, index) => {
      texts.forEach((text, column) => {
        styleBody(writeText(sheet, row + 1 + index, column + 1, text));
      });
    });
  };
  table(
    themeKeyRow,
    themeKeyHeadings,
    themes.map((theme) => [content.themeWords.get(theme) ?? theme, themeTitle(theme, undefined)]),
  );
  const rags = themeKeyRow + themes.length + 2;
  table(
    rags,
    ['RAG', 'What it means'],
    [
      [ragWords.green, 'Undertaken and completed'],
      [ragWords.amber, 'In progress'],
      [ragWords.red, 'Still to be carried out. Every red needs an explanation.'],
      [notYetRated, 'Nobody has said yet. It is not red.'],
    ],
  );
  (['green', 'amber', 'red'] as const).forEach((rag, index) => {
    const cell = sheet.getCell(rags + 1 + index, 1);
    cell.fill = solid(ragAppearance[rag].fill);
    cell.font = { ...boldFont, color: { argb: `FF${ragAppearance[rag].ink}` } };
  });
  writeText(sheet, rags + 6, 1, 'Start and Due', boldFont);
  writeText(
    sheet,
    rags + 6,
    2,
    'A day, a month, a year or any words. What is a plain day is a date; all else stays as it was written.',
  );
  fitRows(sheet);
}

const themeKeyRow = 1;
/** Where the theme words stand, for the drop-downs. */
export const themeRange = `${sheetNames.key}!$A$${themeKeyRow + 1}:$A$${themeKeyRow + themes.length}`;

/** What goes beyond one cell; each part is joined to its cell again when the workbook comes back. */
export function writeLongTexts(workbook: Workbook, texts: readonly LongText[]): void {
  if (texts.length === 0) return;
  const sheet: Worksheet = workbook.addWorksheet(sheetNames.longTexts);
  longTextHeadings.forEach((heading, index) => {
    sheet.getColumn(index + 1).width = [38, 22, 8, 110][index] ?? 20;
    styleHeading(writeText(sheet, 1, index + 1, heading));
  });
  sheet.getColumn(1).hidden = true;
  let row = 2;
  for (const { id, heading, parts } of texts) {
    parts.forEach((part, index) => {
      [id, heading, String(index + 2), part].forEach((text, column) => {
        styleBody(writeText(sheet, row, column + 1, text), column === 2 ? quietFont : undefined);
      });
      row += 1;
    });
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  fitRows(sheet);
}
