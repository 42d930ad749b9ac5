import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask, run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './Copies.module.css';

type Made = ChannelOutput<'handover.make'>;

/** Makes one file for somebody, checks it whole, and puts it on record once it is saved. */
export function HandOver() {
  const institutions = useWorkspace((state) => state.rows.institution);
  const [institution] = institutions.values();
  const [toName, setToName] = useState('');
  const [by, setBy] = useState<string | null>(null);
  const [withInternal, setWithInternal] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const byName = by ?? institution?.contactName ?? '';

  const save = async (copy: Made): Promise<void> => {
    const saved = await host().platform.saveFile(copy.file, copy.fileName);
    if (!saved.ok) {
      setError(saved.error);
      return;
    }
    setError(null);
    // Nobody has a copy that was not saved, so nothing is on record.
    if (!saved.value.saved) return;
    const { file: _file, bytes: _bytes, ...facts } = copy;
    const recorded = await run('handover.record', facts);
    if (!recorded.ok) return;
    notify({ kind: 'done', message: `${copy.fileName} was checked and saved. Give it to ${copy.toName}.` });
    setToName('');
  };
  const make = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setJobId(id);
    setError(null);
    setMade(null);
    const result = await ask('handover.make', {
      toName: toName.trim(),
      byName: byName.trim(),
      withInternal,
      jobId: id,
    });
    setJobId(null);
    if (result.ok) {
      setMade(result.value);
      await save(result.value);
    } else if (result.error.code !== 'cancelled') setError(result.error);
  };

  return (
    <section className={styles.panel} aria-labelledby="hand-over">
      <h2 id="hand-over">Hand over a copy</h2>
      <form
        className={styles.form}
        aria-labelledby="hand-over"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <label>
          To
          <input value={toName} onChange={(event) => setToName(event.target.value)} required maxLength={200} />
        </label>
        <label>
          From
          <input value={byName} onChange={(event) => setBy(event.target.value)} required maxLength={200} />
        </label>
        <fieldset className={styles.choices}>
          <legend>What goes with it</legend>
          <label>
            <input type="radio" name="with" checked={!withInternal} onChange={() => setWithInternal(false)} />
            <span>
              Without technician voice marked internal
              <small>
                Those entries and every trace of them stay here: their words, their links, what stood in them before.
                The history, issued documents and the record of imports stay here with them.
              </small>
            </span>
          </label>
          <label>
            <input type="radio" name="with" checked={withInternal} onChange={() => setWithInternal(true)} />
            <span>
              Everything, with its whole history
              <small>For somebody who takes the work over and may read all of it.</small>
            </span>
          </label>
        </fieldset>
        {withInternal ? null : <WhatStays />}
        {error ? <ErrorAlert error={error} /> : null}
        {jobId ? (
          <Progress
            label="Making the copy and checking it"
            value={null}
            onStop={() => void ask('job.cancel', { jobId })}
          />
        ) : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            look="primary"
            isDisabled={toName.trim() === '' || byName.trim() === ''}
            isBusy={jobId !== null}
          >
            Make the copy
          </Button>
          {made ? <Button onPress={() => void save(made)}>Save it again</Button> : null}
        </div>
      </form>
    </section>
  );
}

/** How much stays behind, and where its words were quoted: taking those out is for a person. */
function WhatStays() {
  const voice = useWorkspace((state) => state.rows.voice);
  const [look, setLook] = useState<ChannelOutput<'handover.look'> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an entry that changes is why it is asked again
  useEffect(() => {
    let wanted = true;
    void ask('handover.look', {}).then((result) => {
      if (wanted && result.ok) setLook(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [voice]);
  if (!look) return null;
  const entries = look.entries === 1 ? '1 entry' : `${look.entries} entries`;
  return (
    <div className={styles.stays}>
      <p>{look.entries === 0 ? 'No entry is marked internal.' : `${entries} will stay here.`}</p>
      {look.elsewhere.length > 0 ? (
        <>
          <p>
            Words of them also stand elsewhere, and would go along. Take them out there first if they should not leave:
          </p>
          <ul>
            {look.elsewhere.map(({ voice: number, place }) => (
              <li key={`${number} ${place}`}>
                Words of voice {number} in: {place}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
