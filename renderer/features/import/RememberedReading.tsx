import type { PreviewTable } from '#shared/model/importPreview.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { longDate } from '../../text/dates.ts';
import styles from './ImportScreen.module.css';

interface RememberedReadingProps<Corrections> {
  readonly table: Pick<PreviewTable, 'headerKey' | 'remembered'>;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** Says that an earlier file with the same headings was corrected, and that this one is read likewise. */
export function RememberedReading<Corrections extends { readonly remembered?: boolean | undefined }>({
  table,
  corrections,
  onCorrect,
}: RememberedReadingProps<Corrections>) {
  const { remembered } = table;
  if (remembered === null)
    return corrections.remembered === false && table.headerKey !== '' ? (
      <p className={styles.remembered}>
        <span className={styles.sentence}>Read afresh, without what was corrected for earlier files.</span>
        <Button look="quiet" onPress={() => onCorrect({ ...corrections, remembered: true })}>
          Read as corrected before
        </Button>
      </p>
    ) : null;
  const forget = async (): Promise<void> => {
    const result = await run('mapping.forget', { id: remembered.mappingId });
    if (result.ok) onCorrect(corrections);
  };
  return (
    <p className={styles.remembered}>
      <span className={styles.sentence}>
        Read as you corrected a file with the same headings on {longDate(remembered.editedAt.slice(0, 10))}.
      </span>
      <Button look="quiet" onPress={() => onCorrect({ ...corrections, remembered: false })}>
        Guess afresh
      </Button>
      <Button look="quiet" onPress={() => void forget()}>
        Forget this reading
      </Button>
    </p>
  );
}
