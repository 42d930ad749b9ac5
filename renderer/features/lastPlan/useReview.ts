import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { useRatings } from '../../stores/views.ts';
import { outcomeWords, useOutcomes } from '../plan/outcomes.ts';
import type { PlanItem } from '../plan/planItem.ts';
import { itemsOf } from '../plan/planItems.ts';
import {
  countReview,
  passes,
  type ReviewCounts,
  type ReviewFilter,
  type ThemeFilter,
  themeOf,
} from './reviewCounts.ts';

export interface Review {
  /** Every action of the plan, with its ratings; `note` says what becomes of it. */
  readonly items: readonly PlanItem[];
  /** Those that the chips and the theme leave. */
  readonly shown: readonly PlanItem[];
  /** Within the chosen theme, as the chips count. */
  readonly counts: ReviewCounts;
  /** Of the whole plan. */
  readonly total: ReviewCounts;
  readonly filter: ReviewFilter;
  readonly theme: ThemeFilter | null;
  readonly setFilter: (filter: ReviewFilter) => void;
  readonly setTheme: (theme: ThemeFilter | null) => void;
  /** Shows every action again, for what leads to one that may not be shown. */
  readonly showAll: () => void;
}

/** The actions of the last plan as the review looks at them: rated or not, decided or not, and which are shown. */
export function useReview(actions: readonly Action[]): Review {
  const ratings = useRatings();
  const outcomes = useOutcomes();
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const [theme, setTheme] = useState<ThemeFilter | null>(null);
  const items = useMemo(
    () =>
      itemsOf(actions, ratings, (action) => {
        const own = outcomes.get(action.id) ?? [];
        return { note: outcomeWords(own, action), outcome: own[0]?.lineage.kind ?? null };
      }),
    [actions, ratings, outcomes],
  );
  const inTheme = useMemo(
    () => (theme === null ? items : items.filter((item) => themeOf(item) === theme)),
    [items, theme],
  );
  const shown = useMemo(
    () => (filter === 'all' ? inTheme : inTheme.filter((item) => passes(item, filter, outcomes))),
    [inTheme, filter, outcomes],
  );
  const total = useMemo(() => countReview(items, outcomes), [items, outcomes]);
  const counts = useMemo(
    () => (theme === null ? total : countReview(inTheme, outcomes)),
    [theme, total, inTheme, outcomes],
  );
  const showAll = useCallback(() => {
    setFilter('all');
    setTheme(null);
  }, []);
  // A theme that its last action has left cannot be pressed again to show all.
  const isThemeGone = theme !== null && inTheme.length === 0;
  useEffect(() => {
    if (isThemeGone) setTheme(null);
  }, [isThemeGone]);
  return { items, shown, counts, total, filter, theme, setFilter, setTheme, showAll };
}
