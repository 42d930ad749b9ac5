import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import styles from './ReadinessScreen.module.css';
import { SetAsideForm } from './SetAsideForm.tsx';

interface ReadinessListProps {
  readonly items: readonly ReadinessItem[];
  /** Also says why each matters. */
  readonly reasons?: boolean;
  /** The cycle whose findings can be set aside here. */
  readonly asideIn?: string;
}

/** Each finding is a link to the field that settles it. */
export function ReadinessList({ items, reasons = false, asideIn }: ReadinessListProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={`${item.rule} ${item.target} ${item.message}`} data-weight={item.weight}>
          <a href={`#${item.target}`}>{item.message}</a>
          {reasons && item.reason ? <p>{item.reason}</p> : null}
          {asideIn === undefined ? null : <SetAsideForm cycleId={asideIn} finding={item} named />}
        </li>
      ))}
    </ul>
  );
}
