import { useId, useMemo, useState } from 'react';
import { ownersOf, withOwnerRenamed } from '#shared/model/owners.ts';
import { run } from '../../actions/run.ts';
import { newestStep, undoOfStep } from '../../actions/undoStep.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from '../plan/PlanScreen.module.css';

/** Gives an owner another name in every plan at once; the name of another owner merges the two. */
export function RenameOwner({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const actions = useWorkspace((state) => state.rows.action);
  const kept = useMemo(() => [...actions.values()].filter(({ binned }) => !binned), [actions]);
  const owners = useMemo(() => {
    const names = kept.flatMap(({ lead, supporting }) => [...ownersOf(lead), ...ownersOf(supporting)]);
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].toSorted((one, other) =>
      one.localeCompare(other, 'en-GB'),
    );
  }, [kept]);
  const [from, setFrom] = useState(owners[0] ?? '');
  const [to, setTo] = useState('');
  const renamed = kept.filter(
    ({ lead, supporting }) =>
      withOwnerRenamed(lead, from, to || from) !== lead ||
      withOwnerRenamed(supporting, from, to || from) !== supporting ||
      [...ownersOf(lead), ...ownersOf(supporting)].some((name) => name.toLowerCase() === from.toLowerCase()),
  ).length;
  const merges = owners.some((owner) => owner.toLowerCase() === to.trim().toLowerCase() && owner !== from);
  const isOneName = ownersOf(to).length === 1;
  const rename = async (): Promise<void> => {
    const before = newestStep();
    const result = await run('owner.rename', { from, to: to.trim() });
    if (!result.ok) return;
    notify({
      kind: 'done',
      message: `${from} is ${to.trim()} in ${result.value.actions} ${result.value.actions === 1 ? 'action' : 'actions'}.`,
      action: undoOfStep(before),
    });
    onClose();
  };
  return (
    <Dialog title="Rename an owner everywhere" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      {owners.length === 0 ? (
        <p>No action names an owner yet.</p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (isOneName) void rename();
          }}
        >
          <label htmlFor={`${id} from`}>Owner</label>
          <select
            id={`${id} from`}
            className={styles.input}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          >
            {owners.map((owner) => (
              <option key={owner} value={owner}>
                {owner}
              </option>
            ))}
          </select>
          <label htmlFor={`${id} to`}>New name</label>
          <input
            id={`${id} to`}
            className={styles.input}
            value={to}
            list={`${id} owners`}
            onChange={(event) => setTo(event.target.value)}
          />
          <datalist id={`${id} owners`}>
            {owners.map((owner) => (
              <option key={owner} value={owner} />
            ))}
          </datalist>
          <p className={styles.meta}>
            {to.trim() !== '' && !isOneName
              ? 'Give one name: a comma, semicolon or stroke would make several of it.'
              : `Named in ${renamed} ${renamed === 1 ? 'action' : 'actions'} of all plans, as lead or supporting.${
                  merges ? ' The two become one owner.' : ''
                } A plan that is signed stays as it was signed.`}
          </p>
          <div className={styles.facts}>
            <Button look="primary" type="submit" isDisabled={!isOneName}>
              Rename
            </Button>
            <Button onPress={onClose}>Leave as it is</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
