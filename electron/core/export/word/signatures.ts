import type { FileChild } from 'docx';
import type { SubmissionSignatory } from '#core/export/submission.ts';
import { cleanLine } from './cleanText.ts';
import { dateInWords } from './documentWords.ts';
import { textWidth } from './page.ts';
import { TextParagraph } from './paragraphXml.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, heading, paragraph, type Writing } from './writing.ts';

/** As many blocks as fit on the page under the heading; more are kept whole one by one. */
const blocksOnOnePage = 4;
/** Where the value, or the line to sign on, begins, in twips. */
const valueAt = 1_701;

/** A block for each signatory, on a page of its own; a draft has no line for the date, since it is not to be signed. */
export function signatures(title: string, writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  const { signatories } = submission;
  const together = signatories.length <= blocksOnOnePage;
  const institution = cleanLine(submission.titleBlock.institution) || words.notSet;
  return [
    heading(1, title, { bookmark: bookmarks.part('signatures') }),
    ...(signatories.length === 0
      ? [paragraph(styleIds.answer, words.signature.nobody, { italics: true })]
      : [
          new TextParagraph({
            style: styleIds.answer,
            keepNext: true,
            inlines: textRuns(words.signature.onBehalfOf(institution)),
          }),
        ]),
    ...signatories.flatMap((signatory, index) => block(signatory, together && index < signatories.length - 1, writing)),
  ];
}

/** `followed`: the next block belongs on the same page. */
function block(signatory: SubmissionSignatory, followed: boolean, writing: Writing): readonly TextParagraph[] {
  const { submission, words } = writing;
  const issued = submission.options.copy.kind === 'issued';
  const lines: readonly Line[] = [
    { label: words.signature.name, value: cleanLine(signatory.name) },
    { label: words.signature.title, value: cleanLine(signatory.title) },
    { label: words.signature.signature, value: '', tall: true },
    ...(issued
      ? [
          {
            label: words.signature.date,
            value: signatory.signedOn === null ? '' : dateInWords(cleanLine(signatory.signedOn), words),
          },
        ]
      : []),
  ];
  return [
    heading(2, cleanLine(signatory.role) || words.notSet),
    ...lines.map((line, index) => lineParagraph(line, followed || index < lines.length - 1)),
  ];
}

interface Line {
  readonly label: string;
  /** A ruled line is printed where there is none. */
  readonly value: string;
  readonly tall?: boolean;
}

function lineParagraph({ label, value, tall }: Line, keepNext: boolean): TextParagraph {
  const ruled = value === '';
  return new TextParagraph({
    style: styleIds.signature,
    keepNext,
    ...(tall === true ? { before: 480, after: 160 } : {}),
    tabStops: [
      { align: 'left', position: valueAt },
      ...(ruled ? [{ align: 'right' as const, position: textWidth('portrait'), leader: 'underscore' as const }] : []),
    ],
    inlines: [...textRuns(label, { bold: true }), ...textRuns(ruled ? '\t\t' : `\t${value}`)],
  });
}
