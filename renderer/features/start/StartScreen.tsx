import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { Progress } from '../../components/Progress.tsx';
import { loadSession } from '../../stores/load.ts';
import { goTo } from '../../stores/route.ts';
import { useSession } from '../../stores/session.ts';
import { UnsavedCopies } from '../workingCopy/UnsavedCopies.tsx';
import { NewWorkspace } from './NewWorkspace.tsx';
import { RecentWorkspaces } from './RecentWorkspaces.tsx';
import { RecoveryPanel } from './RecoveryPanel.tsx';
import styles from './StartScreen.module.css';

export type Open = (label: string, work: () => Promise<Result<unknown>>) => Promise<void>;

/** Before a workspace is open: go on with a recent one, make one, look round the sample, or get a damaged one back. */
export function StartScreen() {
  const app = useSession((state) => state.app);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  if (!app) return null;

  const open: Open = async (label, work) => {
    setBusy(label);
    setError(null);
    const result = await work();
    // A failure may have left something to recover, which only the host knows.
    const lost = await loadSession();
    setBusy(null);
    if (!result.ok) setError(result.error);
    else if (lost) setError(lost);
  };

  return (
    <main className={styles.start} id="main">
      <PageHeading
        title="Technician Commitment Planner"
        lede="One workspace holds a self-assessment: the last plan with its ratings, the answers, technicians’ voices, evidence and the next plan. It is one file on this computer."
      />
      {error && error.code !== app.recovery?.code ? <ErrorAlert error={error} /> : null}
      {app.recovery ? <RecoveryPanel recovery={app.recovery} onOpen={open} /> : null}
      {busy ? null : <UnsavedCopies onOpen={open} />}
      {busy ? (
        <Progress label={busy} value={null} />
      ) : (
        <div className={styles.columns}>
          <section aria-labelledby="recent">
            <h2 id="recent">Go on</h2>
            <RecentWorkspaces recent={app.recent} onOpen={open} />
            <div className={styles.buttons}>
              <FilePickButton
                label="Open a workspace file…"
                accept={['.tcplan']}
                purpose="open-workspace"
                onFile={(file) =>
                  void open(`Opening ${file.fileName}`, () => ask('workspace.open', { file: file.token }))
                }
              />
              <Button onPress={() => goTo('/backups')}>Restore a backup…</Button>
            </div>
            <h2>Look round first</h2>
            <Card>
              <p>
                Eastmere University is invented: a finished Stage 2 and a Stage 3 in draft, with everything filled in
                that can be. Change what you like; it is yours.
              </p>
              <Button onPress={() => void open('Making the sample', () => ask('workspace.openSample', {}))}>
                Look round the sample
              </Button>
            </Card>
          </section>
          <NewWorkspace stages={app.stages} onOpen={open} />
        </div>
      )}
      <p className={styles.meta}>
        Workspaces are kept in {app.workspacesFolder}, their backups in {app.backupsFolder}. Nothing is sent anywhere.
        Version {app.appVersion}. <a href="#/about">About and licences</a>
      </p>
    </main>
  );
}
