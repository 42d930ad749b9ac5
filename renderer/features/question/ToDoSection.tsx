import { toDosIn } from '#shared/model/richText.ts';
import type { Answer } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { useAnswers, useCycleView } from '../../stores/views.ts';
import type { InEditor } from './AnswerEditor.tsx';
import styles from './QuestionScreen.module.css';

interface ToDoSectionProps {
  readonly answer: Answer;
  readonly inEditor: InEditor | null;
}

/** What is marked to do: in this answer, each with the way there and out, and in the others. */
export function ToDoSection({ answer, inEditor }: ToDoSectionProps) {
  const view = useCycleView();
  const answers = useAnswers(view?.cycle);
  const here = toDosIn(answer.content);
  const elsewhere = (view?.questions ?? []).flatMap((question) => {
    const other = answers.get(question.key);
    const words = other && other.id !== answer.id ? toDosIn(other.content) : [];
    return words.map((each, index) => ({
      words: each,
      title: question.title,
      path: `/question/${question.key}/to-do-${index + 1}`,
    }));
  });
  if (here.length + elsewhere.length === 0) return null;
  return (
    <section aria-labelledby="to-do">
      <h2 id="to-do">
        To do <span className={styles.meta}>{inAll(here.length, elsewhere.length)}</span>
      </h2>
      {inEditor && here.length > 0 ? (
        <ol className={styles.toDos}>
          {here.map((words, index) => (
            // Marks have no ids of their own: their place is what they are known by.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <button type="button" className={styles.toDo} onClick={() => inEditor.goToToDo(index)}>
                {words || 'A mark without words'}
              </button>
              <Changing>
                <span className={styles.toDoEnds}>
                  <Button look="quiet" aria-label={`Keep the words: ${words}`} onPress={() => inEditor.keepToDo(index)}>
                    Keep the words
                  </Button>
                  <Button look="quiet" aria-label={`Take out: ${words}`} onPress={() => inEditor.takeOutToDo(index)}>
                    Take out
                  </Button>
                </span>
              </Changing>
            </li>
          ))}
        </ol>
      ) : null}
      {elsewhere.length > 0 ? (
        <>
          <h3>In other questions</h3>
          <ul className={styles.toDos}>
            {elsewhere.map(({ words, title, path }) => (
              <li key={path}>
                <a className={styles.toDo} href={`#${path}`}>
                  <span className={styles.meta}>{title}: </span>
                  {words || 'a mark without words'}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const inAll = (here: number, elsewhere: number): string =>
  elsewhere === 0 ? String(here) : `${here === 0 ? 'none' : here} here, ${here + elsewhere} in all`;
