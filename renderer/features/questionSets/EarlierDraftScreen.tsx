import { useCallback } from 'react';
import { hasFact } from '#shared/model/facts.ts';
import type { Question } from '#shared/model/questionSet.ts';
import { type CitationTarget, isEmptyRichText } from '#shared/model/richText.ts';
import type { EarlierAnswer } from '#shared/model/tables.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import tableStyles from '../../components/Table.module.css';
import { useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { answerStateWords } from '../../text/words.ts';
import { citationWords } from '../question/citationWords.ts';
import { earlierDrafts } from './earlierDrafts.ts';
import styles from './QuestionSets.module.css';
import { counted, nameOfSet } from './questionSetWords.ts';
import { RichTextView } from './RichTextView.tsx';

/** A draft as it stood under the form that was left: to be read and copied from, never to be changed. */
export function EarlierDraftScreen({ questionSetId }: { readonly questionSetId: string }) {
  const rows = useWorkspace((state) => state.rows);
  const view = useCycleView();
  const wordsOf = useCallback((target: CitationTarget) => citationWords(rows, target), [rows]);
  const draft = view
    ? earlierDrafts(rows, view.cycle.id).find((each) => each.questionSetId === questionSetId)
    : undefined;
  if (!draft || !view) {
    return (
      <EmptyState title="There is no earlier draft at this address">
        <p>It may have been taken back by Undo. The drafts that are kept stand under Form and questions.</p>
      </EmptyState>
    );
  }
  const titleOf = new Map(view.questions.map(({ key, title }) => [key, title]));
  return (
    <>
      <PageHeading
        title="Earlier draft"
        lede={`${nameOfSet(draft.set)}, as it stood on ${dayAndTime(draft.movedAt)}. It can be read and copied from.`}
      />
      {draft.set.questions.map((question) => {
        const answer = draft.answers.get(question.key);
        return answer ? (
          <section key={question.key} className={styles.question} aria-label={question.title}>
            <h2>{question.title}</h2>
            <p>{question.heading}</p>
            <p className={styles.meta}>
              {answerStateWords[answer.state]}
              {answer.words > 0 ? ` · ${counted(answer.words, 'word', 'words')}` : ''}
            </p>
            {isEmptyRichText(answer.content) ? null : <RichTextView content={answer.content} wordsOf={wordsOf} />}
            <Facts question={question} answer={answer} />
            <Ticks question={question} answer={answer} />
            <WhereItWent answer={answer} titleOf={titleOf} />
          </section>
        ) : null;
      })}
    </>
  );
}

interface PartProps {
  readonly question: Question;
  readonly answer: EarlierAnswer;
}

function Facts({ question, answer }: PartProps) {
  const filled = (question.facts ?? []).flatMap((fact) => {
    const value = answer.facts[fact.key];
    return value !== undefined && hasFact(value) ? [{ fact, value }] : [];
  });
  if (filled.length === 0) return null;
  return (
    <dl>
      {filled.map(({ fact, value }) => (
        <div key={fact.key}>
          <dt className={styles.meta}>{fact.label}</dt>
          <dd>
            {typeof value === 'string' || fact.kind !== 'table' ? (
              String(value)
            ) : (
              <table className={`${tableStyles.table} ${styles.table}`}>
                <thead>
                  <tr>
                    {fact.columns.map(({ key, label }) => (
                      <th key={key} scope="col">
                        {label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {value.map((row) => (
                    <tr key={JSON.stringify(row)}>
                      {fact.columns.map(({ key }) => (
                        <td key={key}>{row[key] ?? ''}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Ticks({ question, answer }: PartProps) {
  const ticked = question.asks.filter(({ key }) => answer.ticked.includes(key));
  return ticked.length === 0 ? null : (
    <p className={styles.meta}>Ticked: {ticked.map(({ label }) => label).join('; ')}</p>
  );
}

function WhereItWent({
  answer,
  titleOf,
}: {
  readonly answer: EarlierAnswer;
  readonly titleOf: ReadonlyMap<string, string>;
}) {
  const places = answer.movedTo.filter(({ questionKey }) => titleOf.has(questionKey));
  return (
    <p className={styles.meta}>
      {places.length === 0 ? 'It stays here only.' : 'Went to '}
      {places.map(({ questionKey }, index) => (
        <span key={questionKey}>
          {index > 0 ? ', ' : ''}
          <a href={`#/question/${questionKey}`}>{titleOf.get(questionKey)}</a>
        </span>
      ))}
    </p>
  );
}
