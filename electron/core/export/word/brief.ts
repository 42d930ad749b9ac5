import type { FileChild } from 'docx';
import type { RagTotals } from '#core/export/submission.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import { type Cell, dataTable, textCell } from './dataTable.ts';
import { TextParagraph } from './paragraphXml.ts';
import { type Rating, ragAppearance, ragText } from './ragAppearance.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, heading, paragraph, type Writing } from './writing.ts';

/** The one page that the person who signs will read. */
export function brief(title: string, writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  const { brief: content } = submission;
  return [
    heading(1, title, { bookmark: bookmarks.part('brief') }),
    heading(2, words.brief.asked),
    ...prose(content.askedOfSignatory, writing),
    heading(2, words.brief.changed),
    ...prose(content.changedSinceLastTime, writing),
    ...(content.ragTotals.length === 0 ? [] : [heading(2, words.brief.rag), totalsTable(content.ragTotals, writing)]),
    heading(2, words.brief.risks),
    ...risks(content.risks, writing),
    heading(2, words.brief.budget),
    ...prose(content.budget, writing),
  ];
}

function prose(text: string, writing: Writing): readonly TextParagraph[] {
  const lines = cleanLines(text);
  if (lines.length === 0) return [paragraph(styleIds.answer, writing.words.notSet, { italics: true })];
  return lines.map((line) => paragraph(styleIds.answer, line));
}

function risks(texts: readonly string[], writing: Writing): readonly TextParagraph[] {
  const written = texts.map(cleanLine).filter((text) => text !== '');
  if (written.length === 0) return [paragraph(styleIds.answer, writing.words.none, { italics: true })];
  const placeAt = writing.lists.numbered(1);
  return written.map(
    (text) =>
      new TextParagraph({
        style: styleIds.answer,
        list: placeAt(0),
        after: 60,
        inlines: textRuns(text),
      }),
  );
}

function totalsTable(totals: readonly RagTotals[], writing: Writing): FileChild {
  const { words } = writing;
  const count: Readonly<Record<Rating, (total: RagTotals) => number>> = {
    green: (total) => total.green,
    amber: (total) => total.amber,
    red: (total) => total.red,
    'not-rated': (total) => total.notRated,
  };
  const ratings: readonly Rating[] = ['green', 'amber', 'red', 'not-rated'];
  const rows = ratings.map((rating): readonly Cell[] => [
    { paragraphs: [{ text: ragText(rating, words) }], shade: ragAppearance[rating] },
    ...totals.map((total) => textCell(String(count[rating](total)))),
  ]);
  const sums = totals.map((total) => textCell(String(ratings.reduce((sum, rating) => sum + count[rating](total), 0))));
  return dataTable({
    headings: [words.brief.rating, ...totals.map((total) => cleanLine(total.label) || words.notSet)],
    rows: [...rows, [textCell(words.brief.total), ...sums]],
    orientation: 'portrait',
    blank: words.none,
    keepTogether: true,
    look: writing.tables,
  });
}
