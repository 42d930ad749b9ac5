import type { Question, QuestionSet } from '#shared/model/questionSet.ts';
import type { QuestionComparison, QuestionSetComparison } from '#shared/model/questionSetComparison.ts';
import tableStyles from '../../components/Table.module.css';
import { compareWords } from '../../components/wordDifference.ts';
import styles from './QuestionSets.module.css';
import { fateWords } from './questionSetWords.ts';

interface ComparisonProps {
  readonly before: QuestionSet;
  readonly next: QuestionSet;
  readonly comparison: QuestionSetComparison;
}

/** Both forms side by side, in the order of the other one; what it has nothing for comes last. */
export function Comparison({ before, next, comparison }: ComparisonProps) {
  const gone = before.questions.filter(({ key }) => comparison.gone.includes(key));
  return (
    <table className={`${tableStyles.table} ${styles.table}`}>
      <caption className="visually-hidden">The questions of both forms, side by side</caption>
      <thead>
        <tr>
          <th scope="col">In use: {before.version}</th>
          <th scope="col" className={styles.fate}>
            What happens
          </th>
          <th scope="col">
            {next.title === before.title ? 'The other' : next.title}: {next.version}
          </th>
        </tr>
      </thead>
      <tbody>
        {comparison.questions.map((each, index) => (
          <Compared key={each.key} comparison={each} before={before} question={next.questions[index]} />
        ))}
        {gone.map((question) => (
          <tr key={question.key}>
            <td>
              <Wording question={question} />
            </td>
            <td>
              <span className={styles.badge}>Gone</span>
            </td>
            <td>Nothing like it.</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ComparedProps {
  readonly comparison: QuestionComparison;
  readonly before: QuestionSet;
  readonly question: Question | undefined;
}

function Compared({ comparison, before, question }: ComparedProps) {
  const origins = before.questions.filter(({ key }) => comparison.from.includes(key));
  const [origin] = origins;
  if (!question) return null;
  const isReworded = comparison.fate === 'reworded' && origin;
  return (
    <tr>
      <td>
        {origins.length === 0 ? 'Nothing like it.' : null}
        {origins.map((each) => (
          <Wording key={each.key} question={each} />
        ))}
      </td>
      <td>
        <span className={styles.badge} data-fate={comparison.fate}>
          {fateWords[comparison.fate]}
        </span>
        {comparison.moved ? (
          <p>
            <span className={styles.badge}>Moved</span>
          </p>
        ) : null}
      </td>
      <td>
        {isReworded ? (
          <>
            <p>
              <b>
                <Difference before={origin.title} after={question.title} />
              </b>
            </p>
            <p>
              <Difference before={origin.heading} after={question.heading} />
            </p>
            <p className={styles.meta}>
              <Difference before={origin.prompt} after={question.prompt} />
            </p>
          </>
        ) : (
          <Wording question={question} />
        )}
        {comparison.changes.length > 0 ? (
          <ul>
            {comparison.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        ) : null}
      </td>
    </tr>
  );
}

function Wording({ question }: { readonly question: Question }) {
  return (
    <>
      <p>
        <b>{question.title}</b>
      </p>
      <p>{question.heading}</p>
      <p className={styles.meta}>{question.prompt}</p>
    </>
  );
}

/** Word by word: struck through is only in the form in use, underlined only in the other; never by colour alone. */
function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return after;
  return compareWords(before, after).map((part, index) => {
    const key = `${index} ${part.kind}`;
    if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
    if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
    return <span key={key}>{part.text}</span>;
  });
}
