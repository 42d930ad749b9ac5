import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { saveHeldFile } from '../signOff/useFileExport.ts';
import styles from './Copies.module.css';

/** In a copy: whose it is, and the way back. */
export function OriginNote() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const sendBack = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const made = await ask('handover.sendBack', {});
    const failed = made.ok ? await saveHeldFile(made.value) : made.error;
    setBusy(false);
    setError(failed);
  };
  const origins = useWorkspace((state) => state.rows.origin);
  const [origin] = origins.values();
  if (!origin) return null;
  return (
    <section className={styles.origin} aria-labelledby="this-copy">
      <h2 id="this-copy">This workspace is a copy</h2>
      <p>
        {origin.byName} handed it over to {origin.toName} on {dayAndTime(origin.handedAt)}
        {origin.withInternal
          ? ', with its whole history'
          : ', without technician voice that must stay inside; its history begins there'}
        . When you are done, save it as one file and send that to {origin.byName}, who merges it under Copies.
      </p>
      {error ? <ErrorAlert error={error} /> : null}
      <Button look="primary" isBusy={busy} onPress={() => void sendBack()}>
        Save the file to send back
      </Button>
      <p className={styles.meta}>
        Sign-off, issued documents and imports that are recorded here stay here: they belong to the workspace in which
        they happened.
      </p>
    </section>
  );
}
