import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

interface CheckboxProps {
  readonly label: string;
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Checkbox({ label, selected, onChange, isDisabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox isSelected={selected} onChange={onChange} isDisabled={isDisabled} className={styles.check ?? ''}>
      <span className={styles.box}>{selected ? <Icon name="tick" /> : null}</span>
      <span>{label}</span>
    </AriaCheckbox>
  );
}
