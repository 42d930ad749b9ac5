import { useId, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useReadOnly } from '../stores/readOnly.ts';
import { errorText } from '../text/errors.ts';
import { AmendmentOffer } from './AmendmentOffer.tsx';
import styles from './Field.module.css';

interface AutosaveSelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onSave: (value: Value) => Promise<Result<unknown>>;
  readonly hideLabel?: boolean;
}

/** A choice that is saved when it is made. The browser's own control: it is known to every screen reader and touch. */
export function AutosaveSelect<Value extends string>({
  label,
  value,
  options,
  onSave,
  hideLabel = false,
}: AutosaveSelectProps<Value>) {
  const id = useId();
  const [error, setError] = useState<AppError | null>(null);
  const readOnly = useReadOnly();
  const said = error ? errorText(error) : null;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={readOnly}
        aria-describedby={said ? `${id}-error` : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) void onSave(chosen.value).then((result) => setError(result.ok ? null : result.error));
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {said ? (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {said.message} {said.remedy}
        </span>
      ) : null}
      <AmendmentOffer error={error} />
    </div>
  );
}
