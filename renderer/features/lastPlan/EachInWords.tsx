import type { Action } from '#shared/model/tables.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction } from '../plan/planItem.ts';

interface EachInWordsProps {
  readonly actions: readonly Action[];
  /** What was written, by the id of the action; the others keep their words. */
  readonly texts: ReadonlyMap<string, string>;
  readonly onChange: (texts: ReadonlyMap<string, string>) => void;
}

/** The new words of each of several actions, which begin as the old ones. */
export function EachInWords({ actions, texts, onChange }: EachInWordsProps) {
  return (
    <fieldset className={styles.parts}>
      <legend>The new actions, each in its own words</legend>
      <p className={styles.meta}>One that is left as it is goes on in the same words. Those that go on already stay.</p>
      {actions.map((action) => (
        <label key={action.id}>
          <span className={styles.meta}>{nameOfAction(action)}</span>
          <textarea
            className={styles.input}
            rows={2}
            value={texts.get(action.id) ?? action.text}
            onChange={(event) => onChange(new Map([...texts, [action.id, event.target.value]]))}
          />
        </label>
      ))}
    </fieldset>
  );
}
