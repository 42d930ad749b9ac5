import { ProgressBar } from 'react-aria-components';
import { Button } from './Button.tsx';
import styles from './Progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1, or null where the end is not known. */
  readonly value: number | null;
  readonly onStop?: () => void;
}

/** Long work under way, with the way to stop it. */
export function Progress({ label, value, onStop }: ProgressProps) {
  return (
    <div className={styles.progress} role="status">
      <span>{label}</span>
      <ProgressBar
        aria-label={label}
        minValue={0}
        maxValue={1}
        value={value ?? 0}
        isIndeterminate={value === null}
        className={styles.track ?? ''}
      >
        {() => (
          <span
            className={styles.bar}
            data-unknown={value === null || undefined}
            style={{ width: value === null ? '40%' : `${value * 100}%` }}
          />
        )}
      </ProgressBar>
      {onStop ? <Button onPress={onStop}>Stop</Button> : null}
    </div>
  );
}
