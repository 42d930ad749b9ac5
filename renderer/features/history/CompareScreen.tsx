import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords } from '../../components/wordDifference.ts';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './CompareScreen.module.css';
import { Differences, presenceWords } from './Differences.tsx';
import { PlanComparison } from './PlanComparison.tsx';
import { type StateInAddress, stateName, stepOf, useVersions, versionLine } from './versionNames.ts';

interface CompareScreenProps {
  readonly from: StateInAddress;
  readonly to: StateInAddress;
}

type Comparison = ChannelOutput<'version.compare'>;

/** Two states of the workspace beside each other: answers word by word, actions cell by cell, RAG then and now. */
export function CompareScreen({ from, to }: CompareScreenProps) {
  const versions = useVersions();
  const newest = useWorkspace((state) => state.history.stepId);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why a comparison with now is made again
  useEffect(() => {
    let wanted = true;
    void ask('version.compare', { from: stepOf(from), to: stepOf(to) }).then((result) => {
      if (!wanted) return;
      setError(result.ok ? null : result.error);
      setComparison(result.ok ? result.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [from, to, to === 'now' || from === 'now' ? newest : 0]);
  return (
    <>
      <PageHeading
        title={`${stateName(from, versions, comparison?.from)} and ${to === 'now' ? 'now' : stateName(to, versions, comparison?.to)}`}
        lede="What differs between two states. Struck through: only in the first. Underlined: only in the second."
      >
        <Button onPress={() => goTo('/history')}>Back to History</Button>
      </PageHeading>
      <div className={styles.choice}>
        <StateChoice
          label="First"
          value={from}
          step={comparison?.from}
          onChange={(state) => goTo(`/compare/${state}/${to}`)}
        />
        <StateChoice
          label="Second"
          value={to}
          step={comparison?.to}
          onChange={(state) => goTo(`/compare/${from}/${state}`)}
        />
        <Button look="quiet" onPress={() => goTo(`/compare/${to}/${from}`)}>
          The other way round
        </Button>
      </div>
      {error ? <ErrorAlert error={error} /> : null}
      {comparison ? <Compared comparison={comparison} /> : error ? null : <p role="status">Comparing…</p>}
    </>
  );
}

function StateChoice({
  label,
  value,
  step,
  onChange,
}: {
  readonly label: string;
  readonly value: StateInAddress;
  readonly step: Comparison['from'] | undefined;
  readonly onChange: (state: StateInAddress) => void;
}) {
  const versions = useVersions();
  const isNamed = value === 'now' || versions.some(({ stepId }) => String(stepId) === value);
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="now">Now</option>
        {isNamed ? null : <option value={value}>{stateName(value, versions, step)}</option>}
        {versions.map((version) => (
          <option key={version.id} value={version.stepId}>
            {versionLine(version)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Compared({ comparison: { answers, plans, others } }: { readonly comparison: Comparison }) {
  if (answers.length + plans.length + others.length === 0) {
    return (
      <EmptyState title="Nothing differs">
        <p>The two states hold the same answers, plans, voice and evidence.</p>
      </EmptyState>
    );
  }
  const stages = new Set(answers.map(({ stage }) => stage));
  return (
    <>
      <p role="status" className={styles.meta}>
        {countOf(answers.length, 'answer')}, {countOf(plans.flatMap(({ actions }) => actions).length, 'action')} and{' '}
        {countOf(others.length, 'other entry', 'other entries')} differ.
      </p>
      {answers.length > 0 ? (
        <section aria-labelledby="compared-answers">
          <h2 id="compared-answers">Answers</h2>
          {answers.map((answer) => (
            <article key={answer.id} className={styles.answer}>
              <h3>
                {stages.size > 1 ? `Stage ${answer.stage}: ` : ''}
                {answer.question}
              </h3>
              {answer.before === answer.after ? null : (
                <WordComparison parts={compareWords(answer.before, answer.after)} />
              )}
              <Differences table="answer" fields={answer.fields} />
            </article>
          ))}
        </section>
      ) : null}
      {plans.map((plan) => (
        <PlanComparison key={plan.id} plan={plan} />
      ))}
      {others.length > 0 ? (
        <section aria-labelledby="compared-others">
          <h2 id="compared-others">Voice, evidence, frameworks and profile</h2>
          {others.map(({ id, table, name, presence, fields }) => (
            <article key={`${table} ${id}`} className={styles.answer}>
              <h3>
                {tableWords[table] ?? table}
                {name ? `: ${name}` : ''} <span className={styles.meta}>{presenceWords[presence]}</span>
              </h3>
              <Differences table={table} fields={fields} />
            </article>
          ))}
        </section>
      ) : null}
    </>
  );
}

const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const tableWords: Readonly<Record<string, string>> = {
  institution: 'Profile',
  signatory: 'Signatory',
  staffNumber: 'Technical staff number',
  questionSet: 'Questions',
  cycle: 'Cycle',
  plan: 'Plan',
  voice: 'Technician voice',
  evidence: 'Evidence',
  link: 'Link',
  framework: 'Framework',
  frameworkItem: 'Framework item',
  signOff: 'Sign-off',
  amendment: 'Amendment',
  dismissal: 'Set aside in Readiness',
};
