import type { Rag } from '#shared/model/words.ts';
import { ragWords } from '../text/words.ts';
import styles from './RagBadge.module.css';

const letters: Readonly<Record<Rag | 'unrated', string>> = { green: 'G', amber: 'A', red: 'R', unrated: '–' };

/** A rating as letter, word and shade: never by colour alone. */
export function RagBadge({ rag }: { readonly rag: Rag | null }) {
  const value = rag ?? 'unrated';
  return (
    <span className={styles.badge} data-rag={value}>
      <span className={styles.letter} aria-hidden="true">
        {letters[value]}
      </span>
      {ragWords[value]}
    </span>
  );
}
