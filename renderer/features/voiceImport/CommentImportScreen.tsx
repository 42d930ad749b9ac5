import { useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { CommentCorrections } from '#shared/model/commentPreview.ts';
import { ask } from '../../actions/run.ts';
import { Changing } from '../../components/Changing.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { Progress } from '../../components/Progress.tsx';
import { acceptedFiles } from '../import/acceptedFiles.ts';
import { EarlierImports } from '../import/EarlierImports.tsx';
import { useFileReading } from '../import/useFileReading.ts';
import { usePastedFile } from '../import/usePastedFile.ts';
import { CommentReport, type CommentsReport } from './CommentReport.tsx';
import { CommentReview } from './CommentReview.tsx';

export type PreviewedComments = ChannelOutput<'import.previewComments'>;
const untouched: CommentCorrections = {};
const nothingPasted =
  'The clipboard holds no list of comments. Copy their cells with the headings, or several lines of text, then paste them here.';

/** Survey comments into the register: choose a file, see what was understood, correct it, bring it in, take it back. */
export function CommentImportScreen() {
  const { reading, error, begin, correct, stop, leave } = useFileReading<CommentCorrections, PreviewedComments>(
    (question) => ask('import.previewComments', question),
    untouched,
  );
  const [report, setReport] = useState<CommentsReport | null>(null);
  const isChoosing = reading === null && report === null;
  usePastedFile(isChoosing, (file) => begin(file), nothingPasted);
  const previewed = reading?.previewed;
  return (
    <>
      <PageHeading
        title="Bring in survey comments"
        lede="A workbook, a csv file or a Word table with what technicians wrote. Nothing enters the register until you have seen how it was read, and a comment stays inside the institution unless the file says otherwise."
      />
      {error ? <ErrorAlert error={error} /> : null}
      {isChoosing ? (
        <>
          <Changing what="Survey comments are brought in">
            <DropArea
              label="Drop the comments here, choose their file, or paste them with Ctrl+V"
              accept={acceptedFiles}
              purpose="import-plan"
              onFile={(file) => begin(file)}
            />
          </Changing>
          <EarlierImports planId={null} />
        </>
      ) : null}
      {reading && !previewed ? (
        <Progress label={`Reading ${reading.file.fileName}`} value={null} onStop={stop} />
      ) : null}
      {reading && previewed && !report ? (
        <CommentReview
          previewed={previewed}
          corrections={reading.corrections}
          busy={reading.jobId !== null}
          onCorrect={correct}
          onChooseAnother={leave}
          onApplied={setReport}
        />
      ) : null}
      {report ? (
        <CommentReport
          report={report}
          onAgain={() => {
            setReport(null);
            leave();
          }}
        />
      ) : null}
      <div className="visually-hidden" aria-live="polite">
        {said(previewed?.preview.comments.length, reading?.jobId !== null)}
      </div>
    </>
  );
}

const said = (comments: number | undefined, busy: boolean): string =>
  comments === undefined || busy ? '' : `${comments} ${comments === 1 ? 'comment' : 'comments'} read`;
