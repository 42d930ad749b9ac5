import { useEffect, useId, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import styles from '../plan/PlanScreen.module.css';

interface SplitPartsProps {
  readonly parts: readonly string[];
  readonly onChange: (parts: readonly string[]) => void;
}

/** The texts of the actions that one is split into, one field each. Empty fields make no action. */
export function SplitParts({ parts, onChange }: SplitPartsProps) {
  const id = useId();
  const last = useRef<HTMLTextAreaElement>(null);
  const count = useRef(parts.length);
  useEffect(() => {
    if (parts.length > count.current) last.current?.focus();
    count.current = parts.length;
  }, [parts.length]);
  return (
    <fieldset className={styles.parts}>
      <legend>The new actions</legend>
      {parts.map((part, at) => (
        // The fields have no other name than their place, and none is ever taken out between two others.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <label key={`${id}-${at}`}>
          <span className={styles.meta}>Action {at + 1}</span>
          <textarea
            ref={at === parts.length - 1 ? last : null}
            className={styles.input}
            rows={2}
            value={part}
            onChange={(event) => onChange(parts.map((each, place) => (place === at ? event.target.value : each)))}
          />
        </label>
      ))}
      <Button look="quiet" onPress={() => onChange([...parts, ''])}>
        Add another
      </Button>
    </fieldset>
  );
}
