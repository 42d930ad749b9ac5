import type { RowAs } from '#shared/model/importPreview.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import styles from './ImportScreen.module.css';
import type { TableReadProps } from './tableRead.ts';

/** The rows that are no actions, in full enough to see what would be lost, each with the way to take it for one. */
export function RowsLeftOut({ table, where, corrections, onCorrect }: TableReadProps & { readonly where: string }) {
  const rows = [...table.skipped, ...table.taken].toSorted((one, other) => one.row - other.row);
  if (rows.length === 0) return null;
  const taken = new Set(table.taken.map(({ row }) => row));
  // What was chosen shows at once, before the file has been read by it.
  const isTaken = (row: number): boolean => {
    const chosen = corrections.rows?.find((one) => one.table === table.key && one.row === row)?.as;
    return chosen === undefined ? taken.has(row) : chosen === 'action';
  };
  const choose = (row: number, as: RowAs): void =>
    onCorrect({
      ...corrections,
      rows: [
        ...(corrections.rows ?? []).filter((one) => one.table !== table.key || one.row !== row),
        { table: table.key, row, as },
      ],
    });
  return (
    <Disclosure title={titleOf(table.skipped.length, table.taken.length, where)}>
      <ul className={styles.rowsLeftOut}>
        {rows.map(({ row, text, why, canBeAction }) => (
          <li key={row}>
            <span className={styles.sentence}>
              Row {row}: {text ? `“${text}” ` : ''}
              <span className={styles.meta}>{isTaken(row) ? 'Read as an action, as you chose.' : why}</span>
            </span>
            {canBeAction ? (
              <Button
                look="quiet"
                aria-label={isTaken(row) ? `Leave it out: row ${row}` : `Read it as an action: row ${row}`}
                onPress={() => choose(row, isTaken(row) ? 'left-out' : 'action')}
              >
                {isTaken(row) ? 'Leave it out' : 'Read it as an action'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function titleOf(skipped: number, taken: number, where: string): string {
  const left = `${skipped} ${skipped === 1 ? 'row' : 'rows'}${where} not taken for actions`;
  return taken === 0 ? left : `${left}, ${taken} taken by you`;
}
