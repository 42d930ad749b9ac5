import { useId } from 'react';
import type { Result } from '#shared/result.ts';
import { useReadOnly } from '../stores/readOnly.ts';
import { errorText } from '../text/errors.ts';
import { AmendmentOffer } from './AmendmentOffer.tsx';
import styles from './Field.module.css';
import { useAutosave } from './useAutosave.ts';

interface AutosaveDateProps {
  readonly label: string;
  /** An ISO day, or null for none. */
  readonly value: string | null;
  readonly onSave: (day: string | null) => Promise<Result<unknown>>;
  readonly hideLabel?: boolean;
  readonly description?: string;
}

/** A calendar day in the browser's own control, which follows the person's own order of day and month. */
export function AutosaveDate({ label, value, onSave, hideLabel = false, description }: AutosaveDateProps) {
  const id = useId();
  const { text, write, onFocus, onBlur, error } = useAutosave(value ?? '', (day) => onSave(day === '' ? null : day));
  const readOnly = useReadOnly();
  const said = error ? errorText(error) : null;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.input}
        value={text}
        readOnly={readOnly}
        onChange={(event) => write(event.target.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      {description ? <span className={styles.description}>{description}</span> : null}
      {said ? (
        <span className={styles.error} role="alert">
          {said.message} {said.remedy}
        </span>
      ) : null}
      <AmendmentOffer error={error} />
    </div>
  );
}
