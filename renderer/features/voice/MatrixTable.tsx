import type { Institution, Voice } from '#shared/model/tables.ts';
import { themeName } from '../../text/themes.ts';
import { voiceChannelWords } from '../../text/words.ts';
import styles from './register.module.css';
import { gapsInWords, voiceMatrix } from './voiceMatrix.ts';

interface MatrixTableProps {
  readonly voices: readonly Voice[];
  readonly institution: Institution | null;
}

/** How often each theme was heard through each channel, with the gaps said in sentences above it. */
export function MatrixTable({ voices, institution }: MatrixTableProps) {
  const matrix = voiceMatrix(voices);
  const gaps = gapsInWords(
    matrix,
    (theme) => themeName(theme, institution),
    (channel) => voiceChannelWords[channel],
  );
  return (
    <>
      {gaps.length === 0 ? <p>Every theme was heard through more than one channel.</p> : null}
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <table className={`${styles.table} ${styles.matrix}`}>
        <caption className="visually-hidden">Entries by theme and channel</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            {matrix.channels.map((channel) => (
              <th scope="col" key={channel}>
                {voiceChannelWords[channel]}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ theme, counts, total }) => (
            <tr key={theme ?? 'none'}>
              <th scope="row">{theme ? themeName(theme, institution) : 'No theme yet'}</th>
              {matrix.channels.map((channel, at) => (
                <td key={channel}>{counts[at] || <span className={styles.gap}>none</span>}</td>
              ))}
              <td>{total || <span className={styles.gap}>none</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
