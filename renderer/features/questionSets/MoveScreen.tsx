import { useMemo, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { type Destination, type DraftAnswer, moveDraft } from '#shared/model/draftMove.ts';
import { finishedQuestionSet } from '#shared/model/ownQuestionSet.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { compareQuestionSets } from '#shared/model/questionSetComparison.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { type CycleView, useAnswers, useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { Comparison } from './Comparison.tsx';
import { Destinations } from './Destinations.tsx';
import styles from './QuestionSets.module.css';
import { counted, fateWords, nameOfSet } from './questionSetWords.ts';
import { useQuestionSets, useShippedSets } from './shippedSets.ts';

/** Looks at another form beside the one in use, says where each answer goes, and moves the draft. */
export function MoveScreen({ source }: { readonly source: string }) {
  const view = useCycleView();
  const next = useSourceOf(source);
  if (!view) return null;
  if (!next) {
    return (
      <EmptyState
        title="There is no form to look at here"
        action={<Button onPress={() => goTo('/question-sets')}>Go to Form and questions</Button>}
      >
        <p>A form that was opened from a file is forgotten when the window is closed. Open it again.</p>
      </EmptyState>
    );
  }
  if (next.stage !== view.cycle.stage) {
    return (
      <EmptyState
        title={`This form is for Stage ${next.stage}`}
        action={<Button onPress={() => goTo('/question-sets')}>Go to Form and questions</Button>}
      >
        <p>
          The self-assessment in hand is Stage {view.cycle.stage}, and its draft moves to forms of that stage only. A
          new workspace can be begun with it.
        </p>
      </EmptyState>
    );
  }
  return <Review key={`${next.id} ${next.version}`} view={view} next={next} />;
}

/** A question set by its address: one that ships, one of the workspace's own, or the one that was opened. */
function useSourceOf(source: string): QuestionSet | null {
  const shipped = useShippedSets();
  const opened = useQuestionSets((state) => state.opened);
  const own = useWorkspace((state) => state.rows.ownQuestionSet);
  return useMemo(() => {
    const [kind, id = '', version = ''] = source.split(':');
    if (kind === 'shipped') return shipped.find((set) => set.id === id && set.version === version) ?? null;
    if (kind === 'opened') return opened?.content ?? null;
    const content = own.get(id)?.content;
    const finished = content ? finishedQuestionSet(content) : null;
    return finished?.ok ? finished.set : null;
  }, [source, shipped, opened, own]);
}

function Review({ view, next }: { readonly view: CycleView; readonly next: QuestionSet }) {
  const { cycle, questionSet: before } = view;
  const answers = useAnswers(cycle);
  const ticks = useWorkspace((state) => state.rows.askTick);
  const comparison = useMemo(() => compareQuestionSets(before, next), [before, next]);
  const [destinations, setDestinations] = useState<readonly Destination[]>(() =>
    before.questions.map(({ key }) => ({
      from: key,
      to: comparison.pairs.filter(({ from }) => from === key).map(({ to }) => to),
    })),
  );
  const [error, setError] = useState<AppError | null>(null);
  const drafts = useMemo(() => {
    const byAnswer = Map.groupBy(ticks.values(), ({ answerId }) => answerId);
    return new Map(
      [...answers].map(([key, { id, content, facts, state }]): [string, DraftAnswer] => [
        key,
        { content, facts, state, ticked: (byAnswer.get(id) ?? []).map(({ askKey }) => askKey) },
      ]),
    );
  }, [answers, ticks]);
  const move = useMemo(() => moveDraft(before, next, drafts, destinations), [before, next, drafts, destinations]);
  const isSame = JSON.stringify(before) === JSON.stringify(next);

  const carryOut = async (): Promise<void> => {
    const result = await run('questionSet.move', {
      cycleId: cycle.id,
      content: next,
      destinations: destinations.map(({ from, to }) => ({ from, to: [...to] })),
    });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    const { draftAgain, questionSetId: _id } = result.value;
    notify({
      kind: 'done',
      message: `The draft is under ${next.version} now${draftAgain > 0 ? `; ${counted(draftAgain, 'answer is', 'answers are')} a draft again` : ''}. Undo (Ctrl+Z) takes it back.`,
    });
    goTo('/question-sets');
  };

  return (
    <>
      <PageHeading
        title={`Move to ${nameOfSet(next)}`}
        lede="What is different, side by side. Then say where each answer goes. Nothing moves before you press the button at the end, and it is one step that Undo takes back."
      />
      <section className={styles.section} aria-label="What is different">
        <h2>What is different</h2>
        <p>{summaryOf(comparison)}</p>
        {comparison.stage.length > 0 ? (
          <ul>
            {comparison.stage.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
      </section>
      <Comparison before={before} next={next} comparison={comparison} />
      <Destinations
        before={before}
        next={next}
        pairs={comparison.pairs}
        answers={answers}
        drafts={drafts}
        destinations={destinations}
        onChange={(from, to) =>
          setDestinations((present) => present.map((each) => (each.from === from ? { from, to } : each)))
        }
      />
      <section className={styles.section} aria-label="What becomes of the draft">
        <h2>What becomes of the draft</h2>
        <Outcome next={next} move={move} drafts={drafts} />
        {error ? <ErrorAlert error={error} /> : null}
        {isSame ? <p>The draft is written under this form already.</p> : null}
        <Changing what="A draft is moved to another form">
          <div className={styles.buttons}>
            <Button look="primary" isDisabled={isSame} onPress={() => void carryOut()}>
              Move the draft
            </Button>
            <Button onPress={() => goTo('/question-sets')}>Leave it as it is</Button>
          </div>
        </Changing>
      </section>
    </>
  );
}

/** “7 unchanged, 1 reworded, 1 new; 1 stands somewhere else; 1 is gone.” */
function summaryOf({ questions, gone }: ReturnType<typeof compareQuestionSets>): string {
  const fates = [...Map.groupBy(questions, ({ fate }) => fate)].map(
    ([fate, own]) => `${own.length} ${fateWords[fate].toLowerCase()}`,
  );
  const elsewhere = questions.filter(({ moved }) => moved).length;
  return `${[
    fates.join(', '),
    ...(elsewhere > 0 ? [`${elsewhere} ${elsewhere === 1 ? 'stands' : 'stand'} somewhere else`] : []),
    ...(gone.length > 0 ? [`${gone.length} ${gone.length === 1 ? 'is' : 'are'} gone`] : []),
  ].join('; ')}.`;
}

interface OutcomeProps {
  readonly next: QuestionSet;
  readonly move: ReturnType<typeof moveDraft>;
  readonly drafts: ReadonlyMap<string, DraftAnswer>;
}

function Outcome({ next, move, drafts }: OutcomeProps) {
  const titleOf = new Map(next.questions.map(({ key, title }) => [key, title]));
  const again = move.answers.filter(
    ({ from, keepsState }) => !keepsState && from.some((key) => drafts.get(key)?.state === 'ready'),
  );
  return (
    <>
      <p>
        {again.length === 0
          ? 'Every answer that is ready stays so.'
          : `${counted(again.length, 'answer that is ready becomes', 'answers that are ready become')} a draft again, with the reason beside it:`}
      </p>
      {again.length > 0 ? (
        <ul>
          {again.map(({ key, notes }) => (
            <li key={key}>
              <b>{titleOf.get(key)}</b>: {notes.join(' ')}
            </li>
          ))}
        </ul>
      ) : null}
      {move.left.length > 0 ? (
        <div className={styles.warning} role="status">
          These have no place in the form and stay in the earlier draft, where they can be read:
          <ul>
            {move.left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p>The whole draft as it is now is kept under Earlier drafts.</p>
    </>
  );
}
