import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { SubmissionLogo, SubmissionPerson } from '#core/export/submission.ts';
import { cleanLine } from './cleanText.ts';
import { dateInWords } from './documentWords.ts';
import type { Inline } from './inlineXml.ts';
import { TextParagraph } from './paragraphXml.ts';
import { linkOut, linkWithin, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, detail, pageTitle, paragraph, versionNumber, type Writing } from './writing.ts';

/** Title block and contents: the first page. */
export function titlePage(writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  const { titleBlock } = submission;
  const labels = words.titleBlock;
  const initiative = cleanLine(titleBlock.initiative);
  return [
    ...(titleBlock.logo === null ? [] : [logo(titleBlock.logo, words.logo(cleanLine(titleBlock.institution)))]),
    // The title's own space parts the two.
    ...(initiative === ''
      ? []
      : [new TextParagraph({ style: styleIds.subtitle, after: 0, inlines: textRuns(initiative) })]),
    // Narrower than the page, so that a last word is not left alone on a line.
    new TextParagraph({ style: styleIds.title, indentRight: 1134, inlines: textRuns(pageTitle(submission, words)) }),
    paragraph(styleIds.subtitle, cleanLine(titleBlock.institution) || words.notSet),
    detail(labels.period, value(period(writing), writing)),
    ...people(writing),
    detail(labels.version, value(version(writing), writing)),
    detail(labels.date, value(dateInWords(cleanLine(titleBlock.date), words), writing)),
    ...contents(writing),
  ];
}

/** The lead and the contact; one person’s name and addresses stand there once. */
function people(writing: Writing): readonly TextParagraph[] {
  const { lead, contact } = writing.submission.titleBlock;
  const labels = writing.words.titleBlock;
  const isOne = (['name', 'role', 'email', 'telephone'] as const).every((field) => lead[field] === contact[field]);
  const isNamed = [lead.name, lead.role].some((part) => cleanLine(part) !== '');
  return [
    detail(labels.lead, person(lead, writing)),
    detail(labels.contact, isOne && isNamed ? textRuns(labels.leadIsContact) : person(contact, writing)),
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
      // A theme is not broken in two where there is a next line to take it whole.
      link(bookmarks.group(part, index), unbroken(group.title)),
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

const unbroken = (title: string): string => (title.length > longestUnbroken ? title : title.replaceAll(' ', '\u00a0'));

/** Longer titles are sentences, and a line could not hold two. */
const longestUnbroken = 30;

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
  if (copy.kind === 'issued') return versionNumber(name) ?? name;
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
  const ways = [
    ...(email === '' ? [] : [linkOut(`mailto:${email}`, [{ text: email }])]),
    ...(telephone === '' ? [] : [textRuns(telephone)]),
  ];
  if (name === '' && ways.length === 0) return value('', writing);
  const reached = ways.flatMap((way, index) => (index === 0 ? way : [...textRuns(', '), ...way]));
  // How to reach them on a line of its own, below who they are.
  return [...textRuns(name), ...textRuns(name === '' || ways.length === 0 ? '' : '\n'), ...reached];
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
