import {
  type CommentCorrections,
  type CommentRole,
  type CommentTable,
  commentRoles,
} from '#shared/model/commentPreview.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import tableStyles from '../../components/Table.module.css';
import { HeadingRow } from '../import/HeadingRow.tsx';
import styles from '../import/ImportScreen.module.css';
import { RememberedReading } from '../import/RememberedReading.tsx';
import { whereOf } from './HowCommentsWereRead.tsx';

const roleWords: Readonly<Record<CommentRole, string>> = {
  comment: 'Comments',
  group: 'Group',
  person: 'Name of a person',
  date: 'Date',
  channel: 'Channel',
  theme: 'Theme',
  consent: 'Consent',
  changed: 'What changed',
  whyNot: 'Why nothing changed',
  ignore: 'Left out',
};

interface CommentColumnsProps {
  readonly table: CommentTable;
  readonly isOpen: boolean;
  readonly corrections: CommentCorrections;
  readonly onCorrect: (corrections: CommentCorrections) => void;
}

/** What each column of a table was taken to hold, with some of its cells. */
export function CommentColumns({ table, isOpen, corrections, onCorrect }: CommentColumnsProps) {
  // What was chosen shows at once, before the file has been read by it.
  const chosen = (column: number): CommentRole | undefined =>
    corrections.columns?.find((each) => each.table === table.key && each.column === column)?.role;
  const correct = (column: number, role: CommentRole): void =>
    onCorrect({
      ...corrections,
      columns: [
        ...(corrections.columns ?? []).filter((each) => each.table !== table.key || each.column !== column),
        { table: table.key, column, role },
      ],
    });
  return (
    <>
      <RememberedReading table={table} corrections={corrections} onCorrect={onCorrect} />
      <Disclosure title={`Columns of ${whereOf(table)}: what each one holds`} isOpen={isOpen}>
        <HeadingRow table={table} corrections={corrections} onCorrect={onCorrect} />
        <table className={`${tableStyles.table} ${styles.grid}`}>
          <caption className="visually-hidden">Columns</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Read as</th>
              <th scope="col">Why</th>
              <th scope="col">For instance</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ column, letter, header, role, why, samples }) => (
              <tr key={column}>
                <th scope="row">
                  {letter} {header}
                </th>
                <td>
                  <select
                    aria-label={`Column ${letter} ${header} is read as`}
                    value={chosen(column) ?? role}
                    onChange={(event) => {
                      const next = commentRoles.find((each) => each === event.target.value);
                      if (next) correct(column, next);
                    }}
                  >
                    {commentRoles.map((each) => (
                      <option key={each} value={each}>
                        {roleWords[each]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>{why}</td>
                <td className={styles.sample}>{samples.slice(0, 2).join(' · ') || 'blank'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      {table.skipped.length > 0 ? (
        <Disclosure
          title={`${table.skipped.length} ${table.skipped.length === 1 ? 'cell' : 'cells'} of ${whereOf(table)} not taken for comments`}
        >
          <ul className={styles.problems}>
            {table.skipped.map(({ row, text, why }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole, and a row may have two such cells
              <li key={at}>
                Row {row}: “{text}”. {why}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
