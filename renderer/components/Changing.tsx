import type { ReactNode } from 'react';
import { leaveBackup } from '../actions/leaveBackup.ts';
import { showError } from '../actions/run.ts';
import { useReadOnly } from '../stores/readOnly.ts';
import { useRoute } from '../stores/route.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { Button } from './Button.tsx';
import styles from './Changing.module.css';
import { Icon } from './Icon.tsx';

interface ChangingProps {
  /**
   * Where a whole form goes, a line stands in its place that begins with this (“Copies are handed over”), says why, and
   * how to go on.
   */
  readonly what?: string;
  /** It stays, since it also shows what is there; it takes no change. */
  readonly stays?: boolean;
  readonly children: ReactNode;
}

/**
 * Everything that would change the workspace stands in one of these. While what is open can only be read (a backup that
 * is looked at, a file that cannot be written), it is not offered, so that nobody meets a refusal.
 */
export function Changing({ what, stays = false, children }: ChangingProps) {
  const readOnly = useReadOnly();
  if (!readOnly) return children;
  if (stays)
    return (
      <fieldset className={styles.stays} role="presentation" disabled>
        {children}
      </fieldset>
    );
  return what === undefined ? null : <Instead what={what} />;
}

function Instead({ what }: { readonly what: string }) {
  const lookedAt = useWorkspace((state) => state.info?.lookedAt);
  if (!lookedAt)
    return (
      <p className={styles.instead}>
        <Icon name="look" />
        <span>
          {what} where the workspace can be changed. Here it can only be read: copy the file to a folder where changes
          are allowed and open that copy.
        </span>
      </p>
    );
  return (
    <p className={styles.instead}>
      <Icon name="look" />
      <span>{what} in the workspace itself. This is a backup of it, which can only be looked at.</span>
      <Button
        onPress={() => void leaveBackup(lookedAt.cameFrom ? here() : '/').then((error) => error && showError(error))}
      >
        {lookedAt.cameFrom ? 'Leave it, to the workspace' : 'Leave it, to Start'}
      </Button>
    </p>
  );
}

/** The same screen of the workspace: somebody came here to do this. */
const here = (): string => useRoute.getState().path;
