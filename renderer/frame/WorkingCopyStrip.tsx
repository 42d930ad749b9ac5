import { useState } from 'react';
import type { WorkingCopyState } from '#shared/contract/workspace.ts';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { ChangedThereDialog } from '../features/workingCopy/ChangedThereDialog.tsx';
import { NotSavedBackDialog } from '../features/workingCopy/NotSavedBackDialog.tsx';
import { WhereDialog } from '../features/workingCopy/WhereDialog.tsx';
import { saveBackNow } from '../features/workingCopy/workingCopyActs.ts';
import { failureWords, savedBack } from '../features/workingCopy/workingCopyWords.ts';
import { useSession } from '../stores/session.ts';
import { useWorkingCopy } from '../stores/workingCopy.ts';
import styles from './Strip.module.css';

/** The standing line of a workspace in a network or synchronised folder: where it is, and when it was saved back there. */
export function WorkingCopyStrip() {
  const state = useWorkingCopy((store) => store.state);
  const [asking, setAsking] = useState<'where' | 'failure' | 'changed' | null>(null);
  if (!state) return null;
  const close = () => setAsking(null);
  return (
    <>
      <section className={styles.strip} data-kind={kindOf(state)} aria-label="Where the workspace is">
        <p role={kindOf(state) === undefined ? undefined : 'status'}>
          <Icon name={kindOf(state) === undefined ? 'file' : 'warning'} />
          <span>
            <Told state={state} />
          </span>
        </p>
        <span className={styles.tools}>
          {state.besideName ? <Button onPress={() => setAsking('changed')}>Choose…</Button> : null}
          {state.failure ? (
            <Button onPress={() => setAsking('failure')}>What to do…</Button>
          ) : state.unsaved ? (
            <Button onPress={() => void saveBackNow()}>Save back now</Button>
          ) : null}
          <Button look="quiet" onPress={() => setAsking('where')}>
            Where it is
          </Button>
        </span>
      </section>
      {asking === 'where' ? <WhereDialog state={state} onClose={close} /> : null}
      {asking === 'failure' && state.failure ? (
        <NotSavedBackDialog state={state} failure={state.failure} onClose={close} />
      ) : null}
      {asking === 'changed' && state.besideName ? (
        <ChangedThereDialog state={state} besideName={state.besideName} onClose={close} />
      ) : null}
    </>
  );
}

function kindOf({ failure, besideName, rescued }: WorkingCopyState): 'problem' | 'notice' | undefined {
  if (failure) return 'problem';
  return besideName || rescued ? 'notice' : undefined;
}

function Told({ state }: { readonly state: WorkingCopyState }) {
  const today = useSession((session) => session.today);
  const { where, failure, besideName, rescued, unsaved, savedAt } = state;
  if (failure) {
    return (
      <>
        <strong>Not saved back in {where}:</strong> {failureWords[failure].what}. Everything is on this computer, and it
        is tried again every minute.
      </>
    );
  }
  if (besideName) {
    return (
      <>
        <strong>Somebody else changed the file in {where} meanwhile.</strong> Both are kept. What is done here is saved
        beside theirs, as “{besideName}”.
      </>
    );
  }
  if (rescued?.place === 'quarantine') {
    return (
      <>
        <strong>The copy on this computer was damaged.</strong> This is the file as it is in {where}. The damaged copy
        is kept in quarantine as “{rescued.fileName}”; under Backups is said what each holds that is not here.
      </>
    );
  }
  if (rescued) {
    return (
      <>
        <strong>The file in {where} was changed since.</strong> This is theirs. What was done here is kept{' '}
        {rescued.place === 'beside' ? 'beside it' : 'among the workspaces on this computer'}, as “{rescued.fileName}
        ”.
      </>
    );
  }
  return (
    <>
      This workspace is in {where}.{' '}
      {unsaved
        ? 'The last changes are on this computer and are saved back there within a minute.'
        : savedAt === null
          ? 'A copy on this computer is worked in, and saved back there within a minute of a change.'
          : `${savedBack(state, today)}: everything is there.`}
    </>
  );
}
