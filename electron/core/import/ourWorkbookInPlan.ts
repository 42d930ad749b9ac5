import { continuedMark, planHeadings } from '#core/export/workbook/layout.ts';
import { plainDay } from '#core/export/workbook/plainDay.ts';
import type { ImportPreview, PreviewAction, PreviewAlternative } from '#shared/model/importPreview.ts';
import type { SaidInPlan } from './fieldValues.ts';
import { valuesInPlan } from './fieldValues.ts';
import { tidyText } from './readers/shownText.ts';

/**
 * Settles a workbook of our own with the plan that it is held against, by the ids of its rows. What a spreadsheet
 * cannot carry to the letter (a tab, a space at the end, a control character, the day that was set for “TBC”) is no
 * edit: where a cell shows what the plan says, the field is the plan's own. Sheets of the other plan are set aside.
 *
 * @param planOf the plan of an action, by its id; undefined for an id that the workspace does not know.
 */
export function settleOurWorkbook(
  preview: ImportPreview,
  planId: string,
  said: ReadonlyMap<string, SaidInPlan>,
  planOf: (actionId: string) => { readonly id: string; readonly title: string } | undefined,
): ImportPreview {
  if (preview.actions.every(({ id }) => id === null)) return preview;
  const ofThisPlan = setOthersAside(preview, planId, planOf);
  const seen = new Set<string>();
  const actions = ofThisPlan.actions.map((action): PreviewAction => {
    const inPlan = said.get(action.id ?? '');
    if (inPlan === undefined || action.id === null || seen.has(action.id)) return action;
    // A row that was copied in Excel keeps the id of the first.
    seen.add(action.id);
    return settle(action, inPlan);
  });
  return { ...ofThisPlan, actions };
}

const texts = [
  'ref',
  'objective',
  'action',
  'owner',
  'supporting',
  'successMeasure',
  'progress',
  'resources',
  'impactEvidence',
  'redExplanation',
] as const;

function settle(action: PreviewAction, inPlan: SaidInPlan): PreviewAction {
  const plan = valuesInPlan(inPlan);
  const settled: Partial<Record<(typeof texts)[number], string>> = {};
  for (const field of texts) if (looksTheSame(plan[field], action[field])) settled[field] = plan[field];
  const { start, due } = plan;
  const sameThemes = [...new Set(plan.themes)].join() === action.themes.join();
  return {
    ...action,
    ...settled,
    ...(sameTimescale(start.text, action.startText, action.start) ? { startText: start.text, start: start.on } : {}),
    ...(sameTimescale(due.text, action.dueText, action.due) ? { dueText: due.text, due: due.on } : {}),
    ...(sameThemes ? { themes: plan.themes } : {}),
    notes: action.notes.map((note) =>
      note.header === '' && looksTheSame(plan.notes, note.text) ? { header: '', text: plan.notes } : note,
    ),
  };
}

function looksTheSame(inPlan: string, inCell: string): boolean {
  const cell = asShown(inCell);
  const plan = asShown(inPlan);
  if (plan === cell) return true;
  // The sheet with the rest of a long text was deleted: that is no reason to cut the text in the plan.
  return cell.endsWith(continuedMark) && plan.startsWith(cell.slice(0, -continuedMark.length).trimEnd());
}

/** A text as any program that reads and saves the workbook leaves it. */
function asShown(text: string): string {
  let shown = text.toWellFormed();
  // A literal code was itself written as one, and some programs take it back too often.
  for (let before = ''; before !== shown; ) {
    before = shown;
    shown = shown.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return tidyText(tidyText(shown).replaceAll(unseen, ''));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that programs drop or replace
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd-\uffff]/g;

/** Two plain days that are one day are one timescale: a program may show a date in another way than it was written. */
function sameTimescale(inPlan: string, inCell: string, day: string | null): boolean {
  if (looksTheSame(inPlan, inCell)) return true;
  const plan = plainDay(inPlan);
  return plan !== null && plan.day === day && numericDay.test(inCell);
}

const numericDay = /^(?:\d\d\/\d\d\/\d{4}|\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4})$/u;

/** The sheets whose rows belong to another plan of the workspace become an alternative, unless all do. */
function setOthersAside(
  preview: ImportPreview,
  planId: string,
  planOf: (actionId: string) => { readonly id: string; readonly title: string } | undefined,
): ImportPreview {
  const other = new Map<number, string>();
  preview.tables.forEach((table, index) => {
    if (table.use !== 'plan') return;
    const plans = preview.actions.flatMap(({ id, source }) =>
      source.table === index && id !== null ? (planOf(id) ?? []) : [],
    );
    const [first] = plans;
    if (first !== undefined && plans.every(({ id }) => id !== planId)) other.set(index, first.title);
  });
  // A workbook of the other plan alone is brought in as any other plan would be: somebody chose it for this one.
  if (other.size === 0 || other.size === preview.tables.filter(({ use }) => use === 'plan').length) return preview;
  const why = 'These actions belong to another plan.';
  const byTitle = Map.groupBy(other.keys(), (index) => other.get(index) ?? '');
  const aside = [...byTitle].map(
    ([title, indexes]): PreviewAlternative => ({
      kind: 'other-cycle',
      title: title || planHeadings.action,
      why,
      tables: indexes.flatMap((index) => preview.tables[index]?.key ?? []),
      actions: preview.actions.filter(({ source }) => indexes.includes(source.table)),
    }),
  );
  return {
    ...preview,
    tables: preview.tables.map((table, index) => (other.has(index) ? { ...table, use: 'alternative', why } : table)),
    actions: preview.actions.filter(({ source }) => !other.has(source.table)),
    alternatives: [...preview.alternatives, ...aside],
    problems: preview.problems.filter(({ table }) => !other.has(table)),
  };
}
