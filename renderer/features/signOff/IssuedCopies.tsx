import type { IssuedDocument } from '#shared/model/tables.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import tableStyles from '../../components/Table.module.css';
import { host } from '../../stores/host.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { checkSumWords, fingerprintWords } from '../../text/checkWords.ts';
import { dateAndTime } from '../../text/dates.ts';
import styles from './SignOffScreen.module.css';

/** Copies that were issued, each as it was, with its fingerprint. */
export function IssuedCopies({ cycleId }: { readonly cycleId: string }) {
  const documents = useWorkspace((state) => state.rows.issuedDocument);
  const versions = useWorkspace((state) => state.rows.version);
  const issued = [...documents.values()]
    .filter((document) => document.cycleId === cycleId)
    .toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt));
  const save = async (issuedDocumentId: string): Promise<void> => {
    const again = await ask('export.issuedAgain', { issuedDocumentId });
    if (!again.ok) {
      showError(again.error);
      return;
    }
    const saved = await host().platform.saveFile(again.value.file, again.value.fileName);
    if (!saved.ok) showError(saved.error);
  };
  return (
    <section aria-labelledby="issued">
      <h2 id="issued">Issued copies</h2>
      {issued.length === 0 ? (
        <p className={styles.meta}>None yet. The first is usually the one that goes to the Steering Group.</p>
      ) : (
        <table className={`${tableStyles.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Issued</th>
              <th scope="col">Fingerprint</th>
              <th scope="col">File</th>
              <th scope="col">
                <span className="visually-hidden">Save</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {issued.map((document) => (
              <tr key={document.id}>
                <td>
                  {document.versionId ? (versions.get(document.versionId)?.name ?? '') : ''}
                  <OpenMusts musts={openMustsOf(document)} />
                </td>
                <td>{dateAndTime(document.issuedAt)}</td>
                <td>
                  <code>{document.fingerprint}</code>
                </td>
                <td>{document.fileName}</td>
                <td>
                  <Button onPress={() => void save(document.id)}>Save again</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {issued.length > 0 ? (
        <p className={styles.meta}>
          {fingerprintWords} {checkSumWords} The record of sign-off names it.
        </p>
      ) : null}
    </section>
  );
}

/** What the submission still asked for when the copy was issued regardless; nothing for a copy from before it was kept. */
function openMustsOf({ settings }: IssuedDocument): readonly string[] {
  if (typeof settings !== 'object' || settings === null || !('openMusts' in settings)) return [];
  const { openMusts } = settings;
  return Array.isArray(openMusts) ? openMusts.filter((each) => typeof each === 'string') : [];
}

function OpenMusts({ musts }: { readonly musts: readonly string[] }) {
  if (musts.length === 0) return null;
  return (
    <Disclosure title={musts.length === 1 ? 'Issued with one thing open' : `Issued with ${musts.length} things open`}>
      <ul className={styles.openMusts}>
        {[...new Set(musts)].map((must) => (
          <li key={must}>{must}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
