import type { AnswerState as State } from '#shared/model/words.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { answerStateWords } from '../../text/words.ts';
import styles from './QuestionScreen.module.css';

const icons: Readonly<Record<State, IconName>> = { empty: 'circle', draft: 'pencil', ready: 'check' };

/** Empty, In draft or Ready: set by the writer, as icon and word. */
export function AnswerState({ state }: { readonly state: State }) {
  return (
    <span className={styles.answerState} data-state={state}>
      <Icon name={icons[state]} /> {answerStateWords[state]}
    </span>
  );
}
