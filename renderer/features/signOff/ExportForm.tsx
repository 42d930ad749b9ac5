import { useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { goTo } from '../../stores/route.ts';
import { useOfficialForm, useOfficialPrompts } from '../officialForm/officialForms.ts';
import { type BeforeIssue, beforeIssue } from './beforeIssue.ts';
import { Choice } from './Choice.tsx';
import styles from './SignOffScreen.module.css';
import { StillOpen } from './StillOpen.tsx';
import { useFileExport } from './useFileExport.ts';

type Filled = ChannelOutput<'export.form'>;

/** The official form itself, filled with what is written here. */
export function ExportForm({ cycle }: { readonly cycle: Cycle }) {
  const [draft, setDraft] = useState(true);
  const [language, setLanguage] = useState<'en-GB' | 'cy-GB'>('en-GB');
  const [open, setOpen] = useState<BeforeIssue | null>(null);
  const [filled, setFilled] = useState<Filled | null>(null);
  const { jobId, progress, error, make, saveAgain } = useFileExport();
  const form = useOfficialForm(cycle.id);
  const prompts = useOfficialPrompts(form?.id);
  const guesses = prompts.filter(({ confirmed, questionKey }) => !confirmed && questionKey !== null).length;

  const fill = (): Promise<void> => {
    setFilled(null);
    return make(async (id) => {
      const result = await ask('export.form', { cycleId: cycle.id, draft, language, jobId: id });
      if (result.ok) setFilled(result.value);
      return result;
    });
  };
  /** Going on regardless is possible. */
  const begin = async (): Promise<void> => {
    if (draft || open !== null) {
      setOpen(null);
      await fill();
      return;
    }
    const asked = await beforeIssue(cycle.id);
    if (asked) setOpen(asked);
    else await fill();
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
            legend="Headings of the appendices"
            name="form-language"
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'en-GB', label: 'In English' },
              { value: 'cy-GB', label: 'In Welsh' },
            ]}
          />
          <Choice
            legend="The form"
            name="form-copy"
            value={draft ? 'draft' : 'issued'}
            onChange={(copy) => {
              setDraft(copy === 'draft');
              setOpen(null);
            }}
            options={[
              { value: 'draft', label: 'A draft, marked as one at the top of every page; signatures stay blank' },
              {
                value: 'issued',
                changes: true,
                label: 'An issued copy, kept here as it is: names, titles and dates of those who sign are filled in',
              },
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
            <>
              {open === null ? null : <StillOpen before={open} />}
              <div className={styles.buttons}>
                <Button look="primary" onPress={() => void begin()}>
                  {draft ? 'Fill a draft of the form' : open === null ? 'Issue the form' : 'Issue the form regardless'}
                </Button>
                {saveAgain ? <Button onPress={() => void saveAgain()}>Save it again</Button> : null}
                {filled ? (
                  <span className={styles.meta}>
                    {filled.fileName}, {Math.ceil(filled.bytes / 1024)} kB, fingerprint {filled.fingerprint}
                  </span>
                ) : null}
              </div>
            </>
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
  const { afterBoxes, blank, inAppendix, leftOut } = filled;
  return (
    <div role="status">
      <ul className={styles.filled}>
        <li>
          {filled.filled} {filled.filled === 1 ? 'prompt was' : 'prompts were'} filled
          {filled.guesses > 0 ? `, ${filled.guesses} of them by a guess` : ''}.
        </li>
        {afterBoxes.length > 0 ? (
          <li>Placed after the drawn box, since there is no room for it in the box: {afterBoxes.join(', ')}.</li>
        ) : null}
        {blank.length > 0 ? <li>Left blank, since nothing is written for it yet: {blank.join(', ')}.</li> : null}
        {inAppendix.length > 0 ? (
          <li>In an appendix, since the form does not ask for it: {inAppendix.join(', ')}.</li>
        ) : null}
        {leftOut.length > 0 ? <li>Printed nowhere, as you chose: {leftOut.join(', ')}.</li> : null}
      </ul>
    </div>
  );
}
