import type {
  ImportCorrections,
  ImportPreview,
  PreviewAlternative,
  PreviewTable,
} from '#shared/model/importPreview.ts';
import { Button } from '../../components/Button.tsx';
import tableStyles from '../../components/Table.module.css';
import styles from './ImportScreen.module.css';
import { whereTable } from './importWords.ts';

interface TablesFoundProps {
  readonly preview: Pick<ImportPreview, 'tables' | 'alternatives'>;
  readonly plan: 'last' | 'next';
  readonly corrections: ImportCorrections;
  readonly onCorrect: (corrections: ImportCorrections) => void;
}

/** Plans first, then what could be one, in the order of the file. */
const ranks: Readonly<Record<PreviewTable['use'], number>> = { plan: 0, alternative: 1, 'not-a-plan': 2 };

/** Which tables of the file are read as the plan, and why; any other can be read in their place or as well. */
export function TablesFound({ preview, plan, corrections, onCorrect }: TablesFoundProps) {
  const { tables, alternatives } = preview;
  // What was chosen shows at once, before the file has been read by it.
  const taken = corrections.tables ?? tables.filter((table) => table.use === 'plan').map((table) => table.key);
  const take = (keys: readonly string[]) => onCorrect({ ...corrections, tables: [...new Set(keys)] });
  const ranked = tables.toSorted((a, b) => ranks[a.use] - ranks[b.use]);
  return (
    <>
      <table className={`${tableStyles.table} ${styles.grid}`}>
        <caption>{taken.length === 1 ? 'One table is' : `${taken.length} tables are`} read as the plan</caption>
        <thead>
          <tr>
            <th scope="col">Read it</th>
            <th scope="col">Where</th>
            <th scope="col">Actions</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((table) => (
            <tr key={table.key}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Read ${whereTable(table)}`}
                  checked={taken.includes(table.key)}
                  onChange={(event) =>
                    take(event.target.checked ? [...taken, table.key] : taken.filter((key) => key !== table.key))
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
      {alternatives.length > 0 ? (
        <ul className={styles.alternatives}>
          {alternatives.map((each) => (
            <li key={`${each.kind} ${each.tables.join(' ')} ${each.title}`}>
              <span className={styles.sentence}>
                <strong>{each.title}</strong> ({each.actions.length} {each.actions.length === 1 ? 'action' : 'actions'}
                ): {each.why} {hint(each, plan)}
              </span>
              <span className={styles.buttons}>
                <Button onPress={() => take(each.tables)}>Take this instead</Button>
                <Button onPress={() => take([...taken, ...each.tables])}>Take this as well</Button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const hint = ({ kind }: PreviewAlternative, plan: 'last' | 'next'): string =>
  kind === 'other-cycle' && plan === 'last'
    ? 'Once this plan is brought in, these actions can be brought into the new plan.'
    : '';
