import type { Rag } from '#shared/model/words.ts';
import tableStyles from '../../components/Table.module.css';
import { ragWords } from '../../text/words.ts';
import styles from './ImportScreen.module.css';
import { Swatch } from './Swatch.tsx';
import type { TableReadProps } from './tableRead.ts';

/** Which rating each word and colour of the file means; those that a person must decide come first. */
export function StatusesRead({ table, corrections, onCorrect }: TableReadProps) {
  if (table.statuses.length === 0) return <p>No word or colour of this table was taken for a rating.</p>;
  const ranked = table.statuses.toSorted((a, b) => Number(b.asked) - Number(a.asked) || b.count - a.count);
  const correct = (word: string, rag: Rag | null) =>
    onCorrect({ ...corrections, statuses: { ...corrections.statuses, [word]: rag } });
  return (
    <table className={`${tableStyles.table} ${styles.grid}`}>
      <caption className="visually-hidden">Words and colours of the rating</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
          <th scope="col">How many</th>
          <th scope="col">For instance</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((status) => (
          <tr key={`${status.from} ${status.word}`}>
            <th scope="row">
              {status.from === 'text' ? null : <Swatch colour={status.word} />}
              {status.word}
              {status.from === 'fontColour' ? ' (colour of the text)' : ''}
              {status.asked ? <strong> Please decide</strong> : null}
            </th>
            <td>
              <select
                aria-label={`${status.word} is read as`}
                value={
                  (corrections.statuses && status.word in corrections.statuses
                    ? corrections.statuses[status.word]
                    : status.rag) ?? 'unrated'
                }
                onChange={(event) =>
                  correct(status.word, event.target.value === 'unrated' ? null : (event.target.value as Rag))
                }
              >
                {(['green', 'amber', 'red', 'unrated'] as const).map((rag) => (
                  <option key={rag} value={rag}>
                    {ragWords[rag]}
                  </option>
                ))}
              </select>
            </td>
            <td>{status.count}</td>
            <td className={styles.sample}>{status.sample}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
