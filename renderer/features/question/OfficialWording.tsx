import { Disclosure } from '../../components/Disclosure.tsx';
import type { Wording } from '../officialForm/officialForms.ts';
import styles from './QuestionScreen.module.css';

interface OfficialWordingProps {
  readonly wording: Wording;
  /** Ours, which folds away beside it. */
  readonly prompt: string;
}

/** The question as the official form puts it, which is what is printed; our own wording is one click away. */
export function OfficialWording({ wording, prompt }: OfficialWordingProps) {
  return (
    <section aria-label="Official wording" className={styles.official}>
      <p className={styles.meta}>As the official form puts it</p>
      {wording.prompts.map((text) => (
        <p key={text} className={styles.wording}>
          {text}
        </p>
      ))}
      {wording.guidance.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Disclosure title="In our words">
        <p>{prompt}</p>
      </Disclosure>
    </section>
  );
}
