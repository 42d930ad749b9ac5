import { type Rag, rags } from '#shared/model/words.ts';
import { ragMeanings, ragWords } from '../../text/words.ts';
import styles from '../plan/PlanScreen.module.css';

interface RatingChoicesProps {
  /** Tells the sets of radio buttons on one page apart. */
  readonly name: string;
  readonly legend: string;
  /** Undefined where none is chosen yet. */
  readonly value: Rag | null | undefined;
  readonly onChange: (rag: Rag | null) => void;
}

/** Green, Amber, Red or Not yet rated. */
export function RatingChoices({ name, legend, value, onChange }: RatingChoicesProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {[...rags, null].map((each) => (
        <label key={each ?? 'unrated'} className={styles.choice} title={ragMeanings[each ?? 'unrated']}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          {ragWords[each ?? 'unrated']}
        </label>
      ))}
    </fieldset>
  );
}
