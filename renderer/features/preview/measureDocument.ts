import type {
  DocumentParagraph,
  DocumentRow,
  DocumentSection,
  LaidOutDocument,
} from '#shared/model/laidOutDocument.ts';
import type { MeasuredBlock, MeasuredParagraph, MeasuredRow, MeasuredSection } from './measured.ts';
import { lookOf } from './paragraphParts.ts';
import type { Ruler } from './ruler.ts';

/** Left and right of the words of a cell, and its line, in points. */
export const cellSides = 10.5;

/** The lines of everything in a document. */
export async function measureDocument(document: LaidOutDocument, ruler: Ruler): Promise<readonly MeasuredSection[]> {
  const sections: MeasuredSection[] = [];
  for (const section of document.sections) sections.push(await measureSection(section, document, ruler));
  return sections;
}

export const textWidthOf = ({ width, margin }: DocumentSection): number => width - 2 * margin;

async function measureSection(
  section: DocumentSection,
  document: LaidOutDocument,
  ruler: Ruler,
): Promise<MeasuredSection> {
  const measureRow = async (row: DocumentRow, widths: readonly number[]): Promise<MeasuredRow> => {
    const cells: MeasuredParagraph[][] = [];
    for (const [index, { paragraphs }] of row.cells.entries()) {
      const cell: MeasuredParagraph[] = [];
      for (const each of paragraphs) {
        cell.push(await measureParagraph(each, (widths[index] ?? 0) - cellSides, document, ruler));
      }
      cells.push(cell);
    }
    const keepNext = cells.length > 0 && cells.every((cell) => cell.every((each) => each.keepNext));
    return { cells, whole: row.whole ?? false, keepNext };
  };
  const blocks: MeasuredBlock[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'picture') blocks.push({ kind: 'picture', height: block.height + pictureSpace });
    else if (block.kind === 'paragraph')
      blocks.push(await measureParagraph(block, textWidthOf(section), document, ruler));
    else {
      const rows: MeasuredRow[] = [];
      for (const row of block.rows) rows.push(await measureRow(row, block.widths));
      blocks.push({ kind: 'table', heading: await measureRow(block.heading, block.widths), rows });
    }
  }
  return { height: section.height - 2 * section.margin, blocks };
}

export const pictureSpace = 8;

async function measureParagraph(
  paragraph: DocumentParagraph,
  width: number,
  document: LaidOutDocument,
  ruler: Ruler,
): Promise<MeasuredParagraph> {
  const { before, after, lineHeight, keepNext, keepLines } = lookOf(paragraph, document);
  const starts = await ruler(paragraph, width);
  return {
    kind: 'paragraph',
    before,
    after,
    lineHeight,
    starts,
    keepNext,
    keepLines,
    startsPage: paragraph.startsPage ?? false,
  };
}
