import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useCycleView } from '../../stores/views.ts';
import { acceptedFiles } from './acceptedFiles.ts';
import { EarlierImports } from './EarlierImports.tsx';
import { takeHandedOver } from './handedOver.ts';
import { ImportReport, type Report } from './ImportReport.tsx';
import styles from './ImportScreen.module.css';
import { PreviewReview } from './PreviewReview.tsx';
import { useImportReading } from './useImportReading.ts';
import { usePastedFile } from './usePastedFile.ts';

const nothingPasted =
  'The clipboard holds no table. Copy the rows of the plan with their headings, then paste them here.';

/** Update from a spreadsheet: choose a file, see what was understood, correct it, bring it in, and take it back at any time. */
export function ImportScreen({ plan }: { readonly plan: 'last' | 'next' }) {
  const view = useCycleView();
  const target = plan === 'last' ? view?.lastPlan : view?.newPlan;
  const { reading, error, begin, correct, stop, leave } = useImportReading(target?.id);
  const [report, setReport] = useState<Report | null>(null);
  const isChoosing = reading === null && report === null;
  const start = useRef(begin);
  start.current = begin;
  const isReady = target !== undefined;

  useEffect(() => {
    const handed = isReady ? takeHandedOver() : null;
    if (handed) start.current(handed.file, { tables: handed.tables });
  }, [isReady]);

  usePastedFile(isChoosing, (file) => begin(file), nothingPasted);

  if (!target) return null;
  const previewed = reading?.previewed;
  return (
    <>
      <PageHeading
        title={plan === 'last' ? 'Update the last plan from a file' : 'Update the new plan from a file'}
        lede="A workbook, a csv file, a web page or a Word document with the plan in it, in whatever shape it is. Nothing is changed until you have seen how it was read."
      />
      {error ? <ErrorAlert error={error} /> : null}
      {isChoosing ? (
        <>
          <Changing what="A plan is brought in">
            <DropArea
              label="Drop the plan here, choose it, or paste a table with Ctrl+V"
              accept={acceptedFiles}
              purpose="import-plan"
              onFile={(file) => begin(file)}
            />
          </Changing>
          <EarlierImports planId={target.id} />
        </>
      ) : null}
      {reading && !previewed ? (
        <Progress label={`Reading ${reading.file.fileName}`} value={null} onStop={stop} />
      ) : null}
      {reading && previewed && !report ? (
        previewed.preview.tables.length === 0 ? (
          <EmptyState
            title={`Nothing was found in ${reading.file.fileName}`}
            action={<Button onPress={leave}>Choose another file</Button>}
          >
            <p>The file holds no table.</p>
          </EmptyState>
        ) : (
          <PreviewReview
            plan={plan}
            planId={target.id}
            previewed={previewed}
            corrections={reading.corrections}
            busy={reading.jobId !== null}
            onCorrect={correct}
            onChooseAnother={leave}
            onApplied={setReport}
          />
        )
      ) : null}
      {report && reading ? (
        <ImportReport
          report={report}
          plan={plan}
          file={reading.file}
          alternatives={previewed?.preview.alternatives ?? []}
          onAgain={() => {
            setReport(null);
            leave();
          }}
        />
      ) : null}
      <div className={`visually-hidden ${styles.said ?? ''}`} aria-live="polite">
        {said(previewed?.preview.actions.length, reading?.jobId !== null)}
      </div>
    </>
  );
}

const said = (actions: number | undefined, busy: boolean): string =>
  actions === undefined || busy ? '' : `${actions} ${actions === 1 ? 'action' : 'actions'} read`;
