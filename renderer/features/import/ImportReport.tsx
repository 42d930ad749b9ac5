import { useEffect, useRef } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { PreviewAlternative } from '#shared/model/importPreview.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { handOver } from './handedOver.ts';
import styles from './ImportScreen.module.css';
import { importedFieldWords, outcomeWords } from './importWords.ts';
import { useImportUndo } from './useImportUndo.tsx';

export type Report = ChannelOutput<'import.apply'> & { readonly fileName: string };

interface ImportReportProps {
  readonly report: Report;
  readonly plan: 'last' | 'next';
  readonly file: HeldFileName;
  readonly alternatives: readonly PreviewAlternative[];
  readonly onAgain: () => void;
}

/** Writes the report of an import to a file of the person's choice. */
export async function saveReport(importRunId: string): Promise<void> {
  const made = await ask('import.report', { importRunId });
  if (!made.ok) return showError(made.error);
  const saved = await host().platform.saveFile(made.value.file, made.value.fileName);
  if (!saved.ok) showError(saved.error);
  else if (saved.value.saved) notify({ kind: 'done', message: `${made.value.fileName} was saved.` });
}

/** What the import did, line by line, with the way back. */
export function ImportReport({ report, plan, file, alternatives, onAgain }: ImportReportProps) {
  const importRun = useWorkspace((state) => state.rows.importRun.get(report.importRunId));
  const { undo, dialog } = useImportUndo();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const isTakenBack = importRun === undefined || importRun.undoneAt !== null;
  const figures = [
    ['New actions', report.created],
    ['Changed', report.changed],
    ['Already the same', report.same],
    ['Left out', report.left],
  ] as const;
  const later = plan === 'last' ? alternatives.find(({ kind }) => kind === 'other-cycle') : undefined;
  return (
    <section className={styles.report} aria-label="Report">
      <h2 ref={heading} tabIndex={-1}>
        {isTakenBack ? `The import of ${report.fileName} was undone` : `${report.fileName} was brought in`}
      </h2>
      <dl>
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {later && !isTakenBack ? (
        <p className={styles.remembered}>
          <span className={styles.sentence}>
            The file holds the plan of another cycle as well: {later.title}, {later.actions.length}{' '}
            {later.actions.length === 1 ? 'action' : 'actions'}.
          </span>
          <Button
            onPress={() => {
              handOver({ file, tables: later.tables });
              goTo('/import/next');
            }}
          >
            Look at it for the new plan
          </Button>
        </p>
      ) : null}
      <div className={styles.footer}>
        <Button look="primary" onPress={() => goTo(plan === 'last' ? '/last-plan' : '/new-plan')}>
          Go to the plan
        </Button>
        {importRun ? <Button onPress={() => void saveReport(report.importRunId)}>Save the report…</Button> : null}
        {isTakenBack ? null : <Button onPress={() => void undo(report.importRunId)}>Undo this import</Button>}
        <Button onPress={onAgain}>Bring in another file</Button>
      </div>
      <ReportLines report={report} />
      {dialog}
    </section>
  );
}

function ReportLines({ report }: { readonly report: Report }) {
  return (
    <>
      {report.problems.length > 0 ? (
        <Disclosure
          title={`${report.problems.length} ${report.problems.length === 1 ? 'thing' : 'things'} to look at`}
          isOpen={report.problems.length <= 5}
        >
          <ul className={styles.problems}>
            {report.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {(['created', 'changed', 'same', 'left'] as const).map((outcome) => {
        const lines = report.lines.filter((line) => line.outcome === outcome);
        if (lines.length === 0) return null;
        return (
          <Disclosure key={outcome} title={`${outcomeWords[outcome]}: ${lines.length}`}>
            <ul className={styles.problems}>
              {lines.map(({ key, ref, action, fields }) => (
                <li key={key}>
                  {ref} {action}
                  {outcome === 'changed' && fields.length > 0 ? (
                    <span className={styles.meta}>
                      {' '}
                      ({fields.map((field) => importedFieldWords[field]).join(', ')})
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </Disclosure>
        );
      })}
      {report.notInFile.length > 0 ? (
        <Disclosure title={`In the plan but not in the file: ${report.notInFile.length}`}>
          <ul className={styles.problems}>
            {report.notInFile.map(({ ref, action }) => (
              <li key={`${ref} ${action}`}>
                {ref} {action}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
