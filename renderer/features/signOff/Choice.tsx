import { useReadOnly } from '../../stores/readOnly.ts';
import styles from './SignOffScreen.module.css';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  /** What `changes` keeps something in the workspace, and is not offered where that can only be read. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly changes?: boolean }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ legend, name, value, options, onChange }: ChoiceProps<Value>) {
  const readOnly = useReadOnly();
  const offered = options.filter(({ changes }) => !(changes && readOnly));
  return (
    <fieldset className={styles.parts}>
      <legend>{legend}</legend>
      {offered.map((option) => (
        <label key={option.value} className={styles.radio}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
