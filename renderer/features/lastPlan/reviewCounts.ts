import type { Rag, Theme } from '#shared/model/words.ts';
import type { PlanItem } from '../plan/planItem.ts';

/** What of the review is done and what is left, for the chips and the line above the grid. */

export const reviewFilters = ['all', 'green', 'amber', 'red', 'unrated', 'reason-needed', 'undecided'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];
export type ReviewCounts = Readonly<Record<ReviewFilter, number>>;
/** An action counts under its first theme, as it is grouped; `none` is without one. */
export type ThemeFilter = Theme | 'none';

/** Every red needs a reason: it goes into the submission. */
export const needsReason = ({ current }: Pick<PlanItem, 'current'>): boolean =>
  current?.rag === 'red' && current.explanation.trim() === '';

export const themeOf = ({ action }: PlanItem): ThemeFilter => action.themes[0] ?? 'none';

/** `decided` holds the ids of the actions of which it is known what becomes of them. */
export function passes(item: PlanItem, filter: ReviewFilter, decided: { has(id: string): boolean }): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'reason-needed':
      return needsReason(item);
    case 'undecided':
      return !decided.has(item.action.id);
    default:
      return (item.current?.rag ?? 'unrated') === filter;
  }
}

export function countReview(items: readonly PlanItem[], decided: { has(id: string): boolean }): ReviewCounts {
  const counts = { all: items.length, green: 0, amber: 0, red: 0, unrated: 0, 'reason-needed': 0, undecided: 0 };
  for (const item of items) {
    counts[item.current?.rag ?? 'unrated'] += 1;
    if (needsReason(item)) counts['reason-needed'] += 1;
    if (!decided.has(item.action.id)) counts.undecided += 1;
  }
  return counts;
}

export interface ReviewPart {
  readonly words: string;
  /** The actions that the words are about; null where there is nothing left to do. */
  readonly filter: Exclude<ReviewFilter, 'all' | Rag> | null;
}

/** "All 34 rated", "2 reds still need a reason", "12 without a decision on what happens next". */
export function reviewParts(counts: ReviewCounts): readonly ReviewPart[] {
  const { all, unrated, undecided } = counts;
  const reasons = counts['reason-needed'];
  if (unrated === 0 && reasons === 0 && undecided === 0)
    return [
      {
        words: `All ${all} rated${counts.red > 0 ? ', every red has its reason' : ''}, and what happens next is decided for each`,
        filter: null,
      },
    ];
  const rated: ReviewPart =
    unrated === 0
      ? { words: `All ${all} rated`, filter: null }
      : { words: `${unrated} of ${all} not yet rated`, filter: 'unrated' };
  const parts: ReviewPart[] = [rated];
  if (reasons > 0)
    parts.push({
      words: `${reasons} ${reasons === 1 ? 'red still needs' : 'reds still need'} a reason`,
      filter: 'reason-needed',
    });
  if (undecided > 0) parts.push({ words: `${undecided} undecided on what happens next`, filter: 'undecided' });
  return parts;
}

/** What the rating suggests for an action of which nothing is decided. Never applied by itself. */
export function suggestedOutcome(rag: Rag | null): 'done' | 'continued' | null {
  if (rag === null) return null;
  return rag === 'green' ? 'done' : 'continued';
}
