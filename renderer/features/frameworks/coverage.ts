import type { Action, Answer, Evidence, FrameworkItem, Institution, Voice } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import { currentCycle } from '../../stores/views.ts';
import type { Rows } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';

/** What an item of a framework is served by; nothing of it lies in the bin. */
export interface Served {
  readonly actions: readonly Action[];
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  readonly voice: readonly Voice[];
}

/** Along what the coverage is laid out: what serves an item, the themes of its actions, or the cycles. */
export type CoverageBy = 'kind' | 'theme' | 'cycle';

export interface CoverageRow {
  readonly item: FrameworkItem;
  /** One number for each column. */
  readonly counts: readonly number[];
}

export interface Coverage {
  readonly columns: readonly string[];
  readonly rows: readonly CoverageRow[];
  /** The gaps as sentences, so that nobody has to look for the empty cells. */
  readonly gaps: readonly string[];
}

type ServingRows = Pick<Rows, 'link' | 'action' | 'answer' | 'evidence' | 'voice'>;

/** What serves each item, by its id. Links run from the item, or from voice to the item. */
export function servedBy(rows: ServingRows): (itemId: string) => Served {
  const served = new Map<string, { actions: Action[]; answers: Answer[]; evidence: Evidence[]; voice: Voice[] }>();
  const of = (id: string) => {
    const known = served.get(id) ?? { actions: [], answers: [], evidence: [], voice: [] };
    served.set(id, known);
    return known;
  };
  for (const { sourceKind, sourceId, targetKind, target } of rows.link.values()) {
    if (sourceKind === 'frameworkItem') {
      const own = of(sourceId);
      const action = targetKind === 'action' ? rows.action.get(target) : undefined;
      const answer = targetKind === 'answer' ? rows.answer.get(target) : undefined;
      const evidence = targetKind === 'evidence' ? rows.evidence.get(target) : undefined;
      if (action && !action.binned) own.actions.push(action);
      if (answer) own.answers.push(answer);
      if (evidence && !evidence.binned) own.evidence.push(evidence);
    } else if (targetKind === 'frameworkItem') {
      const voice = sourceKind === 'voice' ? rows.voice.get(sourceId) : undefined;
      const evidence = sourceKind === 'evidence' ? rows.evidence.get(sourceId) : undefined;
      if (voice && !voice.binned) of(target).voice.push(voice);
      if (evidence && !evidence.binned) of(target).evidence.push(evidence);
    }
  }
  return (itemId) => served.get(itemId) ?? { actions: [], answers: [], evidence: [], voice: [] };
}

interface Column {
  readonly title: string;
  readonly count: (served: Served) => number;
}

/** How the items of one framework are covered. */
export function coverageOf(
  rows: Rows,
  items: readonly FrameworkItem[],
  by: CoverageBy,
  institution: Institution | null,
): Coverage {
  const served = servedBy(rows);
  const columns = columnsOf(
    rows,
    items.map(({ id }) => served(id)),
    by,
    institution,
  );
  const table = items.map((item) => ({ item, counts: columns.map(({ count }) => count(served(item.id))) }));
  return { columns: columns.map(({ title }) => title), rows: table, gaps: gapsInWords(rows, items, served, by) };
}

