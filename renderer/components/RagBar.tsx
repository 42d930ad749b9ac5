import type { RagCounts } from '../stores/views.ts';
import styles from './RagBar.module.css';

/** The shares of green, amber, red and not yet rated as a bar, with the numbers as its name. */
export function RagBar({ counts }: { readonly counts: RagCounts }) {
  const parts = [
    ['green', counts.green],
    ['amber', counts.amber],
    ['red', counts.red],
    ['unrated', counts.unrated],
  ] as const;
  const name = `${counts.green} green, ${counts.amber} amber, ${counts.red} red, ${counts.unrated} not yet rated`;
  return (
    <div className={styles.bar} role="img" aria-label={name} title={name}>
      {parts.map(([rag, count]) => (count > 0 ? <span key={rag} data-rag={rag} style={{ flexGrow: count }} /> : null))}
    </div>
  );
}
