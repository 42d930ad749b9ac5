import type { SignOff } from '#shared/model/tables.ts';
import { ask, run, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate } from '../../text/dates.ts';
import { signOffWords } from '../../text/words.ts';
import styles from './SignOffScreen.module.css';

interface SignOffRecordProps {
  readonly record: SignOff;
  readonly canTakeBack: boolean;
}

/** One step: who, in which role, when, of which version, and the check sum of the document that it was about. */
export function SignOffRecord({ record, canTakeBack }: SignOffRecordProps) {
  const version = useWorkspace((state) => (record.versionId ? state.rows.version.get(record.versionId) : undefined));
  const document = useWorkspace((state) =>
    record.issuedDocumentId ? state.rows.issuedDocument.get(record.issuedDocumentId) : undefined,
  );
  const scan = useWorkspace((state) => (record.scanId ? state.rows.attachment.get(record.scanId) : undefined));
  const what = `${signOffWords[record.step]}, ${longDate(record.happenedOn)}`;
  return (
    <li>
      <strong>{signOffWords[record.step]}</strong> on {longDate(record.happenedOn)}
      {record.name || record.role ? `: ${[record.name, record.role].filter((part) => part !== '').join(', ')}` : ''}
      {record.note ? <span className={styles.meta}> {record.note}</span> : null}
      {version ? (
        <p className={styles.meta}>
          <a href={`#/compare/${version.stepId}/now`}>{version.name}</a>
          {document ? (
            <>
              , {document.fileName}, check sum of the file (SHA-256) <code>{document.sha256}</code>
            </>
          ) : (
            ', without an issued copy'
          )}
        </p>
      ) : null}
      <div className={styles.buttons}>
        {scan ? (
          <>
            <span className={styles.meta}>Scan: {scan.fileName}</span>
            <Button look="quiet" aria-label={`Save the scan: ${what}`} onPress={() => void saveScan(record.id)}>
              Save the scan
            </Button>
            <Changing>
              <Button
                look="quiet"
                aria-label={`Take the scan away: ${what}`}
                onPress={() => void run('signOff.removeScan', { id: record.id })}
              >
                Take the scan away
              </Button>
            </Changing>
          </>
        ) : (
          <Changing>
            <FilePickButton
              label="Attach a scan…"
              look="quiet"
              accept={['.pdf', '.png', '.jpg', '.jpeg']}
              purpose="attach"
              onFile={({ token }) => void attachScan(record.id, token)}
            />
          </Changing>
        )}
        {canTakeBack ? (
          <Changing>
            <Button look="quiet" onPress={() => void run('signOff.remove', { id: record.id })}>
              Take this step back
            </Button>
          </Changing>
        ) : null}
      </div>
    </li>
  );
}

async function attachScan(id: string, file: string): Promise<void> {
  const kept = await ask('signOff.attachScan', { id, file });
  if (!kept.ok) showError(kept.error);
}

async function saveScan(id: string): Promise<void> {
  const held = await ask('signOff.saveScan', { id });
  if (!held.ok) {
    showError(held.error);
    return;
  }
  const { file, fileName } = held.value;
  const saved = await host().platform.saveFile(file, fileName);
  if (!saved.ok) showError(saved.error);
  else if (saved.value.saved) notify({ kind: 'done', message: `A copy of ${fileName} was saved.` });
}
