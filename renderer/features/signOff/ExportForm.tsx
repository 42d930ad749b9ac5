import { useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { goTo } from '../../stores/route.ts';
import { useOfficialForm, useOfficialPrompts } from '../officialForm/officialForms.ts';
import { Choice } from './Choice.tsx';
import styles from './SignOffScreen.module.css';
import { useFileExport } from './useFileExport.ts';

type Filled = ChannelOutput<'export.form'>;

/** The official form itself, filled with what is written here. */
export function ExportForm({ cycle }: { readonly cycle: Cycle }) {
  const [draft, setDraft] = useState(true);
  const [filled, setFilled] = useState<Filled | null>(null);
  const { jobId, progress, error, make, saveAgain } = useFileExport();
  const form = useOfficialForm(cycle.id);
  const prompts = useOfficialPrompts(form?.id);
  const guesses = prompts.filter(({ confirmed, questionKey }) => !confirmed && questionKey !== null).length;

  const fill = (): Promise<void> => {
    setFilled(null);
    return make(async (id) => {
      const result = await ask('export.form', { cycleId: cycle.id, draft, jobId: id });
      if (result.ok) setFilled(result.value);
      return result;
    });
  };

  return (
    <section className={styles.panel} aria-labelledby="official-form">
      <h2 id="official-form">Official form</h2>
      {form ? (
        <>
          <p>
            Your own form, with each answer after its prompt in the form’s own style. The plans and tables follow as
            appendices; everything else in the form stays as it is.
          </p>
          {error ? <ErrorAlert error={error} /> : null}
          <Choice
            legend="The form"
            name="form-copy"
            value={draft ? 'draft' : 'final'}
            onChange={(copy) => setDraft(copy === 'draft')}
            options={[
              { value: 'draft', label: 'A draft: signatures stay blank' },
              { value: 'final', label: 'A final copy: names, titles and dates of those who sign are filled in' },
            ]}
          />
          {guesses > 0 ? (
            <p>
              {guesses === 1 ? 'One prompt is' : `${guesses} prompts are`} still paired by a guess.{' '}
              <Button look="quiet" onPress={() => goTo('/official-form')}>
                Look at the pairings
              </Button>
            </p>
          ) : null}
          {jobId ? (
            <Progress
              label={progress?.label ?? 'Filling the form'}
              value={progress?.progress ?? null}
              onStop={() => void ask('job.cancel', { jobId })}
            />
          ) : (
            <div className={styles.buttons}>
              <Button look="primary" onPress={() => void fill()}>
                {draft ? 'Fill a draft of the form' : 'Fill the form'}
              </Button>
              {saveAgain ? <Button onPress={() => void saveAgain()}>Save it again</Button> : null}
            </div>
          )}
          {filled ? <WhatWasFilled filled={filled} /> : null}
        </>
      ) : (
        <>
          <p>Open the blank official form, and it can be filled with what is written here.</p>
          <div className={styles.buttons}>
            <Button onPress={() => goTo('/official-form')}>Open the blank form</Button>
          </div>
        </>
      )}
    </section>
  );
}

function WhatWasFilled({ filled }: { readonly filled: Filled }) {
  const { inAppendix, leftOut } = filled;
  return (
    <ul className={styles.filled} role="status">
      <li>
        {filled.filled} {filled.filled === 1 ? 'prompt was' : 'prompts were'} filled
        {filled.guesses > 0 ? `, ${filled.guesses} of them by a guess` : ''}.
      </li>
      {inAppendix.length > 0 ? (
        <li>In an appendix, since the form does not ask for it: {inAppendix.join(', ')}.</li>
      ) : null}
      {leftOut.length > 0 ? <li>Printed nowhere, as you chose: {leftOut.join(', ')}.</li> : null}
    </ul>
  );
}
