import type { Institution, Voice } from '#shared/model/tables.ts';
import type { Theme, VoiceChannel } from '#shared/model/words.ts';
import { themeName } from '../../text/themes.ts';
import { voiceChannelWords } from '../../text/words.ts';
import styles from './register.module.css';
import { gapsInWords, voiceMatrix } from './voiceMatrix.ts';

/** A cell of the matrix; without a channel, a whole row. */
export interface MatrixPlace {
  readonly theme: Theme | null;
  readonly channel: VoiceChannel | null;
}

interface MatrixTableProps {
  readonly voices: readonly Voice[];
  readonly institution: Institution | null;
  readonly place: MatrixPlace | null;
  readonly onPlace: (place: MatrixPlace) => void;
}

/** How often each theme was heard through each channel, with the gaps said in sentences above it. */
export function MatrixTable({ voices, institution, place, onPlace }: MatrixTableProps) {
  const matrix = voiceMatrix(voices);
  const gaps = gapsInWords(
    matrix,
    (theme) => themeName(theme, institution),
    (channel) => voiceChannelWords[channel],
  );
  const count = (number: number, theme: Theme | null, channel: VoiceChannel | null) => {
    if (number === 0) return <span className={styles.gap}>none</span>;
    const name = [theme ? themeName(theme, institution) : 'No theme yet', channel ? voiceChannelWords[channel] : 'all'];
    return (
      <button
        type="button"
        className={styles.count}
        aria-pressed={place?.theme === theme && place.channel === channel}
        aria-label={`${name.join(', ')}: ${number}`}
        onClick={() => onPlace({ theme, channel })}
      >
        {number}
      </button>
    );
  };
  return (
    <>
      {gaps.length === 0 ? <p>Every theme was heard through more than one channel.</p> : null}
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label="Entries by theme and channel" tabIndex={0}>
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
                  <td key={channel}>{count(counts[at] ?? 0, theme, channel)}</td>
                ))}
                <td>{count(total, theme, null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
