import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { Step } from '#shared/contract/workspace.ts';
import { ask, run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate, timeOf } from '../../text/dates.ts';
import { fieldInWords, fieldName, isReadable } from './changeWords.ts';
import styles from './HistoryScreen.module.css';
import { listSteps } from './listSteps.ts';
import { NameForm } from './NameForm.tsx';
import { GoBackDialog, Versions } from './Versions.tsx';

const page = 100;

/** What changed, by day and step, newest first; a name for the state as it is; undo of the newest step. */
export function HistoryScreen() {
  const stepId = useWorkspace((state) => state.history.stepId);
  const undoLabel = useWorkspace((state) => state.history.undo);
  const savedAt = useWorkspace((state) => state.history.savedAt);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [limit, setLimit] = useState(page);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step or a save is why the list is asked for again
  useEffect(() => {
    let wanted = true;
    void listSteps((input) => ask('history.list', input), limit).then((result) => {
      if (wanted && result.ok) setSteps(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [limit, stepId, savedAt]);
  const days = Map.groupBy(steps, (step) => step.at.slice(0, 10));
  return (
    <>
      <PageHeading title="History" lede="Every change since the workspace was made. Nothing is ever removed from here.">
        {undoLabel ? (
          <Changing>
            <Button onPress={() => void run('history.undo', {})}>Undo: {undoLabel}</Button>
          </Changing>
        ) : null}
      </PageHeading>
      <Versions />
      {steps.length === 0 ? (
        <EmptyState title="Nothing has been changed yet">
          <p>What you do appears here, newest first.</p>
        </EmptyState>
      ) : null}
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={styles.day}>
          <h2>{longDate(day)}</h2>
          <ul>
            {ofDay.map((step) => (
              <StepRow key={step.id} step={step} />
            ))}
          </ul>
        </section>
      ))}
      {steps.length === limit ? <Button onPress={() => setLimit(limit + page)}>Show earlier changes</Button> : null}
    </>
  );
}

const stateWords: Readonly<Record<Step['state'], string>> = {
  done: '',
  undone: 'undone',
  abandoned: 'undone for good',
};

function StepRow({ step }: { readonly step: Step }) {
  const [changes, setChanges] = useState<ChannelOutput<'history.changes'> | null>(null);
  const [asking, setAsking] = useState<'name' | 'restore' | null>(null);
  const show = async (): Promise<void> => {
    if (changes) {
      setChanges(null);
      return;
    }
    const result = await ask('history.changes', { stepId: step.id });
    if (result.ok) setChanges(result.value);
  };
  const verb = step.kind === 'undo' ? 'Undid: ' : step.kind === 'redo' ? 'Did again: ' : '';
  return (
    <li className={styles.step} data-state={step.state}>
      <div className={styles.line}>
        <span className={styles.meta}>{timeOf(step.at)}</span>
        <span>
          {verb}
          {step.label}
          {stateWords[step.state] ? <span className={styles.meta}> ({stateWords[step.state]})</span> : null}
        </span>
        <span className={styles.tools}>
          {step.screen ? (
            <Button look="quiet" aria-label={`Go there: ${step.label}`} onPress={() => goTo(step.screen)}>
              Go there
            </Button>
          ) : null}
          <Button
            look="quiet"
            aria-expanded={changes !== null}
            aria-label={`What changed: ${step.label}`}
            onPress={() => void show()}
          >
            What changed
          </Button>
          <MenuButton
            label="More"
            look="quiet"
            name={`More for: ${step.label}`}
            items={[
              { id: 'look', label: 'Look at the state after this' },
              { id: 'name', label: 'Name the state after this…', changes: true },
              { id: 'compare', label: 'Compare the state after this with now' },
              { id: 'restore', label: 'Go back to the state after this…', changes: true },
            ]}
            onAction={(what) => {
              if (what === 'compare') goTo(`/compare/${step.id}/now`);
              else if (what === 'look') goTo(`/preview/${step.id}`);
              else setAsking(what === 'name' ? 'name' : 'restore');
            }}
          />
        </span>
      </div>
      {asking === 'restore' ? (
        <GoBackDialog stepId={step.id} name={`the state after “${step.label}”`} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'name' ? (
        <Dialog title="Name this state" isOpen onOpenChange={(open) => (open ? undefined : setAsking(null))}>
          <p>The state right after: {step.label}</p>
          <NameForm
            label="Name"
            button="Name it"
            onName={async (name) => {
              const result = await run('version.name', { name, note: '', stepId: step.id });
              if (result.ok) setAsking(null);
              return result;
            }}
          />
        </Dialog>
      ) : null}
      {changes ? (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.filter(isReadable).map((change) => (
              <tr key={`${change.rowId} ${change.field}`}>
                <th scope="row">{fieldName(change.table, change.field)}</th>
                <td>{fieldInWords(change.table, change.field, change.before)}</td>
                <td>{fieldInWords(change.table, change.field, change.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </li>
  );
}
