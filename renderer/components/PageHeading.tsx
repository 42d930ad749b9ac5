import { type ReactNode, useEffect, useRef } from 'react';
import { useRoute } from '../stores/route.ts';
import styles from './PageHeading.module.css';

interface PageHeadingProps {
  readonly title: string;
  readonly lede?: string;
  /** Tools beside the heading. */
  readonly children?: ReactNode;
}

/** The heading of a screen. It takes the focus when the screen changes, so that a screen reader begins here. */
export function PageHeading({ title, lede, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const screen = useRoute((state) => state.path.split('/').slice(0, 3).join('/'));
  const shown = useRef<string | null>(null);
  useEffect(() => {
    document.title = `${title} · Technician Commitment Planner`;
  }, [title]);
  useEffect(() => {
    const [, room] = screen.split('/');
    // Another row of the same screen is no other screen: the focus stays where the person is working.
    const place = room === 'question' || room === 'import' ? screen : (room ?? '');
    if (shown.current !== place) {
      shown.current = place;
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body || activeElement.closest('nav'))
        heading.current?.focus({ preventScroll: true });
    }
  }, [screen]);
  return (
    <header className={styles.head}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lede ? <p className={styles.lede}>{lede}</p> : null}
      </div>
      {children ? <div className={styles.tools}>{children}</div> : null}
    </header>
  );
}
