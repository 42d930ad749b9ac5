import { themes } from '#shared/model/words.ts';
import { type FrameworkGroups, itemTitle } from '../build/frameworkGroups.ts';
import { plainLine } from './cellText.ts';
import { planColumns, sheetNames } from './layout.ts';
import { packWorkbook } from './packWorkbook.ts';
import { type PlanSheet, writePlanSheet } from './planSheet.ts';
import { type SummarisedPlan, writeRagSummary } from './ragSummary.ts';
import { themeRange, writeAbout, writeKey, writeLongTexts } from './readingSheets.ts';
import { sheetName } from './sheetName.ts';
import type { WorkbookContent, WorkbookPlan } from './workbookContent.ts';

/**
 * The plans as a workbook (.xlsx): About, RAG summary and key, then a sheet for each theme or one for each plan. The
 * same content gives the same bytes, and the import reads every action back as it was (documents.md 2).
 */
export async function writeWorkbook(
  content: WorkbookContent,
  sheets: 'by-theme' | 'one' | FrameworkGroups,
  { notes = false, kept = [] }: { readonly notes?: boolean; readonly kept?: readonly string[] } = {},
): Promise<Uint8Array> {
  // Loaded when it is first needed: the library is large, and most sessions write no workbook.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const taken = new Set(Object.values(sheetNames).map((name) => name.toLowerCase()));
  const several = content.plans.length > 1;
  const plans = content.plans.map(
    (plan): SummarisedPlan => ({
      plan,
      sheets: groupsOf(plan, sheets, content, several).map(({ wish, actions }) => ({
        name: sheetName(wish, taken),
        actions,
        columns: notes ? planColumns : withoutNotes,
        open: null,
        themeWords: content.themeWords,
        themeRange,
        footer: [content.institution, plan.title]
          .map(plainLine)
          .filter((part) => part !== '')
          .join(', '),
      })),
    }),
  );
  writeAbout(
    workbook,
    content,
    plans.flatMap((plan) => plan.sheets),
  );
  writeRagSummary(workbook, content, plans);
  writeKey(workbook, content);
  const longTexts = plans.flatMap((plan) => plan.sheets.flatMap((sheet) => writePlanSheet(workbook, sheet)));
  writeLongTexts(workbook, longTexts);
  const properties = {
    title: `Technician Commitment: Stage ${content.stage} action plan`,
    author: content.author,
    changedAt: content.state.changedAt,
  };
  return packWorkbook(workbook, properties, kept);
}

const withoutNotes = planColumns.filter((column) => column !== 'note');

type Group = { readonly wish: string; readonly actions: PlanSheet['actions'] };

/** A theme or item without actions gets no sheet; a plan without actions gets one to be filled in. */
function groupsOf(
  plan: WorkbookPlan,
  sheets: 'by-theme' | 'one' | FrameworkGroups,
  { themeWords }: WorkbookContent,
  several: boolean,
): readonly Group[] {
  const planName = plan.role === 'last' ? 'Last plan' : 'New plan';
  const named = (word: string): string => (several ? `${plan.role === 'last' ? 'Last' : 'New'} – ${word}` : word);
  const all: readonly Group[] =
    typeof sheets === 'object'
      ? [...sheets.items, null].map((item) => ({
          wish: named(item === null ? `No item of ${sheets.title}` : itemTitle(item)),
          actions: plan.actions.filter(({ id }) => (sheets.itemsOf(id)[0]?.id ?? null) === (item?.id ?? null)),
        }))
      : [...themes, null].map((theme) => ({
          wish: named(theme === null ? 'No theme yet' : (themeWords.get(theme) ?? theme)),
          actions: plan.actions.filter((action) => (action.themes[0] ?? null) === theme),
        }));
  const groups = all.filter(({ actions }) => actions.length > 0);
  return sheets === 'one' || groups.length === 0 ? [{ wish: planName, actions: plan.actions }] : groups;
}
