import type { Recovery } from '#shared/contract/workspace.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { BackupTable } from '../backups/BackupTable.tsx';
import { recoveryWords, waysOut } from './recoveryWords.ts';
import styles from './StartScreen.module.css';
import type { Open } from './StartScreen.tsx';

/** What happened to a file that could not be opened, what was kept of it and where, and the ways out. */
export function RecoveryPanel({ recovery, onOpen }: { readonly recovery: Recovery; readonly onOpen: Open }) {
  const { heading, told } = recoveryWords[recovery.code];
  const { fileName, workspaceId, backups, quarantined, quarantineFolder, findings, beside } = recovery;
  return (
    <section className={styles.recovery} aria-labelledby="recovery">
      <div role="alert">
        <h2 id="recovery">
          {fileName} {heading}
        </h2>
        <p>{told(recovery)}</p>
      </div>
      {quarantined ? (
        <p>
          A copy of the file as it was found is kept as “{quarantined}” in {quarantineFolder}. Nothing was deleted.
        </p>
      ) : null}
      {beside.length > 0 ? (
        <p>
          In its folder there {beside.length === 1 ? 'is' : 'are'} also {beside.map((name) => `“${name}”`).join(', ')}:
          what was saved beside it may be newer than the backups. Choose Open a workspace file… to look into one.
        </p>
      ) : null}
      <h3>What to do</h3>
      <ol className={styles.ways}>
        {waysOut(recovery).map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button onPress={() => void onOpen(`Opening ${fileName}`, () => ask('workspace.open', { again: true }))}>
          Try again
        </Button>
      </div>
      {findings.length > 0 ? (
        <Disclosure title="What was found, for whoever helps you">
          <ul>
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <h3>Backups of it on this computer</h3>
      {backups.length === 0 ? (
        <p>There is none. Look for a copy elsewhere, such as in e-mail or a synchronised folder, and open that.</p>
      ) : (
        <BackupTable
          key={workspaceId}
          backups={backups}
          kept={recovery.code === 'workspace-missing' ? missing : instead}
          canCompare={false}
          canRestore={recovery.code !== 'workspace-in-use'}
        />
      )}
    </section>
  );
}

const missing =
  'The file is made again in its place, or among your workspaces on this computer where its folder is away. Nothing that is there is replaced.';
const instead =
  'The backup takes the place of the file. The file as it is now is kept first: as a backup where it can be opened, otherwise in quarantine.';