function columnsOf(
  rows: Rows,
  all: readonly Served[],
  by: CoverageBy,
  institution: Institution | null,
): readonly Column[] {
  const cycle = currentCycle(rows);
  const ofPlan = (planId: string | undefined) => (served: Served) =>
    served.actions.filter((action) => action.planId === planId);
  switch (by) {
    case 'kind': {
      const isEarlier = ({ planId }: Action): boolean => planId !== cycle?.newPlanId && planId !== cycle?.lastPlanId;
      const earlier: Column = {
        title: 'Actions of earlier plans',
        count: ({ actions }) => actions.filter(isEarlier).length,
      };
      return [
        { title: 'Actions of the new plan', count: (served) => ofPlan(cycle?.newPlanId)(served).length },
        { title: 'Actions of the last plan', count: (served) => ofPlan(cycle?.lastPlanId)(served).length },
        ...(all.some((served) => earlier.count(served) > 0) ? [earlier] : []),
        { title: 'Answers', count: ({ answers }) => answers.length },
        { title: 'Evidence', count: ({ evidence }) => evidence.length },
        { title: 'Technician voice', count: ({ voice }) => voice.length },
      ];
    }
    case 'theme': {
      const planned = ofPlan(cycle?.newPlanId);
      const withTheme = (theme: Theme): Column => ({
        title: themeName(theme, institution),
        count: (served) => planned(served).filter((action) => action.themes.includes(theme)).length,
      });
      const without: Column = {
        title: 'No theme yet',
        count: (served) => planned(served).filter((action) => action.themes.length === 0).length,
      };
      return [...themes.map(withTheme), ...(all.some((served) => without.count(served) > 0) ? [without] : [])];
    }
    case 'cycle': {
      const cycles = [...rows.cycle.values()].toSorted(
        (a, b) => a.createdAt.localeCompare(b.createdAt) || a.stage - b.stage,
      );
      const written = new Set(cycles.map(({ newPlanId }) => newPlanId));
      const before: Column = {
        title: 'Plans before',
        count: ({ actions }) => actions.filter(({ planId }) => !written.has(planId)).length,
      };
      return [
        ...(all.some((served) => before.count(served) > 0) ? [before] : []),
        ...cycles.map(
          ({ id, stage, newPlanId }): Column => ({
            title: `Stage ${stage}`,
            count: (served) =>
              ofPlan(newPlanId)(served).length + served.answers.filter((answer) => answer.cycleId === id).length,
          }),
        ),
      ];
    }
  }
}

function gapsInWords(
  rows: Rows,
  items: readonly FrameworkItem[],
  served: (itemId: string) => Served,
  by: CoverageBy,
): readonly string[] {
  const newPlanId = currentCycle(rows)?.newPlanId;
  const without = (has: (served: Served) => boolean): readonly FrameworkItem[] =>
    items.filter((item) => !has(served(item.id)));
  const planned = ({ actions }: Served): readonly Action[] => actions.filter(({ planId }) => planId === newPlanId);
  const sentence = (start: string, gap: readonly FrameworkItem[]): readonly string[] =>
    gap.length === 0 ? [] : [`${start} ${inList(gap)}.`];
  const unplanned = sentence(
    'No action of the new plan serves',
    without((each) => planned(each).length > 0),
  );
  switch (by) {
    case 'kind':
      return [
        ...unplanned,
        ...sentence(
          'No evidence is linked to',
          without(({ evidence }) => evidence.length > 0),
        ),
        ...sentence(
          'No technician voice is linked to',
          without(({ voice }) => voice.length > 0),
        ),
      ];
    case 'theme':
      return [
        ...unplanned,
        ...sentence(
          'Under one theme only:',
          items.filter(({ id }) => new Set(planned(served(id)).flatMap((action) => action.themes)).size === 1),
        ),
      ];
    case 'cycle':
      return sentence(
        'In no cycle is anything written for',
        without(({ actions, answers }) => actions.length + answers.length > 0),
      );
  }
}

/** "P1, P4 and P7"; where items have no code, by their titles. */
function inList(items: readonly FrameworkItem[]): string {
  const names = items.map(({ code, title }) => code.trim() || `“${title.trim()}”`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The actions of the new plan that serve no item of any framework. */
export function unmappedActions(rows: Rows, items: readonly FrameworkItem[]): readonly Action[] {
  const newPlanId = currentCycle(rows)?.newPlanId;
  const known = new Set(items.map(({ id }) => id));
  const mapped = new Set(
    [...rows.link.values()].flatMap(({ sourceKind, sourceId, target }) =>
      sourceKind === 'frameworkItem' && known.has(sourceId) ? [target] : [],
    ),
  );
  return [...rows.action.values()]
    .filter((action) => action.planId === newPlanId && !action.binned && !mapped.has(action.id))
    .sort((one, other) => one.position - other.position);
}
