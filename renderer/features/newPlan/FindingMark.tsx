import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import { Icon } from '../../components/Icon.tsx';
import styles from './NewPlan.module.css';
import { shortMessage } from './planFindings.ts';

/** A quiet mark in a cell: something to look at, in words for those who listen and on pointing. The record explains it. */
export function FindingMark({ findings }: { readonly findings: readonly ReadinessItem[] }) {
  if (findings.length === 0) return null;
  const words = findings.map(shortMessage).join('. ');
  return (
    <span className={styles.mark} title={words}>
      <Icon name="look" />
      <span className="visually-hidden">To look at: {words}</span>
    </span>
  );
}
