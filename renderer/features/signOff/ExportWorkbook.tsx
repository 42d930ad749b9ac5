import { useMemo, useState } from 'react';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { Choice } from './ExportWord.tsx';
import { leadsOf } from './leads.ts';
import styles from './SignOffScreen.module.css';
import { useFileExport } from './useFileExport.ts';

/** The plans as a workbook that comes back by import, and a copy for each lead to fill in. */
export function ExportWorkbook({ cycle }: { readonly cycle: Cycle }) {
  const [plan, setPlan] = useState<'last' | 'next' | 'both'>('both');
  const [sheets, setSheets] = useState<'by-theme' | 'one'>('by-theme');
  const { jobId, progress, error, make, saveAgain } = useFileExport();
  return (
    <section className={styles.panel} aria-labelledby="workbook">
      <h2 id="workbook">Workbook</h2>
      <p>
        Edit it in Excel and bring it back under Import: each row is known by a hidden id, so the import shows just what
        was edited.
      </p>
      {error ? <ErrorAlert error={error} /> : null}
      <Choice
        legend="The plans in it"
        name="workbook-plan"
        value={plan}
        onChange={setPlan}
        options={[
          { value: 'both', label: 'Both' },
          { value: 'last', label: 'The last plan' },
          { value: 'next', label: 'The new plan' },
        ]}
      />
      <Choice
        legend="The sheets"
        name="workbook-sheets"
        value={sheets}
        onChange={setSheets}
        options={[
          { value: 'by-theme', label: 'One for each theme' },
          { value: 'one', label: 'One for the whole plan' },
        ]}
      />
      {jobId ? (
        <Progress
          label={progress?.label ?? 'Making the workbook'}
          value={progress?.progress ?? null}
          onStop={() => void ask('job.cancel', { jobId })}
        />
      ) : (
        <div className={styles.buttons}>
          <Button
            onPress={() => void make((id) => ask('export.workbook', { cycleId: cycle.id, plan, sheets, jobId: id }))}
          >
            Export as a workbook
          </Button>
          {saveAgain ? <Button onPress={() => void saveAgain()}>Save it again</Button> : null}
        </div>
      )}
      <ContributionCopy cycle={cycle} />
    </section>
  );
}

function ContributionCopy({ cycle }: { readonly cycle: Cycle }) {
  const actions = useWorkspace((state) => state.rows.action);
  const [which, setWhich] = useState<'last' | 'next'>('last');
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
        One lead’s actions, with only the cells open that they are to fill: due date, RAG, progress and explanation. It
        comes back under Import like the workbook.
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
      <Button type="submit" isDisabled={lead === '' || jobId !== null}>
        Make the copy
      </Button>
      {saveAgain ? <Button onPress={() => void saveAgain()}>Save it again</Button> : null}
    </form>
  );
}
