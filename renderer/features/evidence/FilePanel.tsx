import { useState } from 'react';
import type { Attachment, Evidence } from '#shared/model/tables.ts';
import { showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import register from '../voice/register.module.css';
import { attach, attachable, saveOut, setFile } from './addFile.ts';
import styles from './EvidenceScreen.module.css';
import { sizeInWords } from './evidenceWords.ts';
import { ShownFile } from './ShownFile.tsx';
import { useThumbnail } from './thumbnails.ts';

/** The attached file of an item and those that stood there before it. A file that is dropped here takes its place. */
export function FilePanel({ evidence }: { readonly evidence: Evidence }) {
  const attachments = useWorkspace((state) => state.rows.attachment);
  const earlierFiles = useWorkspace((state) => state.rows.earlierFile);
  const [over, setOver] = useState(false);
  const [shown, setShown] = useState<Attachment | null>(null);
  const current = evidence.attachmentId === null ? undefined : attachments.get(evidence.attachmentId);
  const thumbnail = useThumbnail(current);
  const earlier = [...earlierFiles.values()]
    .filter(({ evidenceId }) => evidenceId === evidence.id)
    .toSorted((one, other) => other.replacedAt.localeCompare(one.replacedAt));
  const drop = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const held = await host().platform.takeFile(file);
    if (held.ok) await attach(evidence.id, held.value);
    else showError(held.error);
  };
  const takeAway = async (fileName: string): Promise<void> => {
    const result = await setFile(evidence.id, null);
    if (result.ok) notify({ kind: 'done', message: `${fileName} is among the earlier files of this item.` });
  };
  return (
    <section
      className={styles.file}
      aria-label="Attached file"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void drop(event.dataTransfer.files[0]);
      }}
    >
      {current ? (
        <>
          {thumbnail ? <img className={styles.picture} src={thumbnail} alt={`What ${current.fileName} shows`} /> : null}
          <p>
            {current.fileName} <span className={register.meta}>{sizeAndDay(current)}</span>
          </p>
          <Button onPress={() => setShown(current)}>Show…</Button>
          <Button onPress={() => void saveOut(evidence.id)}>Save a copy…</Button>
        </>
      ) : (
        <p>
          No file is attached.<Changing> Choose one, or drop it here.</Changing>
        </p>
      )}
      <Changing>
        <FilePickButton
          label={current ? 'Replace…' : 'Attach a file…'}
          accept={attachable}
          purpose="attach"
          onFile={(file) => void attach(evidence.id, file)}
        />
      </Changing>
      {current ? (
        <Changing>
          <Button look="quiet" onPress={() => void takeAway(current.fileName)}>
            Take away
          </Button>
        </Changing>
      ) : null}
      {earlier.length === 0 ? null : (
        <div className={styles.earlier}>
          <h3>Earlier files</h3>
          <ul>
            {earlier.map(({ id, attachmentId, replacedAt }) => {
              const file = attachments.get(attachmentId);
              return file ? (
                <li key={id}>
                  <span>{file.fileName}</span>{' '}
                  <span className={register.meta}>
                    {sizeAndDay(file)}, until {dayAndTime(replacedAt)}
                  </span>
                  <span className={styles.earlierTools}>
                    <Button look="quiet" aria-label={`Show ${file.fileName}`} onPress={() => setShown(file)}>
                      Show…
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={`Save a copy of ${file.fileName}`}
                      onPress={() => void saveOut(evidence.id, file.id)}
                    >
                      Save a copy…
                    </Button>
                    <Changing>
                      <Button
                        look="quiet"
                        aria-label={`Use this one again: ${file.fileName}`}
                        onPress={() => void setFile(evidence.id, file.id)}
                      >
                        Use this one again
                      </Button>
                    </Changing>
                  </span>
                </li>
              ) : null;
            })}
          </ul>
        </div>
      )}
      <ShownFile evidenceId={evidence.id} attachment={shown} onClose={() => setShown(null)} />
    </section>
  );
}

const sizeAndDay = ({ bytes, addedAt }: Attachment): string =>
  `${sizeInWords(bytes)}, kept since ${dayAndTime(addedAt)}`;
