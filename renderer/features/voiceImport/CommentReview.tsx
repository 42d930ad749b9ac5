import { useEffect, useRef, useState } from 'react';
import type { CommentCorrections } from '#shared/model/commentPreview.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { longDate } from '../../text/dates.ts';
import styles from '../import/ImportScreen.module.css';
import { CommentColumns } from './CommentColumns.tsx';
import type { PreviewedComments } from './CommentImportScreen.tsx';
import type { CommentsReport } from './CommentReport.tsx';
import { CommentsPreview } from './CommentsPreview.tsx';
import { ForAllFields } from './ForAllFields.tsx';
import { HowCommentsWereRead } from './HowCommentsWereRead.tsx';

interface CommentReviewProps {
  readonly previewed: PreviewedComments;
  readonly corrections: CommentCorrections;
  /** A correction is being read again. */
  readonly busy: boolean;
  readonly onCorrect: (corrections: CommentCorrections) => void;
  readonly onChooseAnother: () => void;
  readonly onApplied: (report: CommentsReport) => void;
}

/** What was understood of a file of comments, and the tick for each. */
export function CommentReview(props: CommentReviewProps) {
  const { previewed, corrections, busy, onCorrect, onChooseAnother, onApplied } = props;
  const { preview, previewId, importedBefore } = previewed;
  // What the person ticked or unticked; everything else is taken unless the register has it already.
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [applying, setApplying] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const keys = preview.comments
    .filter(({ key, alreadyIn }) => chosen.get(key) ?? alreadyIn === null)
    .map(({ key }) => key);
  const ticked = new Set(keys);

  const apply = async (): Promise<void> => {
    setApplying(true);
    const result = await ask('import.applyComments', { previewId, keys });
    setApplying(false);
    if (result.ok) onApplied({ ...result.value, fileName: preview.source.fileName });
    else showError(result.error);
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
          This same file was brought in on {longDate(importedBefore.slice(0, 10))}. Comments that the register has
          already are not ticked.
        </p>
      ) : null}
      <HowCommentsWereRead preview={preview} corrections={corrections} onCorrect={onCorrect} />
      {preview.tables
        .filter((table) => table.isRead || preview.comments.length === 0)
        .map((table) => (
          <CommentColumns
            key={table.key}
            table={table}
            isOpen={preview.comments.length === 0}
            corrections={corrections}
            onCorrect={onCorrect}
          />
        ))}
      <ForAllFields forAll={preview.forAll} corrections={corrections} onCorrect={onCorrect} />
      <CommentsPreview
        preview={preview}
        ticked={ticked}
        onTick={(changed, isTicked) =>
          setChosen((before) => new Map([...before, ...changed.map((key) => [key, isTicked] as const)]))
        }
      />
      <div className={styles.footer}>
        <Button look="primary" isDisabled={keys.length === 0 || applying || busy} onPress={() => void apply()}>
          {keys.length === 0
            ? 'Nothing is ticked'
            : `Bring in ${keys.length} ${keys.length === 1 ? 'comment' : 'comments'}`}
        </Button>
        <span className={styles.meta}>
          A backup is made first, and the whole import can be undone at any later time.
        </span>
      </div>
    </div>
  );
}
