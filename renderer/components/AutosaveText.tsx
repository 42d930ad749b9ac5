import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { Result } from '#shared/result.ts';
import { useReadOnly } from '../stores/readOnly.ts';
import { errorText } from '../text/errors.ts';
import { AmendmentOffer } from './AmendmentOffer.tsx';
import styles from './Field.module.css';
import { useAutosave } from './useAutosave.ts';

interface AutosaveTextProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<Result<unknown>>;
  readonly multiline?: boolean;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number';
  readonly isDisabled?: boolean;
}

/** A field that saves itself; see `useAutosave` for when. */
export function AutosaveText(props: AutosaveTextProps) {
  const {
    label,
    value,
    onSave,
    multiline = false,
    hideLabel = false,
    placeholder,
    description,
    type = 'text',
    isDisabled = false,
  } = props;
  const { text, write, onFocus, onBlur, error } = useAutosave(value, onSave);
  const readOnly = useReadOnly();
  const said = error ? errorText(error) : null;
  return (
    <TextField
      value={text}
      onChange={write}
      onFocus={onFocus}
      onBlur={onBlur}
      isInvalid={said !== null}
      isDisabled={isDisabled}
      isReadOnly={readOnly}
      type={type}
      className={styles.field ?? ''}
      validationBehavior="aria"
    >
      <Label className={hideLabel ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      {multiline ? (
        <TextArea className={styles.area ?? ''} rows={2} {...(placeholder ? { placeholder } : {})} />
      ) : (
        <Input className={styles.input ?? ''} {...(placeholder ? { placeholder } : {})} />
      )}
      {description ? (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      ) : null}
      {said ? (
        <FieldError className={styles.error ?? ''}>
          {said.message} {said.remedy}
        </FieldError>
      ) : null}
      <AmendmentOffer error={error} />
    </TextField>
  );
}
