import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import styles from './FoldingSection.module.css';

interface FoldingSectionProps {
  readonly title: string;
  /** How much there is, said while it is folded away as well. */
  readonly count?: number;
  /** The level of its heading on the page. */
  readonly level?: 2 | 3;
  /** Open until somebody folds it away; what is looked at seldom begins folded. */
  readonly openAtFirst?: boolean;
  /** Made only while it is unfolded: the inspector follows the focus at every press of an arrow. */
  readonly children: () => ReactNode;
}

/** What was folded and unfolded by hand, by title: the next action's record looks as this one was left. */
const useFolding = create<{ readonly open: Readonly<Record<string, boolean>> }>(() => ({ open: {} }));

/** A section that folds away under its heading and stays so from one record to the next. */
export function FoldingSection({ title, count, level = 3, openAtFirst = true, children }: FoldingSectionProps) {
  const open = useFolding((state) => state.open[title] ?? openAtFirst);
  const Heading = level === 2 ? 'h2' : 'h3';
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (details.current && details.current.open !== open) details.current.open = open;
  }, [open]);
  return (
    <details
      ref={details}
      className={styles.section}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        // Opening by the line above makes this event as well; only a person's own folding is remembered.
        if (now !== open) useFolding.setState((state) => ({ open: { ...state.open, [title]: now } }));
      }}
    >
      <summary className={styles.summary}>
        <Heading className={styles.title}>
          {title} {count === undefined || count === 0 ? null : <span className={styles.count}>{count}</span>}
        </Heading>
      </summary>
      {open ? children() : null}
    </details>
  );
}
