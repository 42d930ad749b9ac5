import { type ReactNode, useState } from 'react';
import styles from '../../components/Disclosure.module.css';

interface UnfoldingProps {
  readonly title: string;
  readonly children: () => ReactNode;
}

/** Something that folds away and is made only once it is unfolded: the record changes at every press of an arrow. */
export function Unfolding({ title, children }: UnfoldingProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.disclosure} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? children() : null}
    </details>
  );
}
