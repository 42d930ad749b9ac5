import styles from './QuestionScreen.module.css';

/** Words against the limit where there is one; over it, in words and not by colour alone. */
export function WordCount({ words, limit }: { readonly words: number; readonly limit: number | null }) {
  const count = `${words} ${words === 1 ? 'word' : 'words'}`;
  if (limit === null) return <span>{count}</span>;
  return words > limit ? (
    <strong className={styles.over}>
      {count}, {words - limit} over the limit of {limit}
    </strong>
  ) : (
    <span>
      {words} of {limit} words
    </span>
  );
}
