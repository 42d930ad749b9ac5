import type { Action, Lineage } from '#shared/model/tables.ts';
import type { LineageKind } from '#shared/model/words.ts';

/** A reviewer, and whoever leads next, will ask why an action was given up; of one that was done the rating tells. */
export function reasonProblem(kind: LineageKind, reason: string): string | null {
  if ((kind !== 'dropped' && kind !== 'superseded') || reason.trim() !== '') return null;
  return kind === 'dropped'
    ? 'Say why the action is dropped: its reason stands in the review.'
    : 'Say what the action was superseded by: its reason stands in the review.';
}

/** Only a merger has several origins; the other kinds say what became of one action. */
export function originsProblem(kind: LineageKind, origins: number): string | null {
  if (kind === 'merged' && origins < 2) return 'Merging takes two or more actions of the last plan.';
  if (kind !== 'merged' && origins > 1)
    return 'Only merging carries several actions into one. Choose one, or merge them.';
  return null;
}

/** An action goes on in a later plan, never in its own. */
export const samePlanProblem = (from: readonly Pick<Action, 'planId'>[], toPlanId: string): string | null =>
  from.some((action) => action.planId === toPlanId)
    ? 'An action is carried forward into another plan, not into its own.'
    : null;

/**
 * The earlier decisions about an action that a new one replaces. Deciding again replaces what was decided; only a
 * split adds to earlier splits, since that is what makes it one. The log keeps what is taken away.
 */
export function replacedBy(earlier: readonly Lineage[], kind: LineageKind): readonly Lineage[] {
  return kind === 'split' ? earlier.filter((each) => each.kind !== 'split') : earlier;
}

/**
 * What an action takes with it into the next plan: everything but its dates, which belong to the old plan, its
 * progress, which is told there, and the notes kept for oneself.
 */
export const carriedFields = ({
  ref,
  themes,
  objective,
  text,
  lead,
  supporting,
  successMeasure,
  resources,
  impactEvidence,
}: Action) => ({ ref, themes, objective, text, lead, supporting, successMeasure, resources, impactEvidence });
