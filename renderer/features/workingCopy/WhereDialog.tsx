import type { WorkingCopyState } from '#shared/contract/workspace.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useSession } from '../../stores/session.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './WorkingCopy.module.css';
import { copyWorkingCopyOut } from './workingCopyActs.ts';
import { savedBack } from './workingCopyWords.ts';

/** Where the file and its working copy are, and what happens between them. */
export function WhereDialog({ state, onClose }: { readonly state: WorkingCopyState; readonly onClose: () => void }) {
  const info = useWorkspace((workspace) => workspace.info);
  const today = useSession((session) => session.today);
  return (
    <Dialog title="Where the workspace is" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <p>
        Files in {state.where} can be changed by others, or half written, while one works in them. So a copy on this
        computer is worked in, and saved back there as one finished file within a minute of a change and when the
        workspace is closed. Meanwhile a small file beside it tells others who has it open.
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>The file</dt>
          <dd>
            {info?.fileName} in {state.folder}
          </dd>
        </div>
        <div>
          <dt>The copy</dt>
          <dd>{state.copyFolder}</dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>
            {state.unsaved ? 'There are changes here that are not there yet. ' : 'Both hold the same. '}
            {savedBack(state, today)}.
          </dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        <Button onPress={() => void copyWorkingCopyOut(info?.recentId ?? '')}>Save a copy elsewhere…</Button>
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
