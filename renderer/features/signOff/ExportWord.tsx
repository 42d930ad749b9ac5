import { useState } from 'react';
import type { ChannelInput, ChannelOutput } from '#shared/contract/contract.ts';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { AppError } from '#shared/errors.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { host } from '../../stores/host.ts';
import { useJobs } from '../../stores/jobs.ts';
import { notify } from '../../stores/notices.ts';
import { useFrameworkOptions } from './groupingOptions.ts';
import styles from './SignOffScreen.module.css';
import { StillOpen } from './StillOpen.tsx';

type Part = ChannelInput<'export.word'>['parts'][number];

const parts: readonly { readonly part: Part; readonly label: string }[] = [
  { part: 'brief', label: 'Brief for those who sign' },
  { part: 'questions', label: 'Questions and answers' },
  { part: 'signatures', label: 'Signatures' },
  { part: 'last-plan', label: 'Appendix: RAG review of the last plan' },
  { part: 'new-plan', label: 'Appendix: the new plan' },
  { part: 'voice', label: 'Appendix: technician voice' },
  { part: 'evidence', label: 'Appendix: evidence' },
];

/** Makes the Word document, and hands it to the host to be saved where the person says. */
export function ExportWord({ cycle }: { readonly cycle: Cycle }) {
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set(parts.map(({ part }) => part)));
  const [planAs, setPlanAs] = useState<'tables' | 'lists'>('tables');
  const [planBy, setPlanBy] = useState('theme');
  const frameworks = useFrameworkOptions((title) => `One for each item of ${title}`);
  const grouping = frameworks.some(({ value }) => value === planBy) ? planBy : 'theme';
  const [language, setLanguage] = useState<'en-GB' | 'cy-GB'>('en-GB');
  const [draft, setDraft] = useState(true);
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // Kept after a failed save: the finished document is not made again for want of a folder.
  const [finished, setFinished] = useState<ChannelOutput<'export.word'> | null>(null);
  const [open, setOpen] = useState<readonly ReadinessItem[] | null>(null);
  const progress = useJobs((state) => (jobId ? state.jobs[jobId] : undefined));

  const save = async (made: ChannelOutput<'export.word'>): Promise<void> => {
    const saved = await host().platform.saveFile(made.file, made.fileName);
    if (!saved.ok) setError(saved.error);
    else if (saved.value.saved) notify({ kind: 'done', message: `${made.fileName} was saved.` });
  };

  const make = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setJobId(id);
    setError(null);
    setFinished(null);
    const result = await ask('export.word', {
      cycleId: cycle.id,
      parts: parts.map(({ part }) => part).filter((part) => chosen.has(part)),
      planAs,
      planBy: grouping === 'theme' ? 'theme' : { framework: grouping },
      language,
      draft,
      jobId: id,
    });
    setJobId(null);
    if (result.ok) {
      setFinished(result.value);
      await save(result.value);
    } else if (result.error.code !== 'cancelled') setError(result.error);
  };

  /** An issue is for good, so it asks first what is still open; going on regardless is possible. */
  const begin = async (): Promise<void> => {
    if (draft || open !== null) {
      setOpen(null);
      await make();
      return;
    }
    const readiness = await ask('readiness.list', { cycleId: cycle.id });
    const musts = readiness.ok ? readiness.value.filter((item) => item.weight === 'must') : [];
    if (musts.length > 0) setOpen(musts);
    else await make();
  };

  return (
    <section className={styles.panel} aria-labelledby="word">
      <h2 id="word">Word document</h2>
      {error ? <ErrorAlert error={error} /> : null}
      <fieldset className={styles.parts}>
        <legend>Parts</legend>
        {parts.map(({ part, label }) => (
          <Checkbox
            key={part}
            label={label}
            selected={chosen.has(part)}
            onChange={(selected) => {
              const next = new Set(chosen);
              if (selected) next.add(part);
              else next.delete(part);
              setChosen(next);
            }}
          />
        ))}
      </fieldset>
      <Choice
        legend="The plans"
        name="plan-as"
        value={planAs}
        onChange={setPlanAs}
        options={[
          { value: 'tables', label: 'As tables, on landscape pages' },
          { value: 'lists', label: 'As headings and lists, easier for screen readers and phones' },
        ]}
      />
      {frameworks.length === 0 ? null : (
        <Choice
          legend={planAs === 'tables' ? 'The tables' : 'The headings'}
          name="plan-by"
          value={grouping}
          onChange={setPlanBy}
          options={[{ value: 'theme', label: 'One for each theme' }, ...frameworks]}
        />
      )}
      <Choice
        legend="The words that are added to yours"
        name="language"
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'en-GB', label: 'In English' },
          {
            value: 'cy-GB',
            label: 'In Welsh: headings and labels, and the language of the document; answers stay as they are written',
          },
        ]}
      />
      <Choice
        legend="The copy"
        name="copy"
        value={draft ? 'draft' : 'issued'}
        onChange={(copy) => {
          setDraft(copy === 'draft');
          setOpen(null);
        }}
        options={[
          { value: 'draft', label: 'A draft, marked as one on every page' },
          { value: 'issued', label: 'An issued copy, kept here as it is, with version and fingerprint in the footer' },
        ]}
      />
      {jobId ? (
        <Progress
          label={progress?.label ?? 'Making the document'}
          value={progress?.progress ?? null}
          onStop={() => void ask('job.cancel', { jobId })}
        />
      ) : (
        <>
          {open === null ? null : <StillOpen items={open} />}
          <div className={styles.buttons}>
            <Button look="primary" isDisabled={chosen.size === 0} onPress={() => void begin()}>
              {draft ? 'Export the draft' : open === null ? 'Issue this copy' : 'Issue it regardless'}
            </Button>
            {finished ? (
              <>
                <Button onPress={() => void save(finished)}>Save it again</Button>
                <span className={styles.meta}>
                  {finished.fileName}, {Math.ceil(finished.bytes / 1024)} kB, fingerprint {finished.fingerprint}
                </span>
              </>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ legend, name, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles.parts}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.radio}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
