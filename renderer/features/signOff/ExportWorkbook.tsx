import { useState } from 'react';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { Choice } from './Choice.tsx';
import { ContributionCopy } from './ContributionCopy.tsx';
import { useFrameworkOptions } from './groupingOptions.ts';
import styles from './SignOffScreen.module.css';
import { useFileExport } from './useFileExport.ts';

/** The plans as a workbook that comes back by import, and a copy for each lead to fill in. */
export function ExportWorkbook({ cycle }: { readonly cycle: Cycle }) {
  const [plan, setPlan] = useState<'last' | 'next' | 'both'>('both');
  const [sheets, setSheets] = useState('by-theme');
  // Asked anew each time: a tick that was remembered would send the notes out by habit.
  const [notes, setNotes] = useState(false);
  const frameworks = useFrameworkOptions((title) => `One for each item of ${title}`);
  const chosen = frameworks.some(({ value }) => value === sheets)
    ? { framework: sheets }
    : sheets === 'one'
      ? ('one' as const)
      : ('by-theme' as const);
  const { jobId, progress, error, make, saveAgain } = useFileExport();
  return (
    <section className={styles.panel} aria-labelledby="workbook">
      <h2 id="workbook">Workbook</h2>
      <p>
        Edit it in Excel and bring it back by Update from spreadsheet, above either plan: each row is known by a hidden
        id, so you are shown just what was edited.
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
        value={typeof chosen === 'object' ? chosen.framework : chosen}
        onChange={setSheets}
        options={[
          { value: 'by-theme', label: 'One for each theme' },
          ...frameworks,
          { value: 'one', label: 'One for the whole plan' },
        ]}
      />
      <Checkbox
        label="With the notes to self, for a copy that nobody else reads"
        selected={notes}
        onChange={setNotes}
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
            onPress={() =>
              void make((id) => ask('export.workbook', { cycleId: cycle.id, plan, sheets: chosen, notes, jobId: id }))
            }
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
