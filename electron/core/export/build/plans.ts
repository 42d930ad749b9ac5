import type { Action, Institution, Lineage, Plan, Rating } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type {
  NewPlan,
  PlanGroup,
  PlannedAction,
  ReviewedAction,
  ReviewedPlan,
  SubmissionAction,
} from '../submission.ts';
import type { DocumentWords } from '../word/documentWords.ts';
import { actionLabel } from './actionLabel.ts';
import { type FrameworkGroups, frameworkGroups, itemTitle, type PlanGrouping } from './frameworkGroups.ts';
import { themeTitle } from './themeTitles.ts';

export function buildReviewedPlan(
  rows: TableAccess,
  plan: Plan,
  institution: Institution | undefined,
  words: DocumentWords,
  by: PlanGrouping = 'theme',
): ReviewedPlan {
  const lineage = groupBy(rows.all('lineage'), (row) => row.fromActionId);
  const ratings = groupBy(rows.all('rating', {}, ['ratedOn', 'ratedAt']), (row) => row.actionId);
  const refs = new Map(rows.all('action').map((action) => [action.id, action]));
  const review = (action: Action): Omit<ReviewedAction, keyof SubmissionAction> => {
    const newestFirst = (ratings.get(action.id) ?? []).toReversed();
    const current = newestFirst[0];
    return {
      rag: current?.rag ?? null,
      ratedOn: current?.rag ? since(newestFirst) : null,
      previousRag: newestFirst.find((rating) => rating.rag !== null && rating.rag !== current?.rag)?.rag ?? null,
      progress: current?.progress ?? '',
      explanation: current?.explanation ?? '',
      outcomes: (lineage.get(action.id) ?? [])
        .filter((row) => !isBinned(row, refs))
        .map((row) => ({ kind: row.kind, newRef: nameOf(row.toActionId, refs), reason: row.reason })),
      addedSinceSubmission: action.addedSinceSubmission,
    };
  };
  return {
    title: plan.title,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    groups: groupsOf(rows, plan, themesOf(institution, words), by, review),
  };
}

export function buildNewPlan(
  rows: TableAccess,
  plan: Plan,
  institution: Institution | undefined,
  words: DocumentWords,
  by: PlanGrouping = 'theme',
): NewPlan {
  const lineage = groupBy(
    rows.all('lineage').filter((row) => row.toActionId !== null),
    (row) => row.toActionId ?? '',
  );
  const refs = new Map(rows.all('action').map((action) => [action.id, action]));
  const planned = (action: Action): Omit<PlannedAction, keyof SubmissionAction> => ({
    impactEvidence: action.impactEvidence,
    continues: (lineage.get(action.id) ?? []).map((row) => nameOf(row.fromActionId, refs)),
  });
  return {
    title: plan.title,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    groups: groupsOf(rows, plan, themesOf(institution, words), by, planned),
  };
}

interface ThemeNames {
  readonly of: (theme: Theme) => string;
  readonly words: DocumentWords;
}
const themesOf = (institution: Institution | undefined, words: DocumentWords): ThemeNames => ({
  of: (theme) => themeTitle(theme, institution, words),
  words,
});

/** The day from which the current rating has stood without a change of colour. */
function since(newestFirst: readonly Rating[]): string | null {
  const current = newestFirst[0]?.rag;
  const changed = newestFirst.findIndex((rating) => rating.rag !== current);
  return (changed === -1 ? newestFirst.at(-1) : newestFirst[changed - 1])?.ratedOn ?? null;
}

/** One group a theme, by an action's first theme, or one an item of a framework; actions without one come last. */
function groupsOf<Extra extends object>(
  rows: TableAccess,
  plan: Plan,
  names: ThemeNames,
  by: PlanGrouping,
  extra: (action: Action) => Extra,
): readonly PlanGroup<SubmissionAction & Extra>[] {
  const actions = rows.all('action', { planId: plan.id }, ['position']).filter((action) => !action.binned);
  if (by !== 'theme') return groupsByItem(frameworkGroups(rows, by.framework), actions, names, extra);
  return [...themes, null]
    .map((theme) => ({
      key: theme ?? 'no-theme',
      title: theme ? names.of(theme) : names.words.plan.noTheme,
      actions: actions
        .filter((action) => (action.themes[0] ?? null) === theme)
        .map((action) => ({ ...common(action, otherThemes(action, theme, names)), ...extra(action) })),
    }))
    .filter((group) => group.actions.length > 0);
}

/** What an action serves besides its group: the other items, and its themes, which no heading says then. */
function groupsByItem<Extra extends object>(
  { title, items, itemsOf }: FrameworkGroups,
  actions: readonly Action[],
  names: ThemeNames,
  extra: (action: Action) => Extra,
): readonly PlanGroup<SubmissionAction & Extra>[] {
  return [...items, null]
    .map((item) => ({
      key: item?.id ?? 'no-item',
      title: item ? itemTitle(item) : names.words.plan.noItem(title),
      actions: actions
        .filter((action) => (itemsOf(action.id)[0]?.id ?? null) === (item?.id ?? null))
        .map((action) => {
          const others = itemsOf(action.id).slice(1).map(itemTitle);
          return { ...common(action, [...others, ...otherThemes(action, null, names)]), ...extra(action) };
        }),
    }))
    .filter((group) => group.actions.length > 0);
}

const otherThemes = ({ themes: own }: Action, theme: Theme | null, names: ThemeNames): readonly string[] =>
  own.filter((other) => other !== theme).map(names.of);

function common(action: Action, alsoUnder: readonly string[]): SubmissionAction {
  const { id, ref, objective, text, lead, supporting, startText, startOn, dueText, dueOn, successMeasure, resources } =
    action;
  return {
    id,
    ref,
    themes: action.themes,
    alsoUnder,
    objective,
    text,
    lead,
    supporting,
    startText,
    startOn,
    dueText,
    dueOn,
    successMeasure,
    resources,
  };
}

const isBinned = (row: Lineage, actions: ReadonlyMap<string, Action>): boolean =>
  row.toActionId !== null && (actions.get(row.toActionId)?.binned ?? true);

function nameOf(id: string | null, actions: ReadonlyMap<string, Action>): string {
  const action = id === null ? undefined : actions.get(id);
  return action ? actionLabel(action) : '';
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(items, key);
}
