import {
  Footer,
  Header,
  ImageRun,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  TextRun,
} from 'docx';
import type { Submission } from '#core/export/submission.ts';
import type { HouseLogo } from '#core/houseStyle/houseStyle.ts';
import { cleanLine } from './cleanText.ts';
import { type DocumentWords, dateInWords } from './documentWords.ts';
import { styleIds } from './styles.ts';
import { versionText } from './writing.ts';

export type Orientation = 'portrait' | 'landscape';

/** A4 in twips. */
const shortSide = 11_906;
const longSide = 16_838;
/** 25 mm round the body; 20 mm beside the wide tables, which need the room. */
const bodyMargin = 1_417;
const wideMargin = 1_134;

/** The width between the margins, in twips. */
export function textWidth(orientation: Orientation): number {
  return orientation === 'portrait' ? shortSide - 2 * bodyMargin : longSide - 2 * wideMargin;
}

/** The height between the margins, in twips. */
export function textHeight(orientation: Orientation): number {
  return orientation === 'portrait' ? longSide - 2 * bodyMargin : shortSide - 2 * wideMargin;
}

export function pageProperties(orientation: Orientation): ISectionPropertiesOptions {
  const side = orientation === 'portrait' ? bodyMargin : wideMargin;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // The library turns the paper itself: it wants the portrait measures and the orientation.
      size: { width: shortSide, height: longSide, orientation },
      margin: { top: side, bottom: side, left: side, right: side, header: 567, footer: 567, gutter: 0 },
    },
  };
}

/** Institution and short title, and the mark of a draft; before them the logo of the house style, where there is one. */
export function pageHeader(
  submission: Submission,
  words: DocumentWords,
  orientation: Orientation,
  withLogo = true,
): Header {
  const { institution, shortTitle } = submission.titleBlock;
  const logo = withLogo ? (submission.houseStyle?.logo ?? null) : null;
  const name = [institution, shortTitle].map(cleanLine).filter((part) => part !== '');
  const runs: ParagraphChild[] = [
    ...(logo === null ? [] : [headerLogo(logo, words.logo(cleanLine(institution))), new TextRun({ text: '\u2002' })]),
    new TextRun({ text: name.join(' · ') }),
  ];
  if (submission.options.copy.kind === 'draft') {
    runs.push(new TextRun({ children: [new Tab()] }), new TextRun({ text: words.draft, bold: true }));
  }
  return new Header({
    children: [new Paragraph({ style: styleIds.header, rightTabStop: textWidth(orientation), children: runs })],
  });
}

function headerLogo(logo: HouseLogo, usualText: string): ImageRun {
  const description = cleanLine(logo.alternativeText) || usualText;
  return new ImageRun({
    type: logo.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(logo.base64, 'base64'),
    transformation: { width: logo.width, height: logo.height },
    // The title page's own has the first number.
    altText: { id: '2', name: description, description, title: description },
  });
}

/** Version, date, fingerprint of an issued copy, and *Page x of y*. */
export function pageFooter(submission: Submission, words: DocumentWords, orientation: Orientation): Footer {
  const { copy } = submission.options;
  const facts = [
    versionText(copy.version, words),
    dateInWords(cleanLine(submission.titleBlock.date), words),
    copy.kind === 'issued' ? words.fingerprint(cleanLine(copy.fingerprint)) : '',
  ].filter((part) => part !== '');
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        rightTabStop: textWidth(orientation),
        children: [
          new TextRun({ text: facts.join(' · ') }),
          new TextRun({ children: [new Tab()] }),
          new TextRun({ text: `${words.page} ` }),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun({ text: ` ${words.of} ` }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
