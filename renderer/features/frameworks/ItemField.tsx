import { useId } from 'react';
import type { Result } from '#shared/result.ts';
import fields from '../../components/Field.module.css';
import { useAutosave } from '../../components/useAutosave.ts';
import { useReadOnly } from '../../stores/readOnly.ts';
import { errorText } from '../../text/errors.ts';

interface ItemFieldProps {
  /** Which of the fields of its row it is, so that the focus finds it again when the row moves. */
  readonly field: 'code' | 'title';
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<Result<unknown>>;
}

/** A field of a list, whose label is only heard: the list has headings of its own. */
export function ItemField({ field, label, value, onSave }: ItemFieldProps) {
  const id = useId();
  const readOnly = useReadOnly();
  const { text, write, onFocus, onBlur, error } = useAutosave(value, onSave);
  const said = error ? errorText(error) : null;
  return (
    <span>
      <input
        className={fields.input}
        data-field={field}
        aria-label={label}
        aria-invalid={said !== null || undefined}
        aria-describedby={said ? id : undefined}
        value={text}
        readOnly={readOnly}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      {said ? (
        <span id={id} className={fields.error} role="alert">
          {said.message} {said.remedy}
        </span>
      ) : null}
    </span>
  );
}
