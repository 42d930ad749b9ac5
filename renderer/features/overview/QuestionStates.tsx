import type { AnswerState } from '#shared/model/words.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { type CycleView, useAnswers } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { answerStateWords } from '../../text/words.ts';
import styles from './OverviewScreen.module.css';

const icons: Readonly<Record<AnswerState, IconName>> = { empty: 'circle', draft: 'pencil', ready: 'check' };

/** Where each question stands: its state, its words and the asks that are ticked. */
export function QuestionStates({ view }: { readonly view: CycleView }) {
  const answers = useAnswers(view.cycle);
  const ticks = useWorkspace((state) => state.rows.askTick);
  const ticked = Map.groupBy(ticks.values(), (tick) => tick.answerId);
  const ready = view.questions.filter(({ key }) => answers.get(key)?.state === 'ready').length;
  return (
    <section className={styles.section} aria-labelledby="overview-questions">
      <h2 id="overview-questions">
        The questions{' '}
        <span className={styles.meta}>
          {ready} of {view.questions.length} ready
        </span>
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">State</th>
            <th scope="col" className={styles.number}>
              Words
            </th>
            <th scope="col" className={styles.number}>
              Asks answered
            </th>
          </tr>
        </thead>
        <tbody>
          {view.questions.map(({ key, title, asks }) => {
            const answer = answers.get(key);
            const state = answer?.state ?? 'empty';
            const keys = new Set(asks.map((ask) => ask.key));
            const done = (answer ? (ticked.get(answer.id) ?? []) : []).filter((tick) => keys.has(tick.askKey)).length;
            return (
              <tr key={key} data-first>
                <th scope="row">
                  <a href={`#/question/${key}`}>{title}</a>
                </th>
                <td>
                  <span className={styles.state} data-state={state}>
                    <Icon name={icons[state]} /> {answerStateWords[state]}
                  </span>
                </td>
                <td className={styles.number}>{answer?.words ?? 0}</td>
                <td className={styles.number}>{asks.length === 0 ? 'None' : `${done} of ${asks.length}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
