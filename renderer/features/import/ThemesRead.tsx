import type { PreviewTable } from '#shared/model/importPreview.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import tableStyles from '../../components/Table.module.css';
import { useInstitution } from '../../stores/views.ts';
import { themeName } from '../../text/themes.ts';
import styles from './ImportScreen.module.css';

interface ThemeCorrections {
  readonly themes?: Readonly<Record<string, readonly Theme[]>> | undefined;
}

interface ThemesReadProps<Corrections> {
  readonly table: Pick<PreviewTable, 'themeWords'>;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** Which theme or themes each word of the file means. */
export function ThemesRead<Corrections extends ThemeCorrections>(props: ThemesReadProps<Corrections>) {
  const { table, corrections, onCorrect } = props;
  const institution = useInstitution();
  const correct = (word: string, chosen: readonly Theme[]) =>
    onCorrect({ ...corrections, themes: { ...corrections.themes, [word]: chosen } });
  return (
    <table className={`${tableStyles.table} ${styles.grid}`}>
      <caption className="visually-hidden">Words for themes</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        {table.themeWords.map(({ word, themes: read, count }) => {
          // What was chosen shows at once, before the file has been read by it.
          const chosen = corrections.themes?.[word] ?? read;
          return (
            <tr key={word}>
              <th scope="row">
                {word}
                {chosen.length === 0 ? <strong> No theme yet</strong> : null}
              </th>
              <td>
                <fieldset className={styles.ticks}>
                  <legend className="visually-hidden">{word} is read as</legend>
                  {themes.map((theme) => (
                    <label key={theme}>
                      <input
                        type="checkbox"
                        checked={chosen.includes(theme)}
                        onChange={(event) =>
                          correct(
                            word,
                            themes.filter((each) => (each === theme ? event.target.checked : chosen.includes(each))),
                          )
                        }
                      />{' '}
                      {themeName(theme, institution)}
                    </label>
                  ))}
                </fieldset>
              </td>
              <td>{count}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
