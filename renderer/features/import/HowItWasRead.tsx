import {
  type ColumnRole,
  columnRoles,
  type ImportCorrections,
  type ImportPreview,
  type PreviewTable,
} from '#shared/model/importPreview.ts';
import { type Rag, type Theme, themes } from '#shared/model/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ragWords, themeWords } from '../../text/words.ts';
import styles from './ImportScreen.module.css';
import { columnRoleWords, ragSchemeWords, whereTable } from './importWords.ts';

interface HowItWasReadProps {
  readonly preview: ImportPreview;
  readonly corrections: ImportCorrections;
  readonly onCorrect: (corrections: ImportCorrections) => void;
}

/** Every guess with its reason, and the way to change it; the preview below follows at once. */
export function HowItWasRead({ preview, corrections, onCorrect }: HowItWasReadProps) {
  const read = preview.tables.filter((table) => table.use === 'plan');
  return (
    <section className={styles.read} aria-label="How the file was read">
      <TablesFound tables={preview.tables} corrections={corrections} onCorrect={onCorrect} />
      <p>{ragSchemeWords[preview.ragScheme]}</p>
      {read.map((table) => (
        <Disclosure key={table.key} title={`Columns of ${whereTable(table)}`}>
          <ColumnsRead table={table} corrections={corrections} onCorrect={onCorrect} />
          <StatusesRead table={table} corrections={corrections} onCorrect={onCorrect} />
          <ThemesRead table={table} corrections={corrections} onCorrect={onCorrect} />
        </Disclosure>
      ))}
    </section>
  );
}

interface TablesFoundProps extends Omit<HowItWasReadProps, 'preview'> {
  readonly tables: readonly PreviewTable[];
}

function TablesFound({ tables, corrections, onCorrect }: TablesFoundProps) {
  const taken = tables.filter((table) => table.use === 'plan').map((table) => table.key);
  return (
    <table className={styles.grid}>
      <caption>Tables found</caption>
      <thead>
        <tr>
          <th scope="col">Read it</th>
          <th scope="col">Where</th>
          <th scope="col">Actions</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {tables.map((table) => (
          <tr key={table.key}>
            <td>
              <input
                type="checkbox"
                aria-label={`Read ${whereTable(table)}`}
                checked={taken.includes(table.key)}
                onChange={(event) =>
                  onCorrect({
                    ...corrections,
                    tables: event.target.checked ? [...taken, table.key] : taken.filter((key) => key !== table.key),
                  })
                }
              />
            </td>
            <td>{whereTable(table)}</td>
            <td>{table.actions}</td>
            <td>{table.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TableReadProps extends Omit<HowItWasReadProps, 'preview'> {
  readonly table: PreviewTable;
}

function ColumnsRead({ table, corrections, onCorrect }: TableReadProps) {
  const correct = (column: number, role: ColumnRole) =>
    onCorrect({
      ...corrections,
      columns: [
        ...(corrections.columns ?? []).filter((each) => each.table !== table.key || each.column !== column),
        { table: table.key, column, role },
      ],
    });
  return (
    <table className={styles.grid}>
      <caption>Columns</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Read as</th>
          <th scope="col">Why</th>
          <th scope="col">For instance</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map((column) => (
          <tr key={column.column}>
            <th scope="row">
              {column.letter} {column.header}
            </th>
            <td>
              <select
                aria-label={`Column ${column.letter} ${column.header} is read as`}
                value={column.role}
                onChange={(event) => correct(column.column, event.target.value as ColumnRole)}
              >
                {columnRoles.map((role) => (
                  <option key={role} value={role}>
                    {columnRoleWords[role]}
                  </option>
                ))}
              </select>
            </td>
            <td>{column.why}</td>
            <td className={styles.meta}>{column.samples.slice(0, 2).join(' · ') || 'blank'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StatusesRead({ table, corrections, onCorrect }: TableReadProps) {
  if (table.statuses.length === 0) return null;
  return (
    <table className={styles.grid}>
      <caption>Words and colours of the rating</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
          <th scope="col">How many</th>
          <th scope="col">For instance</th>
        </tr>
      </thead>
      <tbody>
        {table.statuses.map((status) => (
          <tr key={`${status.from} ${status.word}`}>
            <th scope="row">
              {status.from === 'text' ? null : <span className={styles.swatch} style={{ background: status.word }} />}
              {status.word}
              {status.asked ? <strong> (please decide)</strong> : null}
            </th>
            <td>
              <select
                aria-label={`${status.word} is read as`}
                value={status.rag ?? 'unrated'}
                onChange={(event) =>
                  onCorrect({
                    ...corrections,
                    statuses: {
                      ...corrections.statuses,
                      [status.word]: event.target.value === 'unrated' ? null : (event.target.value as Rag),
                    },
                  })
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
            <td className={styles.meta}>{status.sample}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ThemesRead({ table, corrections, onCorrect }: TableReadProps) {
  if (table.themeWords.length === 0) return null;
  return (
    <table className={styles.grid}>
      <caption>Words for themes</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        {table.themeWords.map((word) => (
          <tr key={word.word}>
            <th scope="row">{word.word}</th>
            <td>
              <select
                aria-label={`${word.word} is read as`}
                value={word.themes.length > 1 ? 'several' : (word.themes[0] ?? 'none')}
                onChange={(event) =>
                  onCorrect({
                    ...corrections,
                    themes: {
                      ...corrections.themes,
                      [word.word]: event.target.value === 'none' ? [] : [event.target.value as Theme],
                    },
                  })
                }
              >
                {word.themes.length > 1 ? (
                  <option value="several">{word.themes.map((theme) => themeWords[theme]).join(', ')}</option>
                ) : null}
                <option value="none">No theme</option>
                {themes.map((theme) => (
                  <option key={theme} value={theme}>
                    {themeWords[theme]}
                  </option>
                ))}
              </select>
            </td>
            <td>{word.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
