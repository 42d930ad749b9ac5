import type { ChannelOutput } from '#shared/contract/contract.ts';
import { RagBadge } from '../../components/RagBadge.tsx';
import { ragWords } from '../../text/words.ts';
import styles from './CompareScreen.module.css';
import { Differences, presenceWords } from './Differences.tsx';

type Plan = ChannelOutput<'version.compare'>['plans'][number];

const ratings = ['green', 'amber', 'red', 'notRated'] as const;

/** One plan of two states: the RAG totals of each, the ratings that moved, and the actions that differ. */
export function PlanComparison({ plan }: { readonly plan: Plan }) {
  const heading = `compared-${plan.id}`;
  const hasRatings = ratings.some((rag) => rag !== 'notRated' && plan.before[rag] + plan.after[rag] > 0);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{plan.title}</h2>
      {hasRatings ? (
        <table className={styles.totals}>
          <thead>
            <tr>
              <th scope="col">State</th>
              {ratings.map((rag) => (
                <th key={rag} scope="col">
                  {rag === 'notRated' ? ragWords.unrated : ragWords[rag]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['before', 'after'] as const).map((state) => (
              <tr key={state}>
                <th scope="row">{state === 'before' ? 'First' : 'Second'}</th>
                {ratings.map((rag) => (
                  <td key={rag}>{plan[state][rag]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {plan.moved.length > 0 ? (
        <>
          <h3>Ratings that moved</h3>
          <ul className={styles.moved}>
            {plan.moved.map(({ id, name, before, after }) => (
              <li key={id}>
                <span>{name}</span>
                <span className={styles.ratings}>
                  <RagBadge rag={before} /> <span>then</span> <RagBadge rag={after} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>Actions that differ</h3>
      {plan.actions.map(({ id, name, presence, fields }) => (
        <article key={id} className={styles.answer}>
          <h4>
            {name} <span className={styles.meta}>{presenceWords[presence]}</span>
          </h4>
          {presence === 'changed' ? (
            <Differences table="action" fields={fields.filter(({ field }) => field !== 'rag')} />
          ) : null}
        </article>
      ))}
    </section>
  );
}
