import { useId, useState } from 'react';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import styles from './ReadinessScreen.module.css';

interface SetAsideFormProps {
  readonly cycleId: string;
  readonly finding: ReadinessItem;
  /** Where several stand under each other, each button says what it sets aside. */
  readonly named?: boolean;
}

/** The way to let a finding be as it is, with a reason; what the submission asks for has none. */
export function SetAsideForm({ cycleId, finding, named = false }: SetAsideFormProps) {
  const id = useId();
  const [reason, setReason] = useState<string | null>(null);
  const { rule, target, weight, message } = finding;
  if (weight === 'must') return null;
  if (reason === null)
    return (
      <Changing>
        <div>
          <Button
            look="quiet"
            onPress={() => setReason('')}
            {...(named ? { 'aria-label': `Set aside, because… ${message}` } : {})}
          >
            Set aside, because…
          </Button>
        </div>
      </Changing>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        // The finding goes from its list, so the one beside it is where whoever works by keyboard goes on.
        const own = event.currentTarget.closest('li');
        const beside = own?.nextElementSibling ?? own?.previousElementSibling;
        void run('readiness.dismiss', { cycleId, findings: [{ rule, target }], reason: reason.trim() }).then(() =>
          beside?.querySelector('a')?.focus(),
        );
      }}
    >
      <label htmlFor={id}>It can stay as it is, because</label>
      <input
        id={id}
        className={styles.input}
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" isDisabled={reason.trim() === ''}>
          Set aside
        </Button>
        <Button look="quiet" onPress={() => setReason(null)}>
          Keep it here
        </Button>
      </div>
    </form>
  );
}
