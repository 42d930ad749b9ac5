import { useMemo, useState } from 'react';
import type { Answer, Cycle } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { answersOf, cycleView, previousCycle, questionSetOf } from '../../stores/views.ts';
import { type Rows, useWorkspace } from '../../stores/workspace.ts';
import { monthAndYear } from '../../text/dates.ts';
import { RichTextView } from '../questionSets/RichTextView.tsx';
import type { InEditor } from './AnswerEditor.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { citationWords } from './citationWords.ts';
import { type EarlierAnswerTo, earlierAnswers } from './earlierAnswers.ts';
import styles from './QuestionScreen.module.css';

interface EarlierAnswersProps {
  readonly questionKey: string;
  readonly answer: Answer;
  readonly inEditor: InEditor | null;
}

/** What was answered in the cycle before, to be read whole, compared or taken over. */
export function EarlierAnswers({ questionKey, answer, inEditor }: EarlierAnswersProps) {
  const rows = useWorkspace((state) => state.rows);
  const { cycle, questionSet, answer: answers, plan } = rows;
  const found = useMemo(
    () => lastTime({ cycle, questionSet, answer: answers, plan } as Rows, questionKey),
    [cycle, questionSet, answers, plan, questionKey],
  );
  if (!found) return null;
  const { cycle: earlier, same, gone } = found;
  const shown = (each: EarlierAnswerTo, title: string | null) => (
    <OneEarlier
      key={each.answer.id}
      earlier={each}
      title={title}
      stage={earlier.stage}
      present={answer}
      inEditor={inEditor}
    />
  );
  return (
    <>
      {same.length > 0 ? (
        <section>
          <h2>
            Your {same.length === 1 ? 'answer' : 'answers'} at Stage {earlier.stage}{' '}
            <span className={styles.meta}>{monthAndYear(earlier.dueOn)}</span>
          </h2>
          {same.map((each) => shown(each, same.length === 1 ? null : each.title))}
        </section>
      ) : null}
      {gone.length > 0 ? (
        <section>
          <Disclosure title={`Answers at Stage ${earlier.stage} to questions that are not asked now (${gone.length})`}>
            {gone.map((each) => shown(each, each.title))}
          </Disclosure>
        </section>
      ) : null}
    </>
  );
}

interface OneEarlierProps {
  readonly earlier: EarlierAnswerTo;
  readonly title: string | null;
  readonly stage: number;
  readonly present: Answer;
  readonly inEditor: InEditor | null;
}

function OneEarlier({ earlier, title, stage, present, inEditor }: OneEarlierProps) {
  const rows = useWorkspace((state) => state.rows);
  const [whole, setWhole] = useState(false);
  const [comparing, setComparing] = useState(false);
  const { answer } = earlier;
  const isLong = opening(answer.plainText) !== answer.plainText;
  return (
    <Card>
      {title === null ? null : (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {whole || !isLong ? (
        <RichTextView content={answer.content} wordsOf={(target) => citationWords(rows, target)} />
      ) : (
        <p>{opening(answer.plainText)}</p>
      )}
      <p className={styles.meta}>{answer.words} words</p>
      <div className={styles.buttons}>
        {isLong ? (
          <Button
            look="quiet"
            aria-expanded={whole}
            aria-label={`${whole ? 'Fold away' : 'Show all of'} the answer to ${earlier.title} at Stage ${stage}`}
            onPress={() => setWhole(!whole)}
          >
            {whole ? 'Fold away' : 'Show all'}
          </Button>
        ) : null}
        <Button look="quiet" onPress={() => setComparing(true)}>
          Compare
        </Button>
        {inEditor ? (
          <Changing>
            <Button look="quiet" onPress={() => inEditor.insert(answer.content)}>
              Insert
            </Button>
          </Changing>
        ) : null}
      </div>
      {comparing ? (
        <CompareDialog
          before={answer.plainText}
          after={present.plainText}
          beforeName={`Stage ${stage}`}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </Card>
  );
}

function lastTime(
  rows: Rows,
  questionKey: string,
): (ReturnType<typeof earlierAnswers> & { readonly cycle: Cycle }) | null {
  const cycle = previousCycle(rows);
  const earlier = cycle && questionSetOf(rows, cycle);
  const present = cycleView(rows)?.questionSet;
  return cycle && earlier && present
    ? { cycle, ...earlierAnswers(questionKey, present, earlier, answersOf(rows, cycle)) }
    : null;
}

const opening = (text: string): string => (text.length > 220 ? `${text.slice(0, text.lastIndexOf(' ', 220))}…` : text);
