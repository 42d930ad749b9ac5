import type { ChannelOutput } from '#shared/contract/contract.ts';
import { Button } from '../../components/Button.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './ImportScreen.module.css';
import { useImportUndo } from './useImportUndo.tsx';

export type Report = ChannelOutput<'import.apply'> & { readonly fileName: string };

/** What the import did, with the way back. */
export function ImportReport({
  report,
  plan,
  onAgain,
}: {
  readonly report: Report;
  readonly plan: 'last' | 'next';
  readonly onAgain: () => void;
}) {
  const run = useWorkspace((state) => state.rows.importRun.get(report.importRunId));
  const { undo, dialog } = useImportUndo();
  const taken = run?.undoneAt !== null;
  const figures = [
    ['New actions', report.created],
    ['Changed', report.changed],
    ['Already the same', report.same],
    ['Left out', report.left],
  ] as const;
  return (
    <section className={styles.report} aria-live="polite">
      <h2>{taken ? `The import of ${report.fileName} was undone` : `${report.fileName} was brought in`}</h2>
      <dl>
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.footer}>
        <Button look="primary" onPress={() => goTo(plan === 'last' ? '/last-plan' : '/new-plan')}>
          Go to the plan
        </Button>
        {taken ? null : <Button onPress={() => void undo(report.importRunId)}>Undo this import</Button>}
        <Button onPress={onAgain}>Bring in another file</Button>
      </div>
      {dialog}
    </section>
  );
}
