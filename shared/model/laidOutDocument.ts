import { z } from 'zod';

/**
 * A Word document as plain data that a page can show: its sections, paragraphs, tables and how its styles look.
 * It is read out of the document that would be saved, so that what is shown and what is saved cannot disagree.
 * Lengths are in points; colours are hexadecimal RGB without `#`; what is absent is false, none or as the style says.
 */
const colour = z.string().regex(/^[0-9A-F]{6}$/u);
const length = z.number();
const flag = z.boolean().optional();

const runSchema = z.strictObject({
  text: z.string(),
  bold: flag,
  italic: flag,
  /** Marked to do. */
  marked: flag,
  colour: colour.optional(),
  fill: colour.optional(),
  /** A place in this document, by its bookmark, or an address. */
  link: z.union([z.strictObject({ to: z.string() }), z.strictObject({ address: z.string() })]).optional(),
});
export type DocumentRun = z.infer<typeof runSchema>;

const paragraphSchema = z.strictObject({
  kind: z.literal('paragraph'),
  style: z.string(),
  runs: z.array(runSchema).readonly(),
  bookmarks: z.array(z.string()).readonly().optional(),
  /** As printed before an item of a list: `•`, `3.`. */
  marker: z.string().optional(),
  /** From 0. */
  level: z.int().nonnegative().optional(),
  indent: length.optional(),
  hanging: length.optional(),
  before: length.optional(),
  after: length.optional(),
  keepNext: flag,
  startsPage: flag,
  /** Ends in a line to write on. */
  ruled: flag,
});
export type DocumentParagraph = z.infer<typeof paragraphSchema>;

const cellSchema = z.strictObject({ paragraphs: z.array(paragraphSchema).readonly(), fill: colour.optional() });
const rowSchema = z.strictObject({
  cells: z.array(cellSchema).readonly(),
  /** Not to be broken between two pages. */
  whole: flag,
});
export type DocumentRow = z.infer<typeof rowSchema>;

const tableSchema = z.strictObject({
  kind: z.literal('table'),
  widths: z.array(length).readonly(),
  /** Repeated on every page. */
  heading: rowSchema,
  rows: z.array(rowSchema).readonly(),
});
export type DocumentTable = z.infer<typeof tableSchema>;

const pictureSchema = z.strictObject({
  kind: z.literal('picture'),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  base64: z.string(),
  width: length,
  height: length,
  alternativeText: z.string(),
});
export type DocumentPicture = z.infer<typeof pictureSchema>;

export type DocumentBlock = DocumentParagraph | DocumentTable | DocumentPicture;

const sectionSchema = z.strictObject({
  width: length,
  height: length,
  margin: length,
  blocks: z.array(z.discriminatedUnion('kind', [paragraphSchema, tableSchema, pictureSchema])).readonly(),
  /** Left and right of the running head and foot; the foot ends in the number of the page. */
  head: z.strictObject({
    left: z.string(),
    right: z.string(),
    /** Before the words, such as a logo. */
    picture: pictureSchema.optional(),
  }),
  /** The first page has no picture in its running head. */
  plainFirst: flag,
  /** `{page}` and `{pages}` stand for the numbers. */
  foot: z.strictObject({ left: z.string(), right: z.string() }),
});
export type DocumentSection = z.infer<typeof sectionSchema>;

const lookSchema = z.strictObject({
  size: length,
  /** Of single spacing. */
  line: z.number(),
  before: length,
  after: length,
  indent: length,
  hanging: length,
  bold: z.boolean(),
  italic: z.boolean(),
  colour,
  fill: colour.nullable(),
  /** null where it is the font of the document. */
  font: z.string().nullable(),
  alignment: z.enum(['left', 'center', 'right']),
  /** Rules at the left side, over and under it. */
  rule: colour.nullable(),
  over: colour.nullable(),
  under: colour.nullable(),
  keepNext: z.boolean(),
  keepLines: z.boolean(),
  /** 1 for the style *Heading 1*; 0 for the title; null for what is no heading. */
  heading: z.int().nullable(),
});
export type DocumentLook = z.infer<typeof lookSchema>;

export const laidOutDocumentSchema = z.strictObject({
  language: z.string(),
  font: z.string(),
  looks: z.record(z.string(), lookSchema),
  sections: z.array(sectionSchema).readonly(),
});
export type LaidOutDocument = z.infer<typeof laidOutDocumentSchema>;

/** Words as Word counts them, in the body of the document. */
export function wordsIn({ sections }: LaidOutDocument): number {
  const inParagraph = ({ runs }: DocumentParagraph): number =>
    runs
      .map(({ text }) => text)
      .join('')
      .match(/\S+/gu)?.length ?? 0;
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const inRow = ({ cells }: DocumentRow): number => sum(cells.flatMap((cell) => cell.paragraphs.map(inParagraph)));
  return sum(
    sections.flatMap(({ blocks }) =>
      blocks.map((block) =>
        block.kind === 'paragraph'
          ? inParagraph(block)
          : block.kind === 'table'
            ? inRow(block.heading) + sum(block.rows.map(inRow))
            : 0,
      ),
    ),
  );
}
