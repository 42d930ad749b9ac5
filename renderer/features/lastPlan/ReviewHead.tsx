import { useState } from 'react';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useFolding } from '../../stores/folding.ts';
import { useInstitution } from '../../stores/views.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfTheme, RagByTheme, ragByThemeId } from './RagByTheme.tsx';
import { ReviewLine } from './ReviewLine.tsx';
import type { ReviewFilter, ReviewPart } from './reviewCounts.ts';
import type { Review } from './useReview.ts';

/** In a lower window the rows of the grid need the height more; the bars are one press away. */
const tallWindow = 1000;

interface ReviewHeadProps {
  readonly review: Review;
  /** Leads to the first action that is unrated, lacks its reason or is undecided. */
  readonly onLead: (filter: NonNullable<ReviewPart['filter']>) => void;
  /** How many actions are selected. */
  readonly selected: number;
  /** Leads to what can be done with all that are selected. */
  readonly onSelected: () => void;
}

/** What stands above the grid of the review: how far it is, how each theme went, and which actions are shown. */
export function ReviewHead({ review, onLead, selected, onSelected }: ReviewHeadProps) {
  const { items, counts, total, filter, theme, setFilter, setTheme } = review;
  const institution = useInstitution();
  const [openAtFirst] = useState(() => window.innerHeight >= tallWindow);
  const [open, setOpen] = useFolding('RAG by theme', openAtFirst);
  const chips: readonly { readonly id: ReviewFilter; readonly label: string; readonly count: number }[] = [
    { id: 'all', label: 'All', count: counts.all },
    { id: 'green', label: 'Green', count: counts.green },
    { id: 'amber', label: 'Amber', count: counts.amber },
    { id: 'red', label: 'Red', count: counts.red },
    { id: 'unrated', label: 'Not rated', count: counts.unrated },
    ...optional('reason-needed', 'Reason needed'),
    ...optional('undecided', 'Undecided'),
  ];
  // Only where there is something to find, or where the chip is on and must be turned off again.
  function optional(id: ReviewFilter, label: string) {
    return counts[id] > 0 || filter === id ? [{ id, label, count: counts[id] }] : [];
  }
  return (
    <>
      <ReviewLine counts={total} onLead={onLead}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={open ? ragByThemeId : undefined}
          onClick={() => setOpen(!open)}
        >
          RAG by theme <Icon name={open ? 'up' : 'down'} />
        </button>
      </ReviewLine>
      {open ? <RagByTheme items={items} institution={institution} value={theme} onChange={setTheme} /> : null}
      <div className={styles.tools}>
        <ChipGroup<ReviewFilter> label="Show" chips={chips} value={filter} onChange={setFilter} />
        {theme === null ? null : (
          <span className={styles.facts}>
            Only {nameOfTheme(theme, institution)}
            <button type="button" className={styles.link} onClick={() => setTheme(null)}>
              Show every theme
            </button>
          </span>
        )}
        {selected > 1 ? (
          <button
            type="button"
            className={styles.several}
            aria-label={`${selected} selected: rate or decide`}
            onClick={onSelected}
          >
            {selected} selected <Icon name="panel" />
          </button>
        ) : null}
      </div>
    </>
  );
}
