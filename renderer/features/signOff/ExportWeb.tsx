import { useEffect, useState } from 'react';
import type { ChannelInput, ChannelOutput } from '#shared/contract/contract.ts';
import type { Redaction } from '#shared/model/redaction.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { host } from '../../stores/host.ts';
import { useRoute } from '../../stores/route.ts';
import { type BeforeIssue, beforeIssue } from './beforeIssue.ts';
import { Choice } from './Choice.tsx';
import { useFrameworkOptions } from './groupingOptions.ts';
import { RedactionReview } from './RedactionReview.tsx';
import styles from './SignOffScreen.module.css';
import { StillOpen } from './StillOpen.tsx';
import { saveHeldFile, useFileExport } from './useFileExport.ts';

type Part = ChannelInput<'export.web'>['parts'][number];

const parts: readonly { readonly part: Part; readonly label: string }[] = [
  { part: 'last-plan', label: 'RAG review of the last plan' },
  { part: 'voice', label: 'Technician voice (you said, we did)' },
];

/** The page for the institution's own site, looked through before it is written, and the plan beside it as csv. */
export function ExportWeb({ cycle, review: asked }: { readonly cycle: Cycle; readonly review?: string }) {
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set(parts.map(({ part }) => part)));
  const [planBy, setPlanBy] = useState('theme');
  const frameworks = useFrameworkOptions((title) => `One for each item of ${title}`);
  const grouping = frameworks.some(({ value }) => value === planBy) ? planBy : 'theme';
  const [language, setLanguage] = useState<'en-GB' | 'cy-GB'>('en-GB');
  const [draft, setDraft] = useState(true);
  const [review, setReview] = useState<readonly Redaction[] | null>(null);
  const [exceptions, setExceptions] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<BeforeIssue | null>(null);
  const [made, setMade] = useState<ChannelOutput<'export.web'> | null>(null);
  const { jobId, progress, error, make, saveAgain } = useFileExport();

  const wished = {
    cycleId: cycle.id,
    parts: parts.map(({ part }) => part).filter((part) => chosen.has(part)),
    planBy: grouping === 'theme' ? 'theme' : { framework: grouping },
    language,
  } as const;

  /** What is asked for has changed, so what was looked through is no longer what would be written. */
  const changing = (change: () => void): void => {
    change();
    setReview(null);
    setMade(null);
  };
  const lookThrough = async (): Promise<void> => {
    const found = await ask('export.webReview', wished);
    if (found.ok) setReview(found.value);
    else showError(found.error);
  };
  // Somebody was led here from Readiness: the review is made at once, and the item is gone to when it is there.
  const visit = useRoute((state) => state.visit);
  const [led, setLed] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit asks for it anew, and nothing else does
  useEffect(() => {
    if (asked === undefined) return;
    setLed(asked);
    void lookThrough();
  }, [asked, visit]);
  useEffect(() => {
    if (led === null || review === null) return;
    const place = document.getElementById(`redaction-${led}`) ?? document.getElementById('redactions');
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
    setLed(null);
  }, [led, review]);
  const write = (): Promise<void> => {
    setMade(null);
    return make(async (id) => {
      // An exception for something that is no longer there is no exception.
      const kept = (review ?? []).map(({ key }) => key).filter((key) => exceptions.has(key));
      const result = await ask('export.web', { ...wished, exceptions: kept, draft, jobId: id });
      if (!result.ok) return result;
      setMade(result.value);
      setReview(result.value.redactions);
      return { ok: true, value: result.value.page };
    });
  };
  /** Going on regardless is possible. */
  const begin = async (): Promise<void> => {
    if (draft || open !== null) {
      setOpen(null);
      await write();
      return;
    }
    const openStill = await beforeIssue(cycle.id);
    if (openStill) setOpen(openStill);
    else await write();
  };
  const { showToPrint } = host().platform;
  const savePlan = async (): Promise<void> => {
    const failed = made ? await saveHeldFile(made.plan) : null;
    if (failed) showError(failed);
  };

  return (
    <section className={styles.panel} aria-labelledby="web-page">
      <h2 id="web-page">Public web page</h2>
      <p>
        One file for your own site: status, contact, period and the new plan as table and as list. Names, e-mail
        addresses and small numbers are taken out before it is written, and you look through what was.{' '}
        {host().platform.kind === 'desktop'
          ? 'For a PDF, end its name in .pdf when you save it.'
          : 'For a PDF, open the page here once it is made, and print it from the browser.'}
      </p>
      {error ? <ErrorAlert error={error} /> : null}
      <fieldset className={styles.parts}>
        <legend>Also on the page</legend>
        {parts.map(({ part, label }) => (
          <Checkbox
            key={part}
            label={label}
            selected={chosen.has(part)}
            onChange={(selected) => changing(() => setChosen(withOrWithout(chosen, part, selected)))}
          />
        ))}
      </fieldset>
      {frameworks.length === 0 ? null : (
        <Choice
          legend="The headings of the plans"
          name="web-plan-by"
          value={grouping}
          onChange={(value) => changing(() => setPlanBy(value))}
          options={[{ value: 'theme', label: 'One for each theme' }, ...frameworks]}
        />
      )}
      <Choice
        legend="Headings and labels"
        name="web-language"
        value={language}
        onChange={(value) => changing(() => setLanguage(value))}
        options={[
          { value: 'en-GB', label: 'In English' },
          { value: 'cy-GB', label: 'In Welsh' },
        ]}
      />
      <Choice
        legend="The copy"
        name="web-copy"
        value={draft ? 'draft' : 'issued'}
        onChange={(copy) => {
          setDraft(copy === 'draft');
          setOpen(null);
        }}
        options={[
          { value: 'draft', label: 'A draft, marked as one at the top' },
          {
            value: 'issued',
            changes: true,
            label: 'An issued page, kept here as it is, with version and fingerprint at the foot',
          },
        ]}
      />
      {review ? (
        <RedactionReview
          redactions={review}
          exceptions={exceptions}
          onChange={(key, stays) => {
            setExceptions(withOrWithout(exceptions, key, stays));
            setMade(null);
          }}
        />
      ) : null}
      {jobId ? (
        <Progress
          label={progress?.label ?? 'Making the page'}
          value={progress?.progress ?? null}
          onStop={() => void ask('job.cancel', { jobId })}
        />
      ) : (
        <>
          {open === null ? null : <StillOpen before={open} />}
          <div className={styles.buttons}>
            {review ? (
              <Button look="primary" onPress={() => void begin()}>
                {draft ? 'Export the draft page' : open === null ? 'Issue this page' : 'Issue the page regardless'}
              </Button>
            ) : null}
            <Button look={review ? 'plain' : 'primary'} onPress={() => void lookThrough()}>
              {review ? 'Look through it again' : 'Look through what is taken out'}
            </Button>
            {made ? <Button onPress={() => void savePlan()}>Save the plan as csv</Button> : null}
            {made && showToPrint ? <Button onPress={() => showToPrint(made.page.file)}>Open it to print</Button> : null}
            {made && saveAgain ? <Button onPress={() => void saveAgain()}>Save the page again</Button> : null}
            {made ? (
              <span className={styles.meta}>
                {made.page.fileName}, {Math.ceil(made.page.bytes / 1024)} kB, fingerprint {made.fingerprint}
              </span>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

function withOrWithout<Value>(set: ReadonlySet<Value>, value: Value, isIn: boolean): ReadonlySet<Value> {
  const next = new Set(set);
  if (isIn) next.add(value);
  else next.delete(value);
  return next;
}
