import { type ReactNode, useCallback } from 'react';
import { useInspector } from '../stores/inspector.ts';
import { Contents } from './Contents.tsx';
import { CycleCard } from './CycleCard.tsx';
import styles from './Frame.module.css';
import { Notices } from './Notices.tsx';
import { TopBar } from './TopBar.tsx';

/** The frame around every screen of an open workspace: contents on the left, the screen, the inspector on the right. */
export function Frame({ where, children }: { readonly where: string; readonly children: ReactNode }) {
  const inspected = useInspector((state) => state.users > 0);
  const open = useInspector((state) => state.open);
  const takePlace = useCallback((place: HTMLElement | null) => useInspector.setState({ place }), []);
  return (
    <div className={styles.frame} data-inspected={inspected || undefined}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <TopBar where={where} />
      <nav className={styles.nav} aria-label="Contents">
        <CycleCard />
        <Contents />
      </nav>
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <aside
        className={styles.aside}
        aria-label="Inspector"
        data-open={open || undefined}
        ref={takePlace}
        hidden={!inspected}
      />
      <Notices />
    </div>
  );
}
