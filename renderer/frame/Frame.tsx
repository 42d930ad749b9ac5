import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { closeWorkspace } from '../actions/closeWorkspace.ts';
import { Button } from '../components/Button.tsx';
import { useInspector } from '../stores/inspector.ts';
import { useRoute } from '../stores/route.ts';
import { ClosingDialog } from './ClosingDialog.tsx';
import { Contents } from './Contents.tsx';
import { CycleCard } from './CycleCard.tsx';
import styles from './Frame.module.css';
import { LookedAtStrip } from './LookedAtStrip.tsx';
import { Notices } from './Notices.tsx';
import { NotOpenedStrip } from './NotOpenedStrip.tsx';
import { ReplacedStrip } from './ReplacedStrip.tsx';
import { TopBar } from './TopBar.tsx';
import { WorkingCopyStrip } from './WorkingCopyStrip.tsx';

/** The frame around every screen of an open workspace: contents on the left, the screen, the inspector on the right. */
export function Frame({ where, children }: { readonly where: string; readonly children: ReactNode }) {
  const inspected = useInspector((state) => state.users > 0);
  const open = useInspector((state) => state.open);
  // Folds away in a narrow window only, and again once it has led somewhere.
  const [contents, setContents] = useState(false);
  const visit = useRoute((state) => state.visit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every visit folds it, wherever it leads.
  useEffect(() => {
    setContents(false);
  }, [visit]);
  const takePlace = useCallback((place: HTMLElement | null) => useInspector.setState({ place }), []);
  return (
    <div className={styles.frame} data-inspected={inspected || undefined}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <TopBar where={where} contents={contents} onContentsChange={setContents} />
      <div className={styles.strip}>
        <LookedAtStrip />
        <ReplacedStrip />
        <NotOpenedStrip />
        <WorkingCopyStrip />
      </div>
      <nav
        className={styles.nav}
        aria-label="Contents"
        data-open={contents || undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setContents(false);
        }}
      >
        <CycleCard />
        <Contents />
        <div className={styles.leave}>
          <Button look="quiet" onPress={() => void closeWorkspace()}>
            Close the workspace
          </Button>
        </div>
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
      <ClosingDialog />
      <div className={styles.notices}>
        <Notices />
      </div>
    </div>
  );
}

/** What is shown while no workspace is open. */
export function OutsideFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.outside}>
      <div className={styles.page}>{children}</div>
      <Notices />
    </div>
  );
}
