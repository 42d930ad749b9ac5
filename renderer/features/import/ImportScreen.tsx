import { useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { Progress } from '../../components/Progress.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { useCycleView } from '../../stores/views.ts';
import { EarlierImports } from './EarlierImports.tsx';
import { ImportReport, type Report } from './ImportReport.tsx';
import { PreviewReview } from './PreviewReview.tsx';

export type Previewed = ChannelOutput<'import.preview'>;

/** Endings that a plan may have; what the file really is, is decided by its contents. */
const accepted = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.tsv', '.txt', '.html', '.htm', '.docx'];

type Stage =
  | { readonly at: 'choose'; readonly error: AppError | null }
  | { readonly at: 'reading'; readonly file: HeldFileName; readonly jobId: string }
  | {
      readonly at: 'review';
      readonly file: HeldFileName;
      readonly previewed: Previewed;
      readonly corrections: ImportCorrections;
    }
  | { readonly at: 'report'; readonly report: Report };

/** Update from a spreadsheet: choose a file, see what was understood, correct it, bring it in, and take it back at any time. */
export function ImportScreen({ plan }: { readonly plan: 'last' | 'next' }) {
  const view = useCycleView();
  const [stage, setStage] = useState<Stage>({ at: 'choose', error: null });
  // While a correction is read again the last preview stays on the screen, so that nobody loses their place.
  const [rereading, setRereading] = useState(false);
  if (!view) return null;
  const target = plan === 'last' ? view.lastPlan : view.newPlan;

  const read = async (file: HeldFileName, corrections: ImportCorrections, again: boolean): Promise<void> => {
    const jobId = crypto.randomUUID();
    if (again) setRereading(true);
    else setStage({ at: 'reading', file, jobId });
    const result = await ask('import.preview', { file: file.token, planId: target.id, corrections, jobId });
    setRereading(false);
    if (result.ok) setStage({ at: 'review', file, previewed: result.value, corrections });
    else if (result.error.code === 'cancelled') setStage({ at: 'choose', error: null });
    else setStage({ at: 'choose', error: result.error });
  };

  return (
    <>
      <PageHeading
        title={plan === 'last' ? 'Update the last plan from a file' : 'Update the new plan from a file'}
        lede="A workbook, a csv file or a Word document with the plan in a table, in whatever shape it is. Nothing is changed until you have seen how it was read."
      />
      {stage.at === 'choose' ? (
        <>
          {stage.error ? <ErrorAlert error={stage.error} /> : null}
          <DropArea
            label="Drop the plan here, or choose it"
            accept={accepted}
            purpose="import-plan"
            onFile={(file) => void read(file, {}, false)}
          />
          <EarlierImports planId={target.id} />
        </>
      ) : null}
      {stage.at === 'reading' ? (
        <Progress
          label={`Reading ${stage.file.fileName}`}
          value={null}
          onStop={() => void ask('job.cancel', { jobId: stage.jobId })}
        />
      ) : null}
      {stage.at === 'review' ? (
        stage.previewed.preview.tables.length === 0 ? (
          <EmptyState
            title={`Nothing was found in ${stage.file.fileName}`}
            action={<Button onPress={() => setStage({ at: 'choose', error: null })}>Choose another file</Button>}
          >
            <p>The file holds no table.</p>
          </EmptyState>
        ) : (
          <PreviewReview
            planId={target.id}
            previewed={stage.previewed}
            corrections={stage.corrections}
            busy={rereading}
            onCorrect={(corrections) => void read(stage.file, corrections, true)}
            onChooseAnother={() => setStage({ at: 'choose', error: null })}
            onApplied={(report) => setStage({ at: 'report', report })}
          />
        )
      ) : null}
      {stage.at === 'report' ? (
        <ImportReport report={stage.report} plan={plan} onAgain={() => setStage({ at: 'choose', error: null })} />
      ) : null}
    </>
  );
}
