import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  /** Open at first, and opened when this becomes true; folding it away is then up to the person. */
  readonly isOpen?: boolean;
  /** For contents that are made only while somebody looks at them. */
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** Something that folds away under its title. */
export function Disclosure({ title, isOpen = false, onToggle, children }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isOpen && details.current) details.current.open = true;
  }, [isOpen]);
  return (
    <details ref={details} className={styles.disclosure} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
