import { useState } from 'react';
import { finishedQuestionSet, type OwnQuestion, type QuestionSetProblem } from '#shared/model/ownQuestionSet.ts';
import type { OwnQuestionSet } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { blankQuestion, editOwnSet, freeKey } from './editOwnSet.ts';
import { movePath } from './otherForms.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { QuestionList } from './QuestionList.tsx';
import styles from './QuestionSets.module.css';
import { counted } from './questionSetWords.ts';
import { SetFields } from './SetFields.tsx';
import { saveSet } from './saveSet.ts';
import { titleFieldId } from './titleField.ts';

/** Writes a question set of the institution's own. Everything is kept as it is written, and checked as it is written. */
export function OwnSetScreen({ id }: { readonly id: string }) {
  const own = useWorkspace((state) => state.rows.ownQuestionSet.get(id));
  if (!own) {
    return (
      <EmptyState
        title="That question set is not here"
        action={<Button onPress={() => goTo('/question-sets')}>Go to Form and questions</Button>}
      >
        <p>It was removed or undone. Undo (Ctrl+Z), or look in History, to bring it back.</p>
      </EmptyState>
    );
  }
  return <Editor own={own} />;
}

function Editor({ own }: { readonly own: OwnQuestionSet }) {
  const { id, content } = own;
  const view = useCycleView();
  const edit = editOwnSet(id);
  const finished = finishedQuestionSet(content);
  const problems = finished.ok ? [] : finished.problems;
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = content.questions.find(({ key }) => key === wanted) ?? content.questions[0] ?? null;

  const add = async (): Promise<void> => {
    const key = freeKey(
      'question',
      content.questions.map((question) => question.key),
    );
    const result = await edit.act('Added a question', (present) => ({
      ...present,
      questions: [...present.questions, blankQuestion(key)],
    }));
    if (!result.ok) return;
    setWanted(key);
    focusTitle();
  };
  const remove = async (question: OwnQuestion): Promise<void> => {
    const at = content.questions.findIndex(({ key }) => key === question.key);
    const result = await edit.act('Removed a question', (present) => ({
      ...present,
      questions: present.questions.filter(({ key }) => key !== question.key),
    }));
    if (!result.ok) return;
    setWanted(content.questions[at + 1]?.key ?? content.questions[at - 1]?.key ?? null);
    const name = question.title.trim() || 'the question';
    notify({ kind: 'done', message: `Removed ${name}. Undo (Ctrl+Z) brings it back.` });
  };

  return (
    <>
      <PageHeading
        title={content.title.trim() || 'A question set of your own'}
        lede={`Stage ${content.stage}, ${counted(content.questions.length, 'question', 'questions')}. Kept as it is written; a self-assessment takes a copy only when you move it here.`}
      >
        {finished.ok ? <Button onPress={() => void saveSet(finished.set)}>Save as JSON…</Button> : null}
        {finished.ok && view && view.cycle.stage === content.stage ? (
          <Button look="primary" onPress={() => goTo(movePath({ ownId: id }))}>
            See what moves
          </Button>
        ) : null}
      </PageHeading>
      <Problems problems={problems} onOpen={(index) => setWanted(content.questions[index]?.key ?? null)} />
      <SetFields content={content} edit={edit} />
      <h2>Questions</h2>
      <div className={styles.editor}>
        <div>
          <QuestionList
            questions={content.questions}
            chosen={chosen?.key ?? null}
            onChoose={setWanted}
            onMove={(questions, title) =>
              void edit.act(`Moved “${title}”`, (present) => ({ ...present, questions: [...questions] }))
            }
          />
          <Changing>
            <Button onPress={() => void add()}>
              <Icon name="add" /> Add a question
            </Button>
          </Changing>
        </div>
        {chosen ? (
          <div key={chosen.key}>
            <QuestionFields question={chosen} others={content.questions} edit={edit} onKey={setWanted} />
            <Changing>
              <Button look="danger" onPress={() => void remove(chosen)}>
                Remove this question
              </Button>
            </Changing>
          </div>
        ) : (
          <p>Add the first question, and it is written here.</p>
        )}
      </div>
    </>
  );
}

function focusTitle(): void {
  // After the new question is drawn: it is another form than the one before.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${titleFieldId} input`)?.focus()),
  );
}

interface ProblemsProps {
  readonly problems: readonly QuestionSetProblem[];
  readonly onOpen: (index: number) => void;
}

function Problems({ problems, onOpen }: ProblemsProps) {
  return (
    <section className={styles.problems} aria-label="What is missing" role="status">
      {problems.length === 0 ? (
        <p>
          <Icon name="check" /> Nothing is missing: it can be saved and used.
        </p>
      ) : (
        <>
          <p>
            <Icon name="warning" /> {counted(problems.length, 'thing has', 'things have')} to be put right before it can
            be saved or used:
          </p>
          <ul>
            {problems.map(({ path, message }) => {
              const [room, index] = path.split('.');
              return (
                <li key={`${path} ${message}`}>
                  {message}{' '}
                  {room === 'questions' && index !== undefined ? (
                    <Button
                      look="quiet"
                      aria-label={`Go there: question ${Number(index) + 1}`}
                      onPress={() => onOpen(Number(index))}
                    >
                      Go there
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
