import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { SubmissionLogo, SubmissionPerson } from '#core/export/submission.ts';
import { cleanLine } from './cleanText.ts';
import { dateInWords } from './documentWords.ts';
import type { Inline } from './inlineXml.ts';
import { TextParagraph } from './paragraphXml.ts';
import { linkOut, linkWithin, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, detail, documentTitle, paragraph, type Writing } from './writing.ts';

/** Title block and contents: the first page. */
export function titlePage(writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  const { titleBlock } = submission;
  const { copy } = submission.options;
  const labels = words.titleBlock;
  const title = documentTitle(submission, words);
  return [
    ...(titleBlock.logo === null ? [] : [logo(titleBlock.logo, words.logo(cleanLine(titleBlock.institution)))]),
    paragraph(styleIds.title, copy.kind === 'draft' ? words.draftTitle(title) : title),
    paragraph(styleIds.subtitle, cleanLine(titleBlock.institution) || words.notSet),
    detail(labels.stage, textRuns(String(titleBlock.stage))),
    detail(labels.institution, value(titleBlock.institution, writing)),
    detail(labels.period, value(period(writing), writing)),
    detail(labels.lead, person(titleBlock.lead, writing)),
    detail(labels.contact, person(titleBlock.contact, writing)),
    detail(labels.version, value(version(writing), writing)),
    detail(labels.date, value(dateInWords(cleanLine(titleBlock.date), words), writing)),
    ...contents(writing),
  ];
}

/** Plain links to bookmarks: a live field would make Word ask whether to update it when the document is opened. */
function contents(writing: Writing): readonly TextParagraph[] {
  const { submission, words, partTitles } = writing;
  if (partTitles.size === 0) return [];
  const link = (bookmark: string, text: string) => linkWithin(bookmark, cleanLine(text) || words.notSet);
  const below = (part: string): readonly (readonly Inline[])[] => {
    if (part === 'questions') {
      return submission.questions.map((question, index) => [link(bookmarks.question(index), questionTitle(question))]);
    }
    if (part !== 'last-plan' && part !== 'new-plan') return [];
    const groups = part === 'last-plan' ? (submission.lastPlan?.groups ?? []) : submission.newPlan.groups;
    // One line for the themes of a plan, so that the contents stay on the first page.
    const links = groups.flatMap((group, index) => [
      ...(index > 0 ? textRuns(' · ') : []),
      link(bookmarks.group(part, index), group.title),
    ]);
    return links.length > 0 ? [links] : [];
  };
  const entries = [...partTitles].flatMap(([part, title]) => [
    new TextParagraph({
      style: part === 'references' ? styleIds.contents2 : styleIds.contents1,
      inlines: [linkWithin(bookmarks.part(part), title)],
    }),
    ...below(part).map((inlines) => new TextParagraph({ style: styleIds.contents2, inlines })),
  ]);
  return [paragraph(styleIds.contentsHeading, words.contents), ...entries];
}

export function questionTitle(question: { readonly number: string; readonly title: string }): string {
  return [question.number, question.title]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(' ');
}

function value(text: string, writing: Writing): readonly Inline[] {
  const line = cleanLine(text);
  return line === '' ? textRuns(writing.words.notSet, { italics: true }) : textRuns(line);
}

function version(writing: Writing): string {
  const { copy } = writing.submission.options;
  const name = cleanLine(copy.version);
  if (copy.kind === 'issued') return name;
  return name === '' ? writing.words.draft : writing.words.draftTitle(name);
}

function period(writing: Writing): string {
  const { planStartsOn, planEndsOn, planMonths } = writing.submission.titleBlock;
  const { words } = writing;
  const days = [planStartsOn, planEndsOn].map((day) => (day === null ? '' : dateInWords(cleanLine(day), words)));
  const [start = '', end = ''] = days;
  const span = start !== '' && end !== '' ? words.titleBlock.from(start, end) : start || end;
  const months = planMonths === null ? '' : words.titleBlock.months(planMonths);
  if (span === '' || months === '') return span || months;
  return `${span} (${months})`;
}

function person(who: SubmissionPerson, writing: Writing): readonly Inline[] {
  const name = [who.name, who.role]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(', ');
  const email = cleanLine(who.email);
  const telephone = cleanLine(who.telephone);
  const pieces: (readonly Inline[])[] = [];
  if (name !== '') pieces.push(textRuns(name));
  if (email !== '') pieces.push(linkOut(`mailto:${email}`, [{ text: email }]));
  if (telephone !== '') pieces.push(textRuns(telephone));
  if (pieces.length === 0) return value('', writing);
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [...textRuns(', '), ...piece]));
}

/** At most 60 mm wide and 25 mm high, in pixels of 96 to the inch; never enlarged. */
const logoBox = { width: 227, height: 94 };

function logo(image: SubmissionLogo, usualText: string): Paragraph {
  const shrink = Math.min(1, logoBox.width / image.width, logoBox.height / image.height);
  const description = cleanLine(image.alternativeText) || usualText;
  return new Paragraph({
    style: styleIds.normal,
    children: [
      new ImageRun({
        type: image.mediaType === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(image.base64, 'base64'),
        transformation: {
          width: Math.max(1, Math.round(image.width * shrink)),
          height: Math.max(1, Math.round(image.height * shrink)),
        },
        // The library would count images from the start of the process.
        altText: { id: '1', name: description, description, title: description },
      }),
    ],
  });
}
