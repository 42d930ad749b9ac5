import type { Workbook } from 'exceljs';
import { dayText } from '../build/dayText.ts';
import { checkContribution } from '../check/checkContribution.ts';
import { boldFont, printUpright, titleFont, writeText } from './appearance.ts';
import { escapeForCell, plainLine } from './cellText.ts';
import { fitRows } from './fitRows.ts';
import { contributionSheet, type PlanColumn, planColumns, sheetNames } from './layout.ts';
import { packWorkbook } from './packWorkbook.ts';
import { type PlanSheet, writePlanSheet } from './planSheet.ts';
import { themeRange, writeKey, writeLongTexts } from './readingSheets.ts';
import { sheetName } from './sheetName.ts';
import type { WorkbookAction, WorkbookContent, WorkbookPlan, WorkbookPlanRole } from './workbookContent.ts';

export interface Contribution {
  readonly content: WorkbookContent;
  readonly plan: WorkbookPlan;
  readonly lead: string;
  readonly actions: readonly WorkbookAction[];
  /** The day by which it is asked back. */
  readonly by: string;
  readonly byIsDueDay: boolean;
}

/**
 * What a lead is asked to tell; the wording of the plan is not theirs to change in a copy. Of the last plan it is how
 * each action went, of the new one what it will take and how its effect will be seen: nothing in it can be rated yet.
 */
const openColumns: Readonly<Record<WorkbookPlanRole, ReadonlySet<PlanColumn>>> = {
  last: new Set(['due', 'rag', 'progress', 'redExplanation']),
  next: new Set(['start', 'due', 'successMeasure', 'resources', 'impactEvidence']),
};
const notShown: Readonly<Record<WorkbookPlanRole, readonly PlanColumn[]>> = {
  last: ['impactEvidence', 'note'],
  next: ['rag', 'progress', 'redExplanation', 'note'],
};

/**
 * One lead's actions with only the cells open that they are to fill. Protection has no password: it guards against
 * slips, and nobody is locked out of their own file. Notes kept for oneself are left out, for the copy leaves the house.
 */
export async function writeContributionCopy(
  contribution: Contribution,
  kept: readonly string[] = [],
): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const { content, plan, actions } = contribution;
  const workbook = new excel.Workbook();
  const taken = new Set(Object.values(sheetNames).map((name) => name.toLowerCase()));
  const sheet: PlanSheet = {
    name: sheetName(contributionSheet, taken),
    actions,
    columns: planColumns.filter((column) => !notShown[plan.role].includes(column)),
    open: openColumns[plan.role],
    themeWords: content.themeWords,
    themeRange,
    footer: [content.institution, plan.title]
      .map(plainLine)
      .filter((part) => part !== '')
      .join(', '),
  };
  writeWhatToDo(workbook, contribution, sheet.name);
  const longTexts = writePlanSheet(workbook, sheet);
  writeKey(workbook, content);
  writeLongTexts(workbook, longTexts);
  await workbook.getWorksheet(sheet.name)?.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
  const properties = {
    title: `Technician Commitment action plan: contribution of ${contribution.lead}`,
    author: content.author,
    changedAt: content.state.changedAt,
  };
  const ids = new Set(actions.map(({ id }) => id));
  return packWorkbook(workbook, properties, kept, (parts) => checkContribution(parts, { name: sheet.name, ids }));
}

const sendBack = 'Save the workbook and send it back.';
const otherDates = 'A month, a year or words will do as well as a day.';
const asked: Readonly<Record<WorkbookPlanRole, (which: 'each' | 'it') => readonly string[]>> = {
  last: (which) => [
    `For ${which}, choose the RAG: Green for completed, Amber for in progress, Red for still to be carried out.`,
    'Under Progress, say in a few sentences what has been done, with numbers where you have them.',
    'Where you chose Red, say why under Explanation of red. Every red needs one.',
    `Change Due where the date has moved. ${otherDates}`,
    sendBack,
  ],
  next: (which) => [
    `For ${which}, say under Success measure how it will be seen that it worked: a number, a level or an event, and by when.`,
    'Under Resources, say what it takes: money, hours, people, and where they come from.',
    'Under Evidence of impact, say what will show the difference that it made, and where that will be found.',
    `Give Start and Due, or change them where they cannot be kept. ${otherDates}`,
    sendBack,
  ],
};

function writeWhatToDo(workbook: Workbook, contribution: Contribution, planSheet: string): void {
  const { content, plan, lead, actions, by, byIsDueDay } = contribution;
  const sheet = workbook.addWorksheet(sheetNames.whatToDo);
  sheet.getColumn(1).width = 20;
  sheet.getColumn(2).width = 84;
  printUpright(sheet);
  writeText(sheet, 1, 1, `Your part of the Technician Commitment action plan`, titleFont).alignment = {
    vertical: 'top',
  };
  const many = actions.length !== 1;
  const day = dayText(by);
  const lines: readonly (readonly [string, string])[] = [
    ['For', lead],
    [
      'From',
      [content.author, content.institution]
        .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
        .join(', '),
    ],
    ['Plan', plainLine(plan.title)],
    ['By', byIsDueDay ? `In good time before ${day}, when the whole self-assessment is due.` : day],
    [
      'What to do',
      `1. Open the sheet “${planSheet}”. It holds the ${many ? `${actions.length} actions` : 'one action'} that you lead.`,
    ],
    ...asked[plan.role](many ? 'each' : 'it').map((words, index) => ['', `${index + 2}. ${words}`] as const),
    ['Good to know', 'The grey cells are for reading and are locked; the white ones are yours. There is no password.'],
    ['', 'Leave rows and headings as they are, so that your words find their way back to the right action.'],
  ];
  lines.forEach(([label, text], index) => {
    writeText(sheet, index + 3, 1, label, boldFont);
    writeText(sheet, index + 3, 2, escapeForCell(text));
  });
  fitRows(sheet);
}
