import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { saveHeldFile } from '../signOff/useFileExport.ts';
import styles from './Copies.module.css';

/** In a copy: whose it is, and the way back. */
export function OriginNote() {
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const sendBack = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setJobId(id);
    setError(null);
    const made = await ask('handover.sendBack', { jobId: id });
    setJobId(null);
    if (made.ok) setError(await saveHeldFile(made.value));
    else if (made.error.code !== 'cancelled') setError(made.error);
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
      {jobId ? (
        <Progress
          label="Making the file and checking it"
          value={null}
          onStop={() => void ask('job.cancel', { jobId })}
        />
      ) : null}
      <Button look="primary" isBusy={jobId !== null} onPress={() => void sendBack()}>
        Save the file to send back
      </Button>
      <p className={styles.meta}>
        Sign-off, issued documents and imports that are recorded here stay here: they belong to the workspace in which
        they happened.
      </p>
    </section>
  );
}
