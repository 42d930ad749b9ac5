import { useEffect, useRef, useState } from 'react';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { notify } from '../../stores/notices.ts';
import { longDate } from '../../text/dates.ts';
import { errorText } from '../../text/errors.ts';
import { ActionsPreview } from './ActionsPreview.tsx';
import { type Blanks, type Choices, chosen, firstChoices, keptChoices, takenActions } from './choices.ts';
import { HowItWasRead } from './HowItWasRead.tsx';
import type { Report } from './ImportReport.tsx';
import styles from './ImportScreen.module.css';
import { blankWords } from './importWords.ts';
import { Problems } from './Problems.tsx';
import type { Previewed } from './useImportReading.ts';

interface PreviewReviewProps {
  readonly plan: 'last' | 'next';
  readonly planId: string;
  readonly previewed: Previewed;
  readonly corrections: ImportCorrections;
  /** A correction is being read again. */
  readonly busy: boolean;
  readonly onCorrect: (corrections: ImportCorrections) => void;
  readonly onChooseAnother: () => void;
  readonly onApplied: (report: Report) => void;
}

/** Leads to an action of the preview; a new serial leads there again. */
export interface PreviewPlace {
  readonly key: string;
  readonly serial: number;
}

/** What was understood, what it would change, and the tick for each action. */
export function PreviewReview(props: PreviewReviewProps) {
  const { plan, planId, previewed, corrections, busy, onCorrect, onChooseAnother, onApplied } = props;
  const { preview, previewId, importedBefore } = previewed;
  const [choices, setChoices] = useState<Choices>(() => firstChoices(preview));
  const [blanks, setBlanks] = useState<Blanks>('keep');
  const [applying, setApplying] = useState(false);
  const [place, setPlace] = useState<PreviewPlace | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    setChoices((before) => keptChoices(before, preview));
  }, [preview]);
  const selected = chosen(choices);
  const twice = [...takenActions(choices).values()].filter((keys) => keys.length > 1).length;

  const apply = async (): Promise<void> => {
    setApplying(true);
    const result = await ask('import.apply', { previewId, choices: selected, blanks });
    setApplying(false);
    if (result.ok) onApplied({ ...result.value, fileName: preview.source.fileName });
    else if (result.error.code === 'import-preview-expired') {
      // The plan has changed since it was compared: compare again, and leave the decision to the person.
      notify({
        kind: 'problem',
        message: `${errorText(result.error).message} The file has been compared with the plan again. Nothing was brought in yet.`,
      });
      onCorrect(corrections);
    } else showError(result.error);
  };

  return (
    <div aria-busy={busy}>
      <div className={styles.source}>
        <h2 ref={heading} tabIndex={-1}>
          {preview.source.fileName}
        </h2>
        <Button look="quiet" onPress={onChooseAnother}>
          Choose another file
        </Button>
        {busy ? <span className={styles.meta}>Reading it again…</span> : null}
      </div>
      {importedBefore ? (
        <p className={styles.warning}>
          This same file was brought in on {longDate(importedBefore.slice(0, 10))}. Bringing it in again changes only
          what differs.
        </p>
      ) : null}
      <HowItWasRead preview={preview} plan={plan} corrections={corrections} onCorrect={onCorrect} />
      <Problems preview={preview} onGo={(key) => setPlace((last) => ({ key, serial: (last?.serial ?? 0) + 1 }))} />
      <ActionsPreview
        preview={preview}
        planId={planId}
        choices={choices}
        blanks={blanks}
        place={place}
        onChange={setChoices}
      />
      <fieldset className={styles.blanks}>
        <legend>Blank cells in the file</legend>
        {blankWords.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="blanks" checked={blanks === value} onChange={() => setBlanks(value)} /> {label}
          </label>
        ))}
      </fieldset>
      <div className={styles.footer}>
        <Button
          look="primary"
          isDisabled={selected.length === 0 || applying || busy || twice > 0}
          onPress={() => void apply()}
        >
          {selected.length === 0
            ? 'Nothing is ticked'
            : `Bring in ${selected.length} ${selected.length === 1 ? 'action' : 'actions'}`}
        </Button>
        <span className={styles.meta}>
          {twice > 0
            ? `${twice === 1 ? 'One action' : `${twice} actions`} of the plan would be changed by two rows of the file. Make one of them new, or leave it out.`
            : 'A backup is made first, and the whole import can be undone at any later time.'}
        </span>
      </div>
    </div>
  );
}
