import type { ImportOutcome, ReportLine } from '#shared/model/importPreview.ts';
import type { Row } from '#shared/model/tables.ts';
import { dayInWords } from '../cycle/rules.ts';
import { safeFileName } from '../files/fileNames.ts';
import { fieldWords } from './fieldWords.ts';

/** Marks the text as UTF-8 for programs that would otherwise take it for Windows-1252. */
const byteOrderMark = '\uFEFF';
const newLine = '\r\n';

/** The report of an import as a plain text file for anybody, in UTF-8 with the line ends of Windows. */
export function reportText(run: Row<'importRun'>): { readonly fileName: string; readonly text: string } {
  const { report } = run;
  const lines = report.lines ?? [];
  const parts = [
    [`Import of ${run.fileName}`, ...when(run)],
    [
      `Created ${report.created}`,
      `Changed ${report.changed}`,
      `The same already ${report.same}`,
      `Left out ${report.left}`,
    ],
    ...outcomes.map(({ outcome, title }) =>
      section(title, lines.filter((line) => line.outcome === outcome).map(lineText)),
    ),
    section(
      'In the plan but not in the file',
      (report.notInFile ?? []).map(({ ref, action }) => named(ref, action)),
    ),
    section('To look at', report.problems),
  ];
  const text = parts
    .filter((part) => part.length > 0)
    .map((part) => part.join(newLine))
    .join(newLine + newLine);
  return {
    fileName: `${safeFileName(`Import of ${run.fileName}`, 'Import')}.txt`,
    text: `${byteOrderMark}${text}${newLine}`,
  };
}

const outcomes: readonly { readonly outcome: ImportOutcome; readonly title: string }[] = [
  { outcome: 'created', title: 'Created' },
  { outcome: 'changed', title: 'Changed' },
  { outcome: 'same', title: 'The same already' },
  { outcome: 'left', title: 'Left out, because they were not ticked' },
];

const when = ({ appliedAt, undoneAt }: Row<'importRun'>): readonly string[] => [
  `Brought in on ${dayOf(appliedAt)}`,
  ...(undoneAt === null ? [] : [`Taken back on ${dayOf(undoneAt)}`]),
];
const dayOf = (instant: string): string => dayInWords(instant.slice(0, 10));

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];

const named = (ref: string, action: string): string => (ref.trim() === '' ? action : `${ref.trim()}: ${action}`);

function lineText({ ref, action, outcome, fields }: ReportLine): string {
  const changed = outcome === 'changed' && fields.length > 0 ? ` [${fieldWords(fields)}]` : '';
  return `${named(ref, action)}${changed}`;
}
