import type { RecentWorkspace } from '#shared/contract/workspace.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { loadSession } from '../../stores/load.ts';
import { goTo } from '../../stores/route.ts';
import { dayAndTime } from '../../text/dates.ts';
import styles from './StartScreen.module.css';
import type { Open } from './StartScreen.tsx';

interface RecentWorkspacesProps {
  readonly recent: readonly RecentWorkspace[];
  readonly onOpen: Open;
}

export function RecentWorkspaces({ recent, onOpen }: RecentWorkspacesProps) {
  if (recent.length === 0) {
    return (
      <p className={styles.meta}>
        No workspace has been opened here yet. Make one on this page, or look round the sample.
      </p>
    );
  }
  return (
    <ul className={styles.recent}>
      {recent.map((workspace) => (
        <li key={workspace.id}>
          <button
            type="button"
            className={styles.workspace}
            disabled={workspace.missing}
            onClick={() =>
              void onOpen(`Opening ${workspace.fileName}`, () => ask('workspace.open', { recentId: workspace.id }))
            }
          >
            <strong>{workspace.institution || workspace.fileName}</strong>
            <span className={styles.meta}>
              {workspace.fileName} · {workspace.folder} ·{' '}
              {workspace.missing ? 'no longer there' : `opened ${dayAndTime(workspace.openedAt)}`}
            </span>
          </button>
          <Button
            look="quiet"
            aria-label={`Backups of ${workspace.fileName}`}
            onPress={() => goTo(`/backups/${workspace.id}`)}
          >
            Backups
          </Button>
          <Button
            look="icon"
            aria-label={`Take ${workspace.fileName} off this list`}
            onPress={() => void ask('workspace.forget', { recentId: workspace.id }).then(() => loadSession())}
          >
            <Icon name="close" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
