import { useEffect, useState } from 'react';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { longDate } from '../../text/dates.ts';
import { ActionsPreview } from './ActionsPreview.tsx';
import { type Choices, chosen, firstChoices, keptChoices } from './choices.ts';
import { HowItWasRead } from './HowItWasRead.tsx';
import type { Report } from './ImportReport.tsx';
import styles from './ImportScreen.module.css';
import type { Previewed } from './ImportScreen.tsx';
import { Problems } from './Problems.tsx';

interface PreviewReviewProps {
  readonly planId: string;
  readonly previewed: Previewed;
  readonly corrections: ImportCorrections;
  /** A correction is being read again. */
  readonly busy: boolean;
  readonly onCorrect: (corrections: ImportCorrections) => void;
  readonly onChooseAnother: () => void;
  readonly onApplied: (report: Report) => void;
}

type Blanks = 'keep' | 'fill-blanks-only' | 'replace';
const blankWords: readonly { readonly value: Blanks; readonly label: string }[] = [
  { value: 'keep', label: 'A blank cell leaves what the plan says' },
  { value: 'fill-blanks-only', label: 'Only fill what is blank in the plan' },
  { value: 'replace', label: 'A blank cell empties the field' },
];

/** What was understood, what it would change, and the tick for each action. */
export function PreviewReview({
  previewed,
  corrections,
  busy,
  onCorrect,
  onChooseAnother,
  onApplied,
}: PreviewReviewProps) {
  const { preview, previewId, importedBefore } = previewed;
  const [choices, setChoices] = useState<Choices>(() => firstChoices(preview));
  const [blanks, setBlanks] = useState<Blanks>('keep');
  const [applying, setApplying] = useState(false);
  useEffect(() => setChoices((before) => keptChoices(before, preview)), [preview]);
  const selected = chosen(choices);

  const apply = async (): Promise<void> => {
    setApplying(true);
    const result = await ask('import.apply', { previewId, choices: selected, blanks });
    setApplying(false);
    if (result.ok) onApplied({ ...result.value, fileName: preview.source.fileName });
    else showError(result.error);
  };

  return (
    <div aria-busy={busy}>
      <p className={styles.source}>
        <strong>{preview.source.fileName}</strong>{' '}
        <Button look="quiet" onPress={onChooseAnother}>
          Choose another file
        </Button>
      </p>
      {importedBefore ? (
        <p className={styles.warning} role="status">
          This same file was brought in on {longDate(importedBefore.slice(0, 10))}. Bringing it in again changes only
          what differs.
        </p>
      ) : null}
      <HowItWasRead preview={preview} corrections={corrections} onCorrect={onCorrect} />
      <Problems preview={preview} />
      <ActionsPreview preview={preview} choices={choices} onChange={setChoices} />
      <fieldset className={styles.blanks}>
        <legend>Blank cells in the file</legend>
        {blankWords.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="blanks" checked={blanks === value} onChange={() => setBlanks(value)} /> {label}
          </label>
        ))}
      </fieldset>
      <div className={styles.footer}>
        <Button look="primary" isDisabled={selected.length === 0 || applying || busy} onPress={() => void apply()}>
          {selected.length === 0
            ? 'Nothing is ticked'
            : `Bring in ${selected.length} ${selected.length === 1 ? 'action' : 'actions'}`}
        </Button>
        <span className={styles.meta}>
          A backup is made first, and the whole import can be undone at any later time.
        </span>
      </div>
    </div>
  );
}
