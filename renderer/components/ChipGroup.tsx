import styles from './ChipGroup.module.css';

interface ChipGroupProps<Id extends string> {
  readonly label: string;
  readonly chips: readonly { readonly id: Id; readonly label: string; readonly count?: number }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Filters with their counts, one of which is on. */
export function ChipGroup<Id extends string>({ label, chips, value, onChange }: ChipGroupProps<Id>) {
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{label}</legend>
      {chips.map((chip) => (
        <button
          key={chip.id}
          type="button"
          aria-pressed={chip.id === value}
          className={styles.chip}
          onClick={() => onChange(chip.id)}
        >
          {chip.label}
          {chip.count === undefined ? '' : ` ${chip.count}`}
        </button>
      ))}
    </fieldset>
  );
}
