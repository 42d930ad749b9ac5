import type { CommentCorrections, CommentPreview, CommentTable } from '#shared/model/commentPreview.ts';
import { consents } from '#shared/model/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import tableStyles from '../../components/Table.module.css';
import { consentWords } from '../../text/words.ts';
import styles from '../import/ImportScreen.module.css';
import { ThemesRead } from '../import/ThemesRead.tsx';

interface HowCommentsWereReadProps {
  readonly preview: CommentPreview;
  readonly corrections: CommentCorrections;
  readonly onCorrect: (corrections: CommentCorrections) => void;
}

/** Which tables were read, and what the words of the file mean; each guess with its reason and the way to change it. */
export function HowCommentsWereRead({ preview, corrections, onCorrect }: HowCommentsWereReadProps) {
  const { tables, consentWords: words, themeWords, smallGroups, problems } = preview;
  const taken = corrections.tables ?? tables.filter(({ isRead }) => isRead).map(({ key }) => key);
  const asked = words.filter((word) => word.asked).length;
  return (
    <section className={styles.read} aria-label="How the file was read">
      <table className={`${tableStyles.table} ${styles.grid}`}>
        <caption>{taken.length === 1 ? 'One table is' : `${taken.length} tables are`} read</caption>
        <thead>
          <tr>
            <th scope="col">Read it</th>
            <th scope="col">Where</th>
            <th scope="col">Comments</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.key}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Read ${whereOf(table)}`}
                  checked={taken.includes(table.key)}
                  onChange={(event) =>
                    onCorrect({
                      ...corrections,
                      tables: event.target.checked ? [...taken, table.key] : taken.filter((key) => key !== table.key),
                    })
                  }
                />
              </td>
              <td>{whereOf(table)}</td>
              <td>{table.comments}</td>
              <td>{table.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {words.length > 0 ? (
        <Disclosure
          title={`Consent: what each word allows${asked > 0 ? `, ${asked} to decide` : ''}`}
          isOpen={asked > 0}
        >
          <ConsentWords words={words} corrections={corrections} onCorrect={onCorrect} />
        </Disclosure>
      ) : (
        <p>The file says nothing of consent, so every comment stays inside the institution until you say otherwise.</p>
      )}
      {themeWords.length > 0 ? (
        <Disclosure title="Themes: what each word means">
          <ThemesRead table={{ themeWords }} corrections={corrections} onCorrect={onCorrect} />
        </Disclosure>
      ) : null}
      {smallGroups.length > 0 ? (
        <p className={styles.warning}>
          Fewer than five people wrote from {groupsInWords(smallGroups)}. A quote from so few may identify its speaker.
        </p>
      ) : null}
      {problems.length > 0 ? (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

export const whereOf = ({ sheet, hiddenSheet, firstRow, lastRow }: CommentTable): string =>
  `${sheet}${hiddenSheet ? ' (hidden sheet)' : ''}, rows ${firstRow} to ${lastRow}`;

const groupsNamed = 5;
function groupsInWords(groups: CommentPreview['smallGroups']): string {
  const names = groups.slice(0, groupsNamed).map(({ groupName, count }) => `${groupName} (${count})`);
  const more = groups.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more groups` : names.join(', ');
}

interface ConsentWordsProps extends Omit<HowCommentsWereReadProps, 'preview'> {
  readonly words: CommentPreview['consentWords'];
}

function ConsentWords({ words, corrections, onCorrect }: ConsentWordsProps) {
  return (
    <table className={`${tableStyles.table} ${styles.grid}`}>
      <caption className="visually-hidden">Words of consent</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
          <th scope="col">Why</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        {words.map(({ word, consent, asked, why, count }) => (
          <tr key={word}>
            <th scope="row">
              {word}
              {asked ? <strong> Please decide</strong> : null}
            </th>
            <td>
              <select
                aria-label={`${word} is read as`}
                value={corrections.consents?.[word] ?? consent}
                onChange={(event) => {
                  const chosen = consents.find((each) => each === event.target.value);
                  if (chosen) onCorrect({ ...corrections, consents: { ...corrections.consents, [word]: chosen } });
                }}
              >
                {consents.map((each) => (
                  <option key={each} value={each}>
                    {consentWords[each]}
                  </option>
                ))}
              </select>
            </td>
            <td>{why}</td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
