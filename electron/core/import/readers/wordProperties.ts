import type { XmlElement } from './strictXml.ts';
import { shadingOf, type WordTheme } from './wordColours.ts';
import type { CellDraft, ParagraphDraft, RowDraft } from './wordDrafts.ts';
import { headingByOutline, isOff, levelOfList, type WordStyles } from './wordStyles.ts';

type Looks = { readonly styles: WordStyles; readonly theme: WordTheme };

/** Takes over a child of `w:pPr`, of its `w:numPr`, or of the `w:rPr` in it, which is about the paragraph's end. */
export function readParagraphProperty(
  element: XmlElement,
  parent: string,
  paragraph: ParagraphDraft | undefined,
  { styles, theme }: Looks,
): void {
  if (paragraph === undefined) return;
  const value = element.attribute('val');
  if (parent === 'rPr') {
    if (element.name === 'del' || element.name === 'moveFrom') paragraph.endDeleted = true;
    return;
  }
  switch (element.name) {
    case 'pStyle':
      paragraph.style = styles(value);
      break;
    case 'outlineLvl': {
      const heading = headingByOutline(value);
      if (heading !== undefined) paragraph.heading = paragraph.style.heading ?? heading;
      break;
    }
    case 'numId':
      paragraph.list = { list: value ?? '', level: paragraph.list?.level ?? paragraph.style.list?.level ?? 0 };
      break;
    case 'ilvl':
      paragraph.list = {
        list: paragraph.list?.list ?? paragraph.style.list?.list ?? '',
        level: levelOfList(value),
      };
      break;
    case 'shd':
      paragraph.fill = shadingOf(element, theme);
      break;
    default:
  }
}

export function readRowProperty(element: XmlElement, row: RowDraft | undefined): void {
  if (row === undefined) return;
  switch (element.name) {
    case 'gridBefore':
      row.before = boundedCount(element.attribute('val'));
      break;
    case 'hidden':
      row.hidden = !isOff(element);
      break;
    case 'del':
      row.deleted = true;
      break;
    default:
  }
}

export function readCellProperty(element: XmlElement, cell: CellDraft | undefined, theme: WordTheme): void {
  if (cell === undefined) return;
  const value = element.attribute('val');
  switch (element.name) {
    case 'gridSpan':
      cell.span = Math.max(1, boundedCount(value));
      break;
    case 'vMerge':
      cell.merge = value === 'restart' ? 'restart' : 'continue';
      break;
    case 'hMerge':
      cell.joinsLeft = value !== 'restart';
      break;
    case 'shd':
      cell.fill = shadingOf(element, theme);
      break;
    case 'cellDel':
      cell.deleted = true;
      break;
    default:
  }
}

/** Word has at most 63 columns in a table. */
const boundedCount = (value: string | undefined): number => Math.min(63, Math.max(0, Number(value) || 0));

const twentieths: Readonly<Record<string, number>> = { pt: 20, pc: 240, pi: 240, in: 1440, cm: 567, mm: 56.7 };

/** A width in twentieths of a point. Strict documents may write it with a unit; what is no width is 0. */
export function widthOf(text: string | undefined): number {
  const match = /^([\d.]+)(pt|pc|pi|in|cm|mm)?$/.exec(text ?? '');
  return match === null ? 0 : Number(match[1]) * (match[2] === undefined ? 1 : (twentieths[match[2]] ?? 0)) || 0;
}
