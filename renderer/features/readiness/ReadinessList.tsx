import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import styles from './ReadinessScreen.module.css';

interface ReadinessListProps {
  readonly items: readonly ReadinessItem[];
  /** Also says why each matters. */
  readonly reasons?: boolean;
}

/** Each finding is a link to the field that settles it. */
export function ReadinessList({ items, reasons = false }: ReadinessListProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={`${item.rule} ${item.target} ${item.message}`} data-weight={item.weight}>
          <a href={`#${item.target}`}>{item.message}</a>
          {reasons && item.reason ? <p>{item.reason}</p> : null}
        </li>
      ))}
    </ul>
  );
}
