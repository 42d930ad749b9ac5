import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { saveReport } from './ImportReport.tsx';
import styles from './ImportScreen.module.css';
import { useImportUndo } from './useImportUndo.tsx';

/** What was brought into this plan before, or into the register where it is null; newest first, each with its way back. */
export function EarlierImports({ planId }: { readonly planId: string | null }) {
  const runs = useWorkspace((state) => state.rows.importRun);
  const { undo, dialog } = useImportUndo();
  const earlier = [...runs.values()]
    .filter((run) => run.planId === planId)
    .toSorted((a, b) => b.appliedAt.localeCompare(a.appliedAt));
  if (earlier.length === 0) return null;
  return (
    <section>
      <h2>Brought in before</h2>
      <ul className={styles.earlier}>
        {earlier.map((run) => (
          <li key={run.id}>
            <span>
              <strong>{run.fileName}</strong>{' '}
              <span className={styles.meta}>
                {dayAndTime(run.appliedAt)} · {run.report.created} new
                {planId === null ? '' : `, ${run.report.changed} changed`}
                {run.undoneAt ? ` · undone ${dayAndTime(run.undoneAt)}` : ''}
              </span>
            </span>
            <span className={styles.buttons}>
              <Button look="quiet" onPress={() => void saveReport(run.id)}>
                Save the report…
              </Button>
              {run.undoneAt ? null : (
                <Changing>
                  <Button onPress={() => void undo(run.id)}>Undo this import</Button>
                </Changing>
              )}
            </span>
          </li>
        ))}
      </ul>
      {dialog}
    </section>
  );
}
