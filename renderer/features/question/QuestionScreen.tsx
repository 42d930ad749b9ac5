import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { CitationTarget } from '#shared/model/richText.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { InspectorPortal } from '../../frame/InspectorPortal.tsx';
import { useAnswers, useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { timeOf } from '../../text/dates.ts';
import { useOfficialWording } from '../officialForm/officialForms.ts';
import { MovedNote } from '../questionSets/MovedNote.tsx';
import type { InEditor } from './AnswerEditor.tsx';
import { AnswerInspector } from './AnswerInspector.tsx';
import { AnswerState } from './AnswerState.tsx';
import { CiteDialog } from './CiteDialog.tsx';
import { citationWords } from './citationWords.ts';
import { FactsForm } from './FactsForm.tsx';
import { OfficialWording } from './OfficialWording.tsx';
import styles from './QuestionScreen.module.css';
import { PlanSummary, SignatureSummary } from './Summaries.tsx';
import { WordCount } from './WordCount.tsx';

/** The editor is the largest part of the interface, so it is fetched when a question is first opened. */
const AnswerEditor = lazy(() => import('./AnswerEditor.tsx').then((module) => ({ default: module.AnswerEditor })));

interface QuestionScreenProps {
  readonly questionKey: string;
  /** Where in the answer: `to-do-2` is its second mark, `funding-1` the first line of that table. */
  readonly place?: string;
}

export function QuestionScreen({ questionKey, place }: QuestionScreenProps) {
  const view = useCycleView();
  const answers = useAnswers(view?.cycle);
  const question = view?.questions.find((each) => each.key === questionKey);
  const answer = answers.get(questionKey);
  const official = useOfficialWording(view?.cycle.id, questionKey);
  const rows = useWorkspace((state) => state.rows);
  const [inEditor, setInEditor] = useState<InEditor | null>(null);
  const [citing, setCiting] = useState(false);
  const [words, setWords] = useState<number | null>(null);
  const wordsOf = useCallback((target: CitationTarget) => citationWords(rows, target), [rows]);
  const ready = useCallback((given: InEditor) => setInEditor(given), []);

  useEffect(() => {
    const toDo = /^to-do-(\d+)$/.exec(place ?? '')?.[1];
    if (toDo !== undefined) inEditor?.goToToDo(Number(toDo) - 1);
  }, [inEditor, place]);

  if (!view || !question || !answer) {
    return (
      <EmptyState title="This question is not part of the cycle in hand">
        <p>Choose a question from the contents on the left.</p>
      </EmptyState>
    );
  }

  const writes = question.kind !== 'facts' && question.kind !== 'signatures' && question.kind !== 'publication';
  const cite = (target: CitationTarget) => {
    setCiting(false);
    inEditor?.cite(target);
    const linked = [...rows.link.values()].some((link) => link.sourceId === target.id && link.target === answer.id);
    if (!linked)
      void run('link.add', { sourceKind: target.kind, sourceId: target.id, targetKind: 'answer', target: answer.id });
  };

  return (
    <>
      <PageHeading title={question.heading} {...(official ? {} : { lede: question.prompt })} />
      {official ? <OfficialWording wording={official} prompt={question.prompt} /> : null}
      {question.guidance.length > 0 ? (
        <Disclosure title="What reviewers look for" isOpen={answer.state === 'empty'}>
          <ul className={styles.guidance}>
            {question.guidance.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <MovedNote answer={answer} />
      {question.kind === 'plan-review' ? <PlanSummary planId={view.lastPlan.id} kind="last" /> : null}
      {question.kind === 'plan' ? <PlanSummary planId={view.newPlan.id} kind="next" /> : null}
      {question.kind === 'signatures' ? <SignatureSummary /> : null}
      {question.facts ? (
        <FactsForm key={answer.id} answer={answer} facts={question.facts} {...(place === undefined ? {} : { place })} />
      ) : null}
      {writes ? (
        <Suspense fallback={<p className={styles.meta}>Opening the editor…</p>}>
          <AnswerEditor
            key={answer.id}
            answer={answer}
            label={`Answer: ${question.title}`}
            wordsOf={wordsOf}
            onReady={ready}
            onCite={() => setCiting(true)}
            onWords={setWords}
          />
        </Suspense>
      ) : null}
      <div className={styles.foot}>
        {writes ? <WordCount words={words ?? answer.words} limit={question.wordLimit} /> : null}
        {answer.editedAt ? <span>Edited {timeOf(answer.editedAt)}</span> : null}
        <span className={styles.state}>
          <AnswerState state={answer.state} />
          {answer.state === 'ready' ? (
            <Changing>
              <Button onPress={() => void run('answer.setState', { id: answer.id, state: 'draft' })}>
                Back to draft
              </Button>
            </Changing>
          ) : (
            <Changing>
              <Button onPress={() => void run('answer.setState', { id: answer.id, state: 'ready' })}>
                Mark as ready
              </Button>
            </Changing>
          )}
        </span>
      </div>
      <InspectorPortal>
        <AnswerInspector
          question={question}
          answer={answer}
          onCite={writes ? () => setCiting(true) : null}
          inEditor={inEditor}
        />
      </InspectorPortal>
      {citing ? <CiteDialog onPick={cite} onClose={() => setCiting(false)} /> : null}
    </>
  );
}
