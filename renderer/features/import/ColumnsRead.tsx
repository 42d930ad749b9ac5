import { type ColumnRole, columnRoles } from '#shared/model/importPreview.ts';
import tableStyles from '../../components/Table.module.css';
import styles from './ImportScreen.module.css';
import { columnRoleWords } from './importWords.ts';
import type { TableReadProps } from './tableRead.ts';

/** What each column was taken to hold, with some of its cells. */
export function ColumnsRead({ table, corrections, onCorrect }: TableReadProps) {
  // What was chosen shows at once, before the file has been read by it.
  const chosen = (column: number): ColumnRole | undefined =>
    corrections.columns?.find((each) => each.table === table.key && each.column === column)?.role;
  const correct = (column: number, role: ColumnRole) =>
    onCorrect({
      ...corrections,
      columns: [
        ...(corrections.columns ?? []).filter((each) => each.table !== table.key || each.column !== column),
        { table: table.key, column, role },
      ],
    });
  return (
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
        {table.columns.map((column) => (
          <tr key={column.column}>
            <th scope="row">
              {column.letter} {column.header}
            </th>
            <td>
              <select
                aria-label={`Column ${column.letter} ${column.header} is read as`}
                value={chosen(column.column) ?? column.role}
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
            <td className={styles.sample}>{column.samples.slice(0, 2).join(' · ') || 'blank'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
