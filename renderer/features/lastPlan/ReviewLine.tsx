import type { ReactNode } from 'react';
import styles from './ReviewLine.module.css';
import { type ReviewCounts, type ReviewPart, reviewParts } from './reviewCounts.ts';

interface ReviewLineProps {
  readonly counts: ReviewCounts;
  /** Leads to the first action that the words are about. */
  readonly onLead: (filter: NonNullable<ReviewPart['filter']>) => void;
  /** What stands at the end of the line. */
  readonly children?: ReactNode;
}

/** How far the review is: "All 34 rated · 2 reds still need a reason". What is left leads to where it is left. */
export function ReviewLine({ counts, onLead, children }: ReviewLineProps) {
  return (
    <div className={styles.line}>
      <ul className={styles.parts} aria-label="How far the review is">
        {reviewParts(counts).map(({ words, filter }) => (
          <li key={words}>
            {filter === null ? (
              words
            ) : (
              <button
                type="button"
                className={styles.lead}
                data-urgent={filter === 'reason-needed' || undefined}
                onClick={() => onLead(filter)}
              >
                {words}
              </button>
            )}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
