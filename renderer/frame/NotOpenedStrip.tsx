import { useState } from 'react';
import type { Recovery } from '#shared/contract/workspace.ts';
import { closeWorkspace } from '../actions/closeWorkspace.ts';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { recoveryWords } from '../features/start/recoveryWords.ts';
import { useSession } from '../stores/session.ts';
import styles from './Strip.module.css';

/** Over everything when a second file could not be opened, by a double click on it: which, why, and where to go on. */
export function NotOpenedStrip() {
  const recovery = useSession((state) => state.app?.recovery ?? null);
  const [dismissed, setDismissed] = useState<Recovery | null>(null);
  if (!recovery || isSame(recovery, dismissed)) return null;
  return (
    <section className={styles.strip} data-kind="notice" aria-label="A file that was not opened">
      <p role="status">
        <Icon name="warning" />
        <span>
          <strong>
            {recovery.fileName} {recoveryWords[recovery.code].heading}.
          </strong>{' '}
          The workspace that was open stays open.
        </span>
      </p>
      <span className={styles.tools}>
        <Button onPress={() => void closeWorkspace()}>Close this one and see what can be done</Button>
        <Button look="quiet" onPress={() => setDismissed(recovery)}>
          Not now
        </Button>
      </span>
    </section>
  );
}

/** The host tells of it anew with everything it tells. */
const isSame = (one: Recovery, other: Recovery | null): boolean =>
  one.workspaceId === other?.workspaceId && one.code === other.code;
