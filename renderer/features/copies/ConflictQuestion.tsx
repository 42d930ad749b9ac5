import { useId } from 'react';
import type { MergeChoice, MergeConflict } from '#shared/contract/handover.ts';
import { aroundDifferences } from '../../components/aroundDifferences.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords } from '../../components/wordDifference.ts';
import styles from './Copies.module.css';
import { fieldInQuestion, kindWords, textOf, waysOf, whatEachDid } from './mergeWords.ts';

interface ConflictQuestionProps {
  readonly conflict: MergeConflict;
  /** null until it is answered: nothing is chosen beforehand. */
  readonly choice: MergeChoice | null;
  readonly onChoose: (choice: MergeChoice) => void;
}

/** One thing that both changed: what both began with, whole and once, and where each of the two differs from it. */
export function ConflictQuestion({ conflict, choice, onChoose }: ConflictQuestionProps) {
  const name = useId();
  const { kind, field, common, here, copy } = conflict;
  const about = fieldInQuestion(conflict);
  const did = whatEachDid(conflict);
  const began = textOf(field, common);
  return (
    <fieldset className={styles.question}>
      <legend>
        {kindWords[kind]}
        {conflict.name}
        {about === '' ? '' : `: ${about}`}
      </legend>
      {did === null ? (
        <div className={styles.texts}>
          <div>
            <h5>Both began with</h5>
            <p className={styles.text}>{began === '' ? <span className={styles.meta}>Nothing</span> : began}</p>
          </div>
          <Side title="Here" began={began} text={textOf(field, here)} />
          <Side title="In the copy" began={began} text={textOf(field, copy)} />
        </div>
      ) : (
        <p>{did}</p>
      )}
      <div className={styles.ways}>
        {waysOf(conflict).map((way) => (
          <label key={way.choice}>
            <input type="radio" name={name} checked={choice === way.choice} onChange={() => onChoose(way.choice)} />
            {way.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Enough to find the place in the text that stands beside it. */
const wordsAround = 8;

interface SideProps {
  readonly title: string;
  readonly began: string;
  readonly text: string;
}

/** Where one of the two differs; all of it is there to be read where that leaves something out. */
function Side({ title, began, text }: SideProps) {
  const parts = compareWords(began, text);
  const shown = aroundDifferences(parts, wordsAround);
  const isPart = shown.some((part, index) => part.text !== parts[index]?.text);
  return (
    <div>
      <h5>{title}</h5>
      <WordComparison parts={shown} />
      {isPart ? (
        <Disclosure title={`${title}: the whole text`}>
          <p className={styles.text}>{text}</p>
        </Disclosure>
      ) : null}
    </div>
  );
}
