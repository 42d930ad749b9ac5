import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { closeNow } from '../actions/closeWorkspace.ts';
import { ask } from '../actions/run.ts';
import { Button } from '../components/Button.tsx';
import { ErrorAlert } from '../components/ErrorAlert.tsx';
import { Icon } from '../components/Icon.tsx';
import { loadSession } from '../stores/load.ts';
import { useReplaced } from '../stores/replaced.ts';
import { errorText } from '../text/errors.ts';
import styles from './Strip.module.css';

/** What a file says that was whole when it was opened. */
const damaged = {
  message: 'The file of the workspace shows damage, so this was not saved.',
  remedy: 'Close it and open it again: it is looked over whole then, a copy is kept, and its backups are offered.',
};

/** Over everything once the file of the open workspace can take no more: what was kept, where, and the way on. */
export function ReplacedStrip() {
  const replaced = useReplaced((store) => store.error);
  const [failed, setFailed] = useState<AppError | null>(null);
  if (!replaced) return null;
  const { message, remedy } = replaced.code === 'workspace-damaged' ? damaged : errorText(replaced);
  const openKept = async (): Promise<void> => {
    const result = await ask('workspace.openKept', {});
    const lost = await loadSession();
    setFailed(result.ok ? lost : result.error);
  };
  return (
    <section
      className={styles.strip}
      data-kind="problem"
      aria-label={replaced.code === 'workspace-damaged' ? 'The file is damaged' : 'The file was taken away'}
    >
      <p role="alert">
        <Icon name="warning" />
        <span>
          <strong>{message}</strong> {remedy}
        </span>
      </p>
      <span className={styles.tools}>
        {replaced.detail.place ? (
          <Button look="primary" onPress={() => void openKept()}>
            Open what was kept
          </Button>
        ) : null}
        <Button onPress={() => void closeNow()}>Close the workspace</Button>
      </span>
      {failed ? <ErrorAlert error={failed} /> : null}
    </section>
  );
}
