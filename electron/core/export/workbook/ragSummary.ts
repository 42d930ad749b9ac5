import type { Workbook } from 'exceljs';
import { themes } from '#shared/model/words.ts';
import { boldFont, gridLines, printUpright, styleBody, styleHeading, titleFont, writeText } from './appearance.ts';
import { fitRows } from './fitRows.ts';
import { notYetRated, ragWord, ragWords, sheetNames, themeSeparator } from './layout.ts';
import { columnLetterOf, type PlanSheet, spareRows } from './planSheet.ts';
import type { WorkbookAction, WorkbookContent, WorkbookPlan } from './workbookContent.ts';

/** A plan and the sheets that hold it. */
export interface SummarisedPlan {
  readonly plan: WorkbookPlan;
  readonly sheets: readonly PlanSheet[];
}

const headings = ['Theme', ragWords.green, ragWords.amber, ragWords.red, notYetRated, 'All'] as const;

/**
 * Counts by theme, an action under its first theme, as formulas over the plan sheets with their results beside them:
 * they follow what is edited in Excel, and a reader that does not calculate still shows what was exported.
 */
export function writeRagSummary(workbook: Workbook, content: WorkbookContent, plans: readonly SummarisedPlan[]): void {
  const sheet = workbook.addWorksheet(sheetNames.summary);
  sheet.getColumn(1).width = 34;
  for (let column = 2; column <= headings.length; column += 1) sheet.getColumn(column).width = 15;
  printUpright(sheet);
  let row = 1;
  for (const { plan, sheets } of plans) {
    writeText(sheet, row, 1, plan.role === 'last' ? 'Last plan' : 'New plan', titleFont).alignment = {
      vertical: 'top',
    };
    headings.forEach((heading, index) => {
      const cell = writeText(sheet, row + 1, index + 1, heading);
      styleHeading(cell);
      // Over numbers, which stand at the right.
      if (index > 0) cell.alignment = { ...cell.alignment, horizontal: 'right' };
    });
    const groups = [...themes, null] as const;
    groups.forEach((theme, index) => {
      const at = row + 2 + index;
      const word = theme === null ? 'No theme yet' : (content.themeWords.get(theme) ?? theme);
      styleBody(writeText(sheet, at, 1, word));
      const members = plan.actions.filter((action) => (action.themes[0] ?? null) === theme);
      countsOf(members).forEach((result, column) => {
        const cell = sheet.getCell(at, column + 2);
        cell.value = {
          formula: formulaOf(sheets, theme === null ? null : `$A${at}`, columnRag[column] ?? 'all', at),
          result,
        };
        styleCount(cell);
      });
    });
    const last = row + 1 + groups.length;
    styleBody(writeText(sheet, last + 1, 1, 'All'), boldFont);
    countsOf(plan.actions).forEach((result, column) => {
      const letter = String.fromCharCode(66 + column);
      const cell = sheet.getCell(last + 1, column + 2);
      cell.value = { formula: `SUM(${letter}${row + 2}:${letter}${last})`, result };
      styleCount(cell);
      cell.font = boldFont;
    });
    row = last + 4;
  }
  fitRows(sheet);
}

function styleCount(cell: Parameters<typeof styleBody>[0]): void {
  styleBody(cell);
  cell.border = gridLines;
  cell.numFmt = '0';
  cell.alignment = { vertical: 'top', horizontal: 'right' };
}

const columnRag = ['green', 'amber', 'red', 'not-rated', 'all'] as const;

function countsOf(actions: readonly WorkbookAction[]): readonly number[] {
  const count = (word: string): number => actions.filter(({ rag }) => ragWord(rag) === word).length;
  return [count(ragWords.green), count(ragWords.amber), count(ragWords.red), count(notYetRated), actions.length];
}

/** `themeCell` holds the word to count; null counts rows without a theme. */
function formulaOf(
  sheets: readonly PlanSheet[],
  themeCell: string | null,
  rag: (typeof columnRag)[number],
  row: number,
): string {
  if (rag === 'not-rated') return `F${row}-SUM(B${row}:D${row})`;
  const counts = sheets.map((sheet) => {
    const range = (column: Parameters<typeof columnLetterOf>[1]): string => {
      const letter = columnLetterOf(sheet.columns, column) ?? 'A';
      return `'${sheet.name}'!$${letter}$2:$${letter}$${sheet.actions.length + 1 + spareRows}`;
    };
    const theme = range('theme');
    const inTheme =
      themeCell === null
        ? `(${theme}="")`
        : `((${theme}=${themeCell})+(LEFT(${theme},LEN(${themeCell})+1)=${themeCell}&"${themeSeparator.trim()}")>0)`;
    const condition =
      rag === 'all' ? `((${range('id')}<>"")+(${range('action')}<>"")>0)` : `(${range('rag')}="${ragWords[rag]}")`;
    return `SUMPRODUCT(${inTheme}*${condition})`;
  });
  return counts.join('+') || '0';
}
