import type { ChannelOutput } from '#shared/contract/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords } from '../../components/wordDifference.ts';
import styles from './CompareScreen.module.css';
import { Differences, presenceWords } from './Differences.tsx';
import { PlanComparison } from './PlanComparison.tsx';

type Comparison = Pick<ChannelOutput<'version.compare'>, 'answers' | 'plans' | 'others'>;

/** What differs between two states: answers word by word, plans, and everything else. */
export function Compared({ comparison: { answers, plans, others } }: { readonly comparison: Comparison }) {
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
