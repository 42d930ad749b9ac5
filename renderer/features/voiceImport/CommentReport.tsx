import { useEffect, useRef } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import { Button } from '../../components/Button.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { saveReport } from '../import/ImportReport.tsx';
import styles from '../import/ImportScreen.module.css';
import { useImportUndo } from '../import/useImportUndo.tsx';

export type CommentsReport = ChannelOutput<'import.applyComments'> & { readonly fileName: string };

interface CommentReportProps {
  readonly report: CommentsReport;
  readonly onAgain: () => void;
}

/** What the import did, with the way back. */
export function CommentReport({ report, onAgain }: CommentReportProps) {
  const importRun = useWorkspace((state) => state.rows.importRun.get(report.importRunId));
  const { undo, dialog } = useImportUndo();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isTakenBack = importRun === undefined || importRun.undoneAt !== null;
  return (
    <section className={styles.report} aria-label="Report">
      <h2 ref={heading} tabIndex={-1}>
        {isTakenBack ? `The import of ${report.fileName} was undone` : `${report.fileName} was brought in`}
      </h2>
      <dl>
        <div>
          <dt>New entries</dt>
          <dd>{report.created}</dd>
        </div>
        <div>
          <dt>Left out</dt>
          <dd>{report.left}</dd>
        </div>
      </dl>
      <div className={styles.footer}>
        <Button look="primary" onPress={() => goTo('/voice')}>
          Go to the register
        </Button>
        {importRun ? <Button onPress={() => void saveReport(report.importRunId)}>Save the report…</Button> : null}
        {isTakenBack ? null : <Button onPress={() => void undo(report.importRunId)}>Undo this import</Button>}
        <Button onPress={onAgain}>Bring in another file</Button>
      </div>
      {dialog}
    </section>
  );
}
