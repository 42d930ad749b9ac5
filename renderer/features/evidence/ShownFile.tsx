import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Attachment } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { saveOut } from './addFile.ts';
import styles from './EvidenceScreen.module.css';

type Shown = ChannelOutput<'attachment.show'>;

interface ShownFileProps {
  readonly evidenceId: string;
  readonly attachment: Attachment | null;
  readonly onClose: () => void;
}

/** An attached file as far as it can be shown without being run: a picture, or a text as its letters. */
export function ShownFile({ evidenceId, attachment, onClose }: ShownFileProps) {
  return (
    <Dialog
      title={attachment?.fileName ?? ''}
      size="wide"
      isOpen={attachment !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      {attachment ? (
        <>
          <Content key={attachment.id} attachment={attachment} />
          <p>
            <Button onPress={() => void saveOut(evidenceId, attachment.id)}>Save a copy…</Button>
          </p>
        </>
      ) : null}
    </Dialog>
  );
}

function Content({ attachment }: { readonly attachment: Attachment }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask('attachment.show', { attachmentId: attachment.id }).then((result) => {
      if (!wanted) return;
      if (result.ok) setShown(result.value);
      else setError(result.error);
    });
    return () => {
      wanted = false;
    };
  }, [attachment.id]);
  if (error) return <ErrorAlert error={error} />;
  if (!shown) return <p role="status">Opening…</p>;
  if (shown.kind === 'picture')
    return (
      <img
        className={styles.whole}
        src={`data:${shown.mediaType};base64,${shown.base64}`}
        alt={`The whole of ${attachment.fileName}`}
      />
    );
  if (shown.kind === 'text')
    return (
      <>
        {/* Scrolled by keyboard too, so it takes the focus. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
        <section className={styles.text} tabIndex={0} aria-label={`Text of ${attachment.fileName}`}>
          {shown.text}
        </section>
        {shown.isWhole ? null : <p>This is its beginning. Save a copy to read all of it.</p>}
      </>
    );
  return (
    <p>
      {shown.why === 'too-large'
        ? 'This file is too large to be shown here. '
        : 'Files of this kind are not opened here, so that nothing in them can run. '}
      Save a copy, and open that with its own program.
    </p>
  );
}
