import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { SubmissionLanguage } from '#core/export/submission.ts';
import type { HouseStyle, HouseStyleName } from '#core/houseStyle/houseStyle.ts';
import { accent, dressesOf } from './dressStyles.ts';

/** The ids of the paragraph styles: what a house style has to offer under the same names. */
export const styleIds = {
  normal: 'Normal',
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  detail: 'Detail',
  question: 'Question',
  guidance: 'Guidance',
  answer: 'Answer',
  contentsHeading: 'ContentsHeading',
  contents1: 'Contents1',
  contents2: 'Contents2',
  tableHeading: 'TableHeading',
  tableText: 'TableText',
  signature: 'Signature',
  reference: 'Reference',
  ending: 'Ending',
  header: 'Header',
  footer: 'Footer',
  hyperlink: 'Hyperlink',
} as const;

const ink = '1B1F24';
/** Half points: 12 pt in the body, 11 pt in tables, as readers with low vision need. */
const bodySize = 24;
const tableSize = 22;

/** In twips (twentieths of a point). */
function points(value: number): number {
  return Math.round(value * 20);
}

function heading(size: number, before: number, after: number): Omit<IParagraphStyleOptions, 'id'> {
  return {
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { bold: true, size: size * 2, color: accent },
    paragraph: {
      spacing: { before: points(before), after: points(after), line: 264, lineRule: 'auto' },
      keepNext: true,
      keepLines: true,
    },
  };
}

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  { id: styleIds.normal, name: 'Normal', quickFormat: true },
  {
    id: styleIds.subtitle,
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: 32, color: accent },
    paragraph: { spacing: { before: 0, after: points(12) } },
  },
  {
    id: styleIds.detail,
    name: 'Detail',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      spacing: { before: 0, after: points(3), line: 256, lineRule: 'auto' },
      indent: { left: 3119, hanging: 3119 },
      leftTabStop: 3119,
    },
  },
  {
    // A tinted panel with a rule at its side: a question can be told from an answer in black and white.
    id: styleIds.question,
    name: 'Question',
    basedOn: 'Normal',
    next: styleIds.answer,
    quickFormat: true,
    run: { bold: true, color: accent },
    paragraph: {
      spacing: { before: 0, after: points(8) },
      indent: { left: 170 },
      keepNext: true,
      keepLines: true,
      border: { left: { style: 'single', size: 24, color: accent, space: 6 } },
      shading: { type: 'clear', color: 'auto', fill: 'EEF2F5' },
    },
  },
  {
    id: styleIds.guidance,
    name: 'Guidance',
    basedOn: 'Normal',
    quickFormat: true,
    run: { italics: true, size: tableSize, color: '44505A' },
    paragraph: { spacing: { before: 0, after: points(6) } },
  },
  {
    id: styleIds.answer,
    name: 'Answer',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { before: points(3), after: points(6), line: 288, lineRule: 'auto' } },
  },
  {
    // Looks like a heading without being one: the contents should not list themselves.
    id: styleIds.contentsHeading,
    name: 'Contents heading',
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold: true, size: 32, color: accent },
    paragraph: { spacing: { before: points(12), after: points(4) }, keepNext: true },
  },
  {
    id: styleIds.contents1,
    name: 'Contents 1',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { spacing: { before: points(3), after: points(1), line: 250, lineRule: 'auto' } },
  },
  {
    id: styleIds.contents2,
    name: 'Contents 2',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: points(1), line: 250, lineRule: 'auto' }, indent: { left: 340 } },
  },
  {
    id: styleIds.tableText,
    name: 'Table text',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: tableSize },
    paragraph: { spacing: { before: 0, after: points(2), line: 252, lineRule: 'auto' } },
  },
  {
    id: styleIds.tableHeading,
    name: 'Table heading',
    basedOn: styleIds.tableText,
    quickFormat: true,
    run: { bold: true, color: accent },
    paragraph: { keepNext: true },
  },
  {
    id: styleIds.signature,
    name: 'Signature block',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: points(8) }, indent: { left: 1701, hanging: 1701 }, keepLines: true },
  },
  {
    id: styleIds.reference,
    name: 'Reference',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: points(4) }, indent: { left: 567, hanging: 567 }, leftTabStop: 567 },
  },
  {
    id: styleIds.ending,
    name: 'Ending',
    basedOn: styleIds.guidance,
    paragraph: { spacing: { before: points(18), after: 0 } },
  },
  { id: styleIds.header, name: 'header', basedOn: 'Normal', run: { size: 20, color: '44505A' } },
  { id: styleIds.footer, name: 'footer', basedOn: 'Normal', run: { size: 20, color: '44505A' } },
];

/** Which of the house's styles dresses which of ours. */
const dressedBy: Readonly<Record<string, HouseStyleName | 'contentsHeading'>> = {
  [styleIds.subtitle]: 'subtitle',
  [styleIds.question]: 'question',
  [styleIds.guidance]: 'guidance',
  [styleIds.answer]: 'answer',
  [styleIds.contentsHeading]: 'contentsHeading',
  [styleIds.tableText]: 'tableText',
  [styleIds.tableHeading]: 'tableHeading',
  [styleIds.header]: 'header',
  [styleIds.footer]: 'footer',
};

/**
 * The named styles of the document, as the institution's own documents look where `house` says so. Every paragraph uses
 * one of ours, whatever a house calls its own: only looks are taken over.
 */
export function documentStyles(language: SubmissionLanguage, house: HouseStyle | null = null): IStylesOptions {
  const dresses = house === null ? null : dressesOf(house);
  const dress = (name: HouseStyleName | 'contentsHeading' | undefined, style: Style): Style =>
    dresses === null || name === undefined ? style : dresses[name](style);
  const text = dress('text', {
    run: { font: 'Arial', size: bodySize, color: ink },
    paragraph: { spacing: { after: points(6), line: 276, lineRule: 'auto' } },
  });
  const link = house?.looks.hyperlink?.colour ?? linkColour;
  return {
    default: {
      document: {
        run: { ...text.run, language: { value: language, eastAsia: 'en-GB', bidirectional: 'ar-SA' } },
        paragraph: { ...text.paragraph },
      },
      title: dress('title', {
        basedOn: 'Normal',
        next: styleIds.subtitle,
        quickFormat: true,
        run: { bold: true, size: 52, color: accent },
        paragraph: { spacing: { before: points(12), after: points(6), line: 252, lineRule: 'auto' }, keepNext: true },
      }),
      heading1: withOutline(dress('heading1', heading(18, 0, 10)), 0),
      heading2: withOutline(dress('heading2', heading(15, 18, 6)), 1),
      heading3: withOutline(dress('heading3', heading(12.5, 12, 4)), 2),
      hyperlink: { run: { color: link, underline: { type: 'single', color: link } } },
    },
    paragraphStyles: paragraphStyles.map(({ id, ...style }) => ({ id, ...dress(dressedBy[id], style) })),
  };
}

const linkColour = '0B4F8A';

type Style = Omit<IParagraphStyleOptions, 'id'>;

function withOutline(style: Style, outlineLevel: number): Style {
  return { ...style, paragraph: { ...style.paragraph, outlineLevel } };
}
