import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { leaveBackup } from '../actions/leaveBackup.ts';
import { Button } from '../components/Button.tsx';
import { ErrorAlert } from '../components/ErrorAlert.tsx';
import { Icon } from '../components/Icon.tsx';
import { compareBackup } from '../features/backups/backupActs.ts';
import { GoBackToLookedAt } from '../features/backups/GoBackToLookedAt.tsx';
import { useWorkspace } from '../stores/workspace.ts';
import { dateAndTime } from '../text/dates.ts';
import styles from './Strip.module.css';

/** Over everything while a backup is looked at: what this is, that nothing can be changed, and the ways on. */
export function LookedAtStrip() {
  const info = useWorkspace((state) => state.info);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  if (!info?.lookedAt) return null;
  const { backupId, madeAt, cameFrom } = info.lookedAt;
  return (
    <section className={styles.strip} data-kind="notice" aria-label="A backup is shown">
      <p>
        <Icon name="look" />
        <span>
          <strong>This is the backup of {dateAndTime(madeAt)}.</strong> Nothing can be changed in it; it can be read,
          exported and printed.
        </span>
      </p>
      <span className={styles.tools}>
        <Button look="primary" onPress={() => void leaveBackup().then(setError)}>
          {cameFrom ? 'Leave it, to the workspace' : 'Leave it, to Start'}
        </Button>
        {cameFrom ? (
          <Button onPress={() => void compareBackup(backupId).then(setError)}>Compare with now</Button>
        ) : null}
        <Button onPress={() => setAsking(true)}>Go back to it…</Button>
      </span>
      {error ? <ErrorAlert error={error} /> : null}
      {asking ? (
        <GoBackToLookedAt backupId={backupId} madeAt={madeAt} canCompare={cameFrom} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  );
}
