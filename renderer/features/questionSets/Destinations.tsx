import type { Destination, DraftAnswer } from '#shared/model/draftMove.ts';
import { hasFact } from '#shared/model/facts.ts';
import type { Question, QuestionSet } from '#shared/model/questionSet.ts';
import type { QuestionPair } from '#shared/model/questionSetComparison.ts';
import type { Answer } from '#shared/model/tables.ts';
import tableStyles from '../../components/Table.module.css';
import { answerStateWords } from '../../text/words.ts';
import styles from './QuestionSets.module.css';
import { counted } from './questionSetWords.ts';

interface DestinationsProps {
  readonly before: QuestionSet;
  readonly next: QuestionSet;
  readonly pairs: readonly QuestionPair[];
  readonly answers: ReadonlyMap<string, Answer>;
  readonly drafts: ReadonlyMap<string, DraftAnswer>;
  readonly destinations: readonly Destination[];
  readonly onChange: (from: string, to: readonly string[]) => void;
}

/** Where each answer goes: as proposed, with the reason, until the person says otherwise. */
export function Destinations({ before, next, pairs, answers, drafts, destinations, onChange }: DestinationsProps) {
  return (
    <section className={styles.section} aria-label="Where each answer goes">
      <h2>Where each answer goes</h2>
      <table className={`${tableStyles.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Why it is proposed so</th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {before.questions.map((question) => {
            const to = destinations.find(({ from }) => from === question.key)?.to ?? [];
            const reasons = pairs.filter((pair) => pair.from === question.key && to.includes(pair.to));
            return (
              <tr key={question.key}>
                <th scope="row">
                  {question.title}
                  <p className={styles.meta}>{holds(answers.get(question.key), drafts.get(question.key))}</p>
                </th>
                <td>
                  {reasons.length === 0
                    ? to.length === 0
                      ? 'Nothing in the other form is like it.'
                      : 'Chosen by you.'
                    : null}
                  {reasons.map(({ to: key, reason }) => (
                    <p key={key}>{reason}</p>
                  ))}
                </td>
                <td>
                  <Places question={question} next={next} to={to} onChange={(keys) => onChange(question.key, keys)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function holds(answer: Answer | undefined, draft: DraftAnswer | undefined): string {
  if (!answer || !draft) return '';
  const fields = Object.values(draft.facts).filter(hasFact).length;
  return [
    answerStateWords[draft.state],
    ...(answer.words > 0 ? [counted(answer.words, 'word', 'words')] : []),
    ...(fields > 0 ? [counted(fields, 'field', 'fields')] : []),
    ...(draft.ticked.length > 0 ? [counted(draft.ticked.length, 'tick', 'ticks')] : []),
  ].join(' · ');
}

interface PlacesProps {
  readonly question: Question;
  readonly next: QuestionSet;
  readonly to: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

const nowhere = '';

/** One choice for each place, and one more where it should also stand. */
function Places({ question, next, to, onChange }: PlacesProps) {
  const shown = to.length === 0 ? [nowhere] : to;
  const options = (own: string) => (
    <>
      <option value={nowhere}>Nowhere: keep it in the earlier draft only</option>
      {next.questions
        .filter(({ key }) => key === own || !to.includes(key))
        .map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
    </>
  );
  return (
    <div className={styles.places}>
      {shown.map((key, index) => (
        <select
          key={key}
          className={styles.select}
          aria-label={index === 0 ? `Where ${question.title} goes` : `Where ${question.title} also goes, ${index}`}
          value={key}
          onChange={({ target: { value } }) =>
            onChange(
              shown.flatMap((each, at) =>
                at === index ? (value === nowhere ? [] : [value]) : each === nowhere ? [] : [each],
              ),
            )
          }
        >
          {options(key)}
        </select>
      ))}
      {to.length > 0 && to.length < next.questions.length ? (
        <select
          className={styles.select}
          aria-label={`Also put ${question.title} in`}
          value={nowhere}
          onChange={({ target: { value } }) => onChange([...to, value])}
        >
          <option value={nowhere}>Also put it in…</option>
          {next.questions
            .filter(({ key }) => !to.includes(key))
            .map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
        </select>
      ) : null}
    </div>
  );
}
