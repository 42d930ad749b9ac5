import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Something that folds away under its title. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
