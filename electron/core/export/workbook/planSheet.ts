import type { Style, Workbook, Worksheet } from 'exceljs';
import type { Theme } from '#shared/model/words.ts';
import { ragAppearance } from '../word/ragAppearance.ts';
import {
  bodyFont,
  gridLines,
  printAcross,
  restingFill,
  solid,
  styleHeading,
  textFormat,
  wrapped,
} from './appearance.ts';
import { partsOfCell } from './cellText.ts';
import { fitRows } from './fitRows.ts';
import {
  continuedMark,
  type PlanColumn,
  planHeadings,
  ragChoices,
  ragWord,
  ragWords,
  themeSeparator,
} from './layout.ts';
import { plainDay } from './plainDay.ts';
import { addValidation } from './validation.ts';
import type { WorkbookAction } from './workbookContent.ts';

export interface PlanSheet {
  readonly name: string;
  readonly footer: string;
  readonly actions: readonly WorkbookAction[];
  readonly columns: readonly PlanColumn[];
  /** In a contribution copy, the columns that may be filled in; null leaves the whole sheet open. */
  readonly open: ReadonlySet<PlanColumn> | null;
  readonly themeWords: ReadonlyMap<Theme, string>;
  /** Where the drop-down of themes takes its words from. */
  readonly themeRange: string;
}

/** The rest of a text that one cell cannot hold. */
export interface LongText {
  readonly id: string;
  readonly heading: string;
  readonly parts: readonly string[];
}

/** In characters of the usual font, as Excel counts. */
const widths: Readonly<Record<PlanColumn, number>> = {
  id: 38,
  ref: 8,
  theme: 17,
  objective: 26,
  action: 40,
  owner: 18,
  supporting: 18,
  start: 15,
  due: 15,
  successMeasure: 28,
  resources: 18,
  impactEvidence: 26,
  rag: 14,
  progress: 36,
  redExplanation: 28,
  note: 26,
};

/** Rows below the plan that are ready for actions added in Excel. */
export const spareRows = 200;

/** Writes one sheet of actions and gives the texts that go on elsewhere. */
export function writePlanSheet(workbook: Workbook, plan: PlanSheet): readonly LongText[] {
  const sheet = workbook.addWorksheet(plan.name);
  const { columns, actions } = plan;
  const longTexts: LongText[] = [];
  const styles = new Map(columns.map((column) => [column, styleOf(column, plan)]));
  columns.forEach((column, index) => {
    const definition = sheet.getColumn(index + 1);
    definition.width = widths[column];
    definition.hidden = column === 'id';
    const style = styles.get(column);
    if (style !== undefined) definition.style = style;
    const heading = sheet.getCell(1, index + 1);
    heading.value = planHeadings[column];
    heading.style = {};
    styleHeading(heading);
  });
  actions.forEach((action, row) => {
    columns.forEach((column, index) => {
      const cell = sheet.getCell(row + 2, index + 1);
      const style = styles.get(column) ?? {};
      const written = writtenOf(column, action, plan.themeWords);
      if (written.kind === 'day') {
        cell.value = new Date(`${written.day}T00:00:00Z`);
        cell.style = { ...style, numFmt: written.numberFormat };
        return;
      }
      const [first = '', ...rest] = partsOfCell(written.text);
      if (rest.length > 0) longTexts.push({ id: action.id, heading: planHeadings[column], parts: rest });
      // An empty text is written as no text at all, so that filters and counts see a blank.
      cell.value = rest.length > 0 ? `${first}\n${continuedMark}` : first === '' ? null : first;
      // Only a cell that holds a text is marked as text: into an empty one a date can be typed as a date.
      cell.style = isDateColumn(column) && first !== '' ? { ...style, numFmt: textFormat } : style;
    });
  });
  finish(sheet, plan);
  return longTexts;
}

const isDateColumn = (column: PlanColumn): boolean => column === 'start' || column === 'due';

type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: string; readonly numberFormat: string };

function writtenOf(column: PlanColumn, action: WorkbookAction, themeWords: ReadonlyMap<Theme, string>): Written {
  switch (column) {
    case 'start':
      return timescale(action.startText, action.startOn);
    case 'due':
      return timescale(action.dueText, action.dueOn);
    case 'theme':
      return text(action.themes.map((theme) => themeWords.get(theme) ?? theme).join(themeSeparator));
    case 'rag':
      return text(ragWord(action.rag));
    case 'action':
      return text(action.text);
    case 'owner':
      return text(action.lead);
    case 'redExplanation':
      return text(action.explanation);
    case 'note':
      return text(action.notes);
    default:
      return text(action[column]);
  }
}

const text = (words: string): Written => ({ kind: 'text', text: words });

/** A real date only where text and day say the same; the text is what the person wrote (domain.md 3). */
function timescale(words: string, on: string | null): Written {
  const day = plainDay(words);
  return day !== null && day.day === on ? { kind: 'day', ...day } : text(words);
}

function styleOf(column: PlanColumn, { open }: PlanSheet): Partial<Style> {
  const resting = open !== null && !open.has(column);
  return {
    font: bodyFont,
    border: gridLines,
    alignment: wrapped,
    ...(isDateColumn(column) ? {} : { numFmt: textFormat }),
    ...(resting ? { fill: restingFill } : {}),
    ...(open === null ? {} : { protection: { locked: resting } }),
  };
}

function finish(sheet: Worksheet, plan: PlanSheet): void {
  const { columns, actions, open } = plan;
  const lastRow = actions.length + 1 + (open === null ? spareRows : 0);
  const rangeOf = (column: PlanColumn): string | null => {
    const letter = columnLetterOf(columns, column);
    return letter === null ? null : `${letter}2:${letter}${Math.max(2, lastRow)}`;
  };
  const actionColumn = columns.indexOf('action') + 1;
  sheet.views = [{ state: 'frozen', xSplit: actionColumn, ySplit: 1, zoomScale: 90 }];
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, actions.length + 1), column: columns.length },
  };
  printAcross(sheet, plan.footer);
  addValidation(sheet, rangeOf('theme'), {
    choices: plan.themeRange,
    strict: false,
    title: 'Theme',
    prompt: 'Choose one. For several, type them with a semicolon between.',
  });
  addValidation(sheet, rangeOf('rag'), {
    choices: `"${ragChoices.join(',')}"`,
    strict: true,
    title: 'RAG',
    prompt: 'Green: completed. Amber: in progress. Red: still to be carried out, with an explanation.',
  });
  const ratings = rangeOf('rag');
  if (ratings !== null) colourRatings(sheet, ratings);
  fitRows(sheet);
}

/** `A`, `B` …, or null where the sheet has no such column. */
export function columnLetterOf(columns: readonly PlanColumn[], column: PlanColumn): string | null {
  const index = columns.indexOf(column);
  return index < 0 ? null : String.fromCharCode(65 + index);
}

/** The fill follows the word, and the word is always there. */
function colourRatings(sheet: Worksheet, ref: string): void {
  const first = ref.replace(/:.*/, '');
  sheet.addConditionalFormatting({
    ref,
    rules: (['green', 'amber', 'red'] as const).map((rag, index) => ({
      type: 'expression',
      priority: index + 1,
      formulae: [`$${first}="${ragWords[rag]}"`],
      style: {
        fill: solid(ragAppearance[rag].fill),
        font: { color: { argb: `FF${ragAppearance[rag].ink}` }, bold: true },
      },
    })),
  });
}
