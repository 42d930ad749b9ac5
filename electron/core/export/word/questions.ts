import type { FileChild } from 'docx';
import type {
  QuestionDetail,
  SubmissionFact,
  SubmissionPublication,
  SubmissionQuestion,
} from '#core/export/submission.ts';
import { assertNever } from '#shared/assertNever.ts';
import { isEmptyRichText } from '#shared/model/richText.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import { dataTable, textCell } from './dataTable.ts';
import { TextParagraph } from './paragraphXml.ts';
import { richTextBlocks } from './richTextBlocks.ts';
import { linkOut, linkWithin, readableAddress, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { questionTitle } from './titlePage.ts';
import { bookmarks, heading, paragraph, type Writing } from './writing.ts';

/** The questions in the official order, each with its prompt and what was answered. */
export function questions(title: string, writing: Writing): readonly FileChild[] {
  return [
    heading(1, title, { bookmark: bookmarks.part('questions') }),
    ...writing.submission.questions.flatMap((question, index) => [
      heading(2, questionTitle(question) || writing.words.notSet, { bookmark: bookmarks.question(index) }),
      ...cleanLines(question.prompt).map((line) => paragraph(styleIds.question, line)),
      ...question.guidance.flatMap(cleanLines).map((line) => paragraph(styleIds.guidance, line)),
      ...answer(question, writing),
    ]),
  ];
}

function answer(question: SubmissionQuestion, writing: Writing): readonly FileChild[] {
  const endsInTable = question.detail?.kind === 'facts' && isTable(question.detail.facts.at(-1));
  const written = isEmptyRichText(question.text) ? [] : richTextBlocks(question.text, writing, endsInTable);
  const details = question.detail === null ? [] : detailBlocks(question.detail, writing);
  const blocks = [...details, ...written];
  return blocks.length > 0 ? blocks : [paragraph(styleIds.answer, writing.words.notAnswered, { italics: true })];
}

function detailBlocks(detail: QuestionDetail, writing: Writing): readonly FileChild[] {
  switch (detail.kind) {
    case 'facts':
      return detail.facts.flatMap((fact) => factBlocks(fact, writing));
    case 'publication':
      return publicationBlocks(detail.publication, writing);
    case 'part':
      return [partBlock(detail.part, writing)];
    default:
      return assertNever(detail);
  }
}

/** Without rows it is a line that says so. */
const isTable = (fact: SubmissionFact | undefined): fact is Extract<SubmissionFact, { readonly kind: 'table' }> =>
  fact?.kind === 'table' && fact.rows.length > 0 && fact.columns.length > 0;

function factBlocks(fact: SubmissionFact, writing: Writing): readonly FileChild[] {
  const { words } = writing;
  const label = cleanLine(fact.label);
  if (fact.kind === 'value') return [labelled(label, cleanLines(fact.value).join('\n'), writing)];
  if (!isTable(fact)) return [labelled(label, '', writing)];
  return [
    new TextParagraph({ style: styleIds.answer, keepNext: true, inlines: textRuns(label, { bold: true }) }),
    dataTable({
      headings: fact.columns,
      rows: fact.rows.map((row) => row.map(textCell)),
      orientation: 'portrait',
      blank: words.notSet,
      look: writing.tables,
    }),
  ];
}

export function labelled(label: string, value: string, writing: Writing): TextParagraph {
  return new TextParagraph({
    style: styleIds.answer,
    inlines: [
      ...textRuns(`${label}: `, { bold: true }),
      ...(value === '' ? textRuns(writing.words.notSet, { italics: true }) : textRuns(value)),
    ],
  });
}

export function publicationBlocks(publication: SubmissionPublication, writing: Writing): readonly FileChild[] {
  const { words } = writing;
  const said = (value: boolean | null): string => (value === null ? '' : value ? words.yes : words.no);
  const addresses = publication.urls.map(cleanLine).filter((url) => url !== '');
  return [
    labelled(words.question.statusPublished, said(publication.statusPublished), writing),
    labelled(words.question.planPublished, said(publication.planPublished), writing),
    ...(addresses.length === 0 ? [labelled(words.question.addresses, '', writing)] : []),
    ...addresses.map(
      (address) =>
        new TextParagraph({
          style: styleIds.answer,
          inlines: [
            ...textRuns(`${words.question.addresses}: `, { bold: true }),
            ...linkOut(address, [{ text: readableAddress(address) }]),
          ],
        }),
    ),
  ];
}

function partBlock(part: 'last-plan' | 'new-plan' | 'signatures', writing: Writing): TextParagraph {
  const { words, partTitles } = writing;
  const title = partTitles.get(part);
  if (title === undefined)
    return paragraph(styleIds.answer, words.question.partLeftOut(words.parts[part]), { italics: true });
  return new TextParagraph({
    style: styleIds.answer,
    inlines: [linkWithin(bookmarks.part(part), words.question.seePart(title))],
  });
}
