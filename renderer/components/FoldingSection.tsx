import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useFolding } from '../stores/folding.ts';
import styles from './FoldingSection.module.css';

interface FoldingSectionProps {
  readonly title: string;
  /** How much there is, said while it is folded away as well. */
  readonly count?: number;
  /** Open until somebody folds it away; what is looked at seldom begins folded. */
  readonly openAtFirst?: boolean;
  /** Made only while it is unfolded: the inspector follows the focus at every press of an arrow. */
  readonly children: () => ReactNode;
}

/** A section of the inspector that folds away under its heading and stays so from one record to the next. */
export function FoldingSection({ title, count, openAtFirst = true, children }: FoldingSectionProps) {
  const [open, setOpen] = useFolding(title, openAtFirst);
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
        if (now !== open) setOpen(now);
      }}
    >
      <summary className={styles.summary}>
        <h3 className={styles.title}>
          {title} {count === undefined || count === 0 ? null : <span className={styles.count}>{count}</span>}
        </h3>
      </summary>
      {open ? children() : null}
    </details>
  );
}
