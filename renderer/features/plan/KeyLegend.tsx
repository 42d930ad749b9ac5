import styles from './PlanScreen.module.css';

interface KeyLegendProps {
  readonly keys: readonly (readonly [keys: string, meaning: string])[];
  readonly note?: string;
}

/** The keys that help most, at the foot of a table. */
export function KeyLegend({ keys, note }: KeyLegendProps) {
  return (
    <footer className={styles.legend}>
      {keys.map(([held, meaning]) => (
        <span key={meaning}>
          {held.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {meaning}
        </span>
      ))}
      {note ? <span>{note}</span> : null}
    </footer>
  );
}
