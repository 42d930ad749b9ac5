import type { Backup, Recovery } from '#shared/contract/workspace.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { dayAndTime } from '../../text/dates.ts';
import styles from './StartScreen.module.css';
import type { Open } from './StartScreen.tsx';

const headings: Readonly<Record<Recovery['code'], string>> = {
  'workspace-damaged': 'is damaged and was not opened',
  'workspace-newer': 'was made by a newer version of this application',
  'workspace-not-ours': 'is not a workspace of this application',
  'workspace-empty-file': 'is empty',
  'workspace-migration-failed': 'could not be brought up to this version',
  'workspace-in-use': 'is open somewhere else',
  'workspace-missing': 'is not where it was',
  'workspace-read-only': 'can only be read here',
  'file-unreadable': 'could not be read',
};

const reasons: Readonly<Record<Backup['reason'], string>> = {
  session: 'at the start of a session',
  interval: 'while working',
  import: 'before an import',
  migration: 'before a change of version',
  restore: 'before a restore',
  'sign-off': 'before a signature',
  asked: 'on request',
};

/** What happened to a file that could not be opened, and the verified backups there are to go back to. */
export function RecoveryPanel({ recovery, onOpen }: { readonly recovery: Recovery; readonly onOpen: Open }) {
  return (
    <section className={styles.recovery} aria-labelledby="recovery">
      <h2 id="recovery">
        {recovery.fileName} {headings[recovery.code]}
      </h2>
      {recovery.quarantined ? <p>A copy of it is kept as {recovery.quarantined}; nothing was deleted.</p> : null}
      {recovery.findings.length > 0 ? (
        <ul>
          {recovery.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      ) : null}
      {recovery.backups.length === 0 ? (
        <p>There is no backup of it on this computer. Look for a copy elsewhere, and open that.</p>
      ) : (
        <table className={styles.backups}>
          <caption>Backups, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">Why</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="visually-hidden">Restore</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {recovery.backups.map((backup) => (
              <tr key={backup.id}>
                <td>{dayAndTime(backup.madeAt)}</td>
                <td>{reasons[backup.reason]}</td>
                <td>{backup.verified ? 'Verified' : 'Damaged'}</td>
                <td>
                  <Button
                    isDisabled={!backup.verified}
                    onPress={() =>
                      void onOpen('Restoring the backup', () => ask('workspace.restore', { backupId: backup.id }))
                    }
                  >
                    Restore
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
