import { useId } from 'react';
import type { MergeChoice, MergeConflict } from '#shared/contract/handover.ts';
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

/** One thing that both changed: what both began with, and each of the two with its words marked against that. */
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
          <div>
            <h5>Here</h5>
            <WordComparison parts={compareWords(began, textOf(field, here))} />
          </div>
          <div>
            <h5>In the copy</h5>
            <WordComparison parts={compareWords(began, textOf(field, copy))} />
          </div>
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
