import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import tableStyles from '../../components/Table.module.css';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import styles from './Copies.module.css';

/** The copies of this workspace that somebody has: to whom, when, and whether they were back. */
export function CopiesOut() {
  const handovers = useWorkspace((state) => state.rows.handover);
  const origins = useWorkspace((state) => state.rows.origin);
  const institutions = useWorkspace((state) => state.rows.institution);
  const [own] = [...origins.keys(), ...institutions.keys()];
  const copies = [...handovers.values()]
    .filter(({ fromId }) => fromId === own)
    .toSorted((one, other) => other.handedAt.localeCompare(one.handedAt));
  return (
    <section aria-labelledby="copies-out">
      <h2 id="copies-out">Copies that were handed over</h2>
      {copies.length === 0 ? (
        <p className={styles.meta}>None yet.</p>
      ) : (
        <table className={`${tableStyles.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">Handed over</th>
              <th scope="col">With</th>
              <th scope="col">Back</th>
              <th scope="col">
                <span className="visually-hidden">Take off the list</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <tr key={copy.id}>
                <td>{copy.toName}</td>
                <td>
                  {dayAndTime(copy.handedAt)}
                  <span className={styles.meta}> by {copy.byName}</span>
                </td>
                <td>{copy.withInternal ? 'Everything' : 'Without internal voice'}</td>
                <td>{copy.mergedAt === null ? 'Not yet' : `Merged ${dayAndTime(copy.mergedAt)}`}</td>
                <td>
                  <Changing>
                    <Button
                      aria-label={`Take off the list: the copy of ${copy.toName}, ${dayAndTime(copy.handedAt)}`}
                      onPress={() => void run('handover.forget', { id: copy.id })}
                    >
                      Take off the list
                    </Button>
                  </Changing>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
