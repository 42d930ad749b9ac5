import styles from './WordComparison.module.css';
import type { WordPart } from './wordDifference.ts';

/** Two texts in one, word by word: what went is struck through, what came is underlined; never by colour alone. */
export function WordComparison({ parts }: { readonly parts: readonly WordPart[] }) {
  return (
    <div className={styles.comparison}>
      {parts.map((part, index) => {
        // Parts of one comparison never change place.
        const key = `${index} ${part.kind}`;
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
        return <span key={key}>{part.text}</span>;
      })}
    </div>
  );
}
