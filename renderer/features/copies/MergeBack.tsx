import { useEffect, useRef, useState } from 'react';
import type { MergeChoice, MergePreview, MergeReport } from '#shared/contract/handover.ts';
import type { AppError } from '#shared/errors.ts';
import { ask, run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './Copies.module.css';
import { MergeReview } from './MergeReview.tsx';

interface Read {
  readonly file: string;
  readonly preview: MergePreview;
}

/** A copy that came back: what it would bring, what is asked, and then one step that can be taken back. */
export function MergeBack({ onReviewing }: { readonly onReviewing: (reviewing: boolean) => void }) {
  const [job, setJob] = useState<{ readonly id: string; readonly label: string } | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [report, setReport] = useState<MergeReport | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => onReviewing(read !== null), [read, onReviewing]);

  const look = async ({ token }: Pick<HeldFileName, 'token'>): Promise<void> => {
    const id = crypto.randomUUID();
    setJob({ id, label: 'Reading the copy' });
    setRead(null);
    setReport(null);
    setError(null);
    const result = await ask('merge.read', { file: token, jobId: id });
    setJob(null);
    if (result.ok) setRead({ file: token, preview: result.value });
    else if (result.error.code !== 'cancelled') setError(result.error);
  };
  const merge = async (
    { file, preview }: Read,
    leftOut: readonly string[],
    choices: readonly { readonly key: string; readonly choice: MergeChoice }[],
  ): Promise<void> => {
    const id = crypto.randomUUID();
    setJob({ id, label: 'Merging the copy' });
    setError(null);
    const result = await ask('merge.apply', { file, seen: preview.seen, leftOut, choices, jobId: id });
    setJob(null);
    if (result.ok) {
      setRead(null);
      setReport(result.value);
    } else if (result.error.code !== 'cancelled') setError(result.error);
  };
  return (
    <section className={styles.panel} aria-labelledby="merge-back">
      <h2 id="merge-back">Merge a copy back</h2>
      <p>The file itself is not changed. What comes in is one step, after a backup, and can be undone.</p>
      {error ? (
        <ErrorAlert
          error={error}
          {...(error.code === 'conflict' && read
            ? { action: <Button onPress={() => void look({ token: read.file })}>Read the copy again</Button> }
            : {})}
        />
      ) : null}
      {job ? <Progress label={job.label} value={null} /> : null}
      {report ? <Report report={report} /> : null}
      {read ? (
        <MergeReview
          // Another reading begins with nothing decided.
          key={`${read.preview.seen.sha256} ${read.preview.seen.change}`}
          preview={read.preview}
          isMerging={job !== null}
          onMerge={(leftOut, choices) => void merge(read, leftOut, choices)}
          onStop={() => setRead(null)}
        />
      ) : job === null ? (
        <DropArea
          label="Drop the copy that came back here"
          accept={['.tcplan']}
          purpose="merge-copy"
          onFile={(file) => void look(file)}
        />
      ) : null}
    </section>
  );
}

function Report({ report }: { readonly report: MergeReport }) {
  const undo = useWorkspace((state) => state.history.undo);
  const sentence = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; whoever pressed it goes on here.
  useEffect(() => sentence.current?.focus(), []);
  return (
    <div className={styles.report}>
      <p role="status" ref={sentence} tabIndex={-1}>
        <strong>{report.sentence}.</strong>
      </p>
      {report.notes.length > 0 ? (
        <ul>
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {undo === report.sentence ? <Button onPress={() => void run('history.undo', {})}>Undo the merge</Button> : null}
    </div>
  );
}
