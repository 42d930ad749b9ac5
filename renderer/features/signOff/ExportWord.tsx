import { useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { askedOf, chooseForDocument, useDocumentChoices } from '../../stores/documentChoices.ts';
import { host } from '../../stores/host.ts';
import { useJobs } from '../../stores/jobs.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useInstitution } from '../../stores/views.ts';
import { type BeforeIssue, beforeIssue } from './beforeIssue.ts';
import { DocumentChoicesForm } from './DocumentChoicesForm.tsx';
import { useFrameworkOptions } from './groupingOptions.ts';
import styles from './SignOffScreen.module.css';
import { StillOpen } from './StillOpen.tsx';

/** Makes the Word document, and hands it to the host to be saved where the person says. */
export function ExportWord({ cycle }: { readonly cycle: Cycle }) {
  const choices = useDocumentChoices();
  const { draft } = choices;
  const frameworks = useFrameworkOptions((title) => title);
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // Kept after a failed save: the finished document is not made again for want of a folder.
  const [finished, setFinished] = useState<ChannelOutput<'export.word'> | null>(null);
  const [open, setOpen] = useState<BeforeIssue | null>(null);
  const progress = useJobs((state) => (jobId ? state.jobs[jobId] : undefined));

  const save = async (made: ChannelOutput<'export.word'>): Promise<void> => {
    const saved = await host().platform.saveFile(made.file, made.fileName);
    if (!saved.ok) setError(saved.error);
    else if (saved.value.saved) notify({ kind: 'done', message: `${made.fileName} was saved.` });
  };

  const make = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setJobId(id);
    setError(null);
    setFinished(null);
    const result = await ask('export.word', {
      cycleId: cycle.id,
      ...askedOf(choices, frameworks),
      jobId: id,
    });
    setJobId(null);
    if (result.ok) {
      setFinished(result.value);
      await save(result.value);
    } else if (result.error.code !== 'cancelled') setError(result.error);
  };

  /** Going on regardless is possible. */
  const begin = async (): Promise<void> => {
    if (draft || open !== null) {
      setOpen(null);
      await make();
      return;
    }
    const asked = await beforeIssue(cycle.id);
    if (asked) setOpen(asked);
    else await make();
  };

  const inHouseStyle = useInstitution()?.houseStyleId != null;
  return (
    <section className={styles.panel} aria-labelledby="word">
      <h2 id="word">Word document</h2>
      {error ? <ErrorAlert error={error} /> : null}
      <DocumentChoicesForm
        onChange={(choice) => {
          chooseForDocument(choice);
          if (choice.draft !== undefined) setOpen(null);
        }}
      />
      {jobId ? (
        <Progress
          label={progress?.label ?? 'Making the document'}
          value={progress?.progress ?? null}
          onStop={() => void ask('job.cancel', { jobId })}
        />
      ) : (
        <>
          {open === null ? null : <StillOpen before={open} />}
          <p className={styles.meta}>
            {inHouseStyle ? 'Printed in the house style of the institution. ' : 'Printed in the usual looks. '}
            <a href="#/institution">{inHouseStyle ? 'See what is taken over' : 'Give it a house style'}</a>
          </p>
          <div className={styles.buttons}>
            <Button look="primary" isDisabled={choices.parts.size === 0} onPress={() => void begin()}>
              {draft ? 'Export the draft' : open === null ? 'Issue this copy' : 'Issue it regardless'}
            </Button>
            <Button isDisabled={choices.parts.size === 0} onPress={() => goTo('/preview')}>
              Look at the pages
            </Button>
            {finished ? (
              <>
                <Button onPress={() => void save(finished)}>Save it again</Button>
                <span className={styles.meta}>
                  {finished.fileName}, {Math.ceil(finished.bytes / 1024)} kB, fingerprint {finished.fingerprint}
                </span>
              </>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}
