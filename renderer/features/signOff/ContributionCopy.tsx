import { useMemo, useState } from 'react';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { leadsOf } from './leads.ts';
import styles from './SignOffScreen.module.css';
import { useFileExport } from './useFileExport.ts';

interface ContributionCopyProps {
  readonly cycle: Cycle;
  /** The plan that is offered first. */
  readonly plan?: 'last' | 'next';
}

/** One lead's actions as a workbook to fill, from the plan that is chosen. */
export function ContributionCopy({ cycle, plan = 'last' }: ContributionCopyProps) {
  const actions = useWorkspace((state) => state.rows.action);
  const [which, setWhich] = useState<'last' | 'next'>(plan);
  const [chosen, setChosen] = useState('');
  const [by, setBy] = useState('');
  const { jobId, error, make, saveAgain } = useFileExport();
  const planId = which === 'last' ? cycle.lastPlanId : cycle.newPlanId;
  const leads = useMemo(() => leadsOf(actions.values(), planId), [actions, planId]);
  const lead = leads.includes(chosen) ? chosen : (leads[0] ?? '');
  return (
    <form
      className={styles.record}
      aria-labelledby="contribution"
      onSubmit={(event) => {
        event.preventDefault();
        void make((id) => ask('export.contributionCopy', { planId, lead, by: by === '' ? null : by, jobId: id }));
      }}
    >
      <h3 id="contribution">Contribution copy</h3>
      <p>
        One lead’s actions, with only the cells open that they are to fill:{' '}
        {which === 'last'
          ? 'due date, RAG, progress and explanation'
          : 'start, due date, success measure, resources and evidence of impact'}
        . It comes back like the workbook, by Update from spreadsheet above the plan.
      </p>
      {error ? <ErrorAlert error={error} /> : null}
      <label>
        Plan
        <select value={which} onChange={(event) => setWhich(event.target.value === 'last' ? 'last' : 'next')}>
          <option value="last">The last plan</option>
          <option value="next">The new plan</option>
        </select>
      </label>
      <label>
        Lead
        <select value={lead} onChange={(event) => setChosen(event.target.value)} disabled={leads.length === 0}>
          {leads.length === 0 ? <option value="">No action has a lead yet</option> : null}
          {leads.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Asked back by
        <input type="date" value={by} onChange={(event) => setBy(event.target.value)} />
      </label>
      {/* Busy and not disabled: a disabled button would let the focus drop out of the dialog, and Esc with it. */}
      <Button type="submit" isDisabled={lead === ''} isBusy={jobId !== null}>
        Make the copy
      </Button>
      {saveAgain ? <Button onPress={() => void saveAgain()}>Save it again</Button> : null}
    </form>
  );
}
