import { importLimits } from '#shared/limits.ts';

/**
 * The records of an xlsb that a plan is read from, with the fewest bytes that each must have. The reader believes what
 * stands in a record, so a shorter one is left out.
 */
const shortest: Readonly<Record<number, number>> = {
  0: 12, // row
  1: 8, // cells: blank, number, error, true or false, number, text, shared text, and the same for formulas
  2: 12,
  3: 9,
  4: 9,
  5: 16,
  6: 12,
  7: 12,
  8: 12,
  9: 16,
  10: 9,
  11: 9,
  12: 4, // the same, each beside the cell before it
  13: 8,
  14: 5,
  15: 5,
  16: 12,
  17: 8,
  18: 8,
  19: 5, // shared text
  35: 0, // what older programs are to pass over, and its end
  36: 0,
  43: 21, // font
  44: 6, // number format
  45: 20, // fill
  47: 8, // format
  60: 16, // columns
  62: 13, // formatted text
  148: 16, // dimensions
  153: 8, // properties of the workbook
  156: 16, // sheet
  159: 8, // shared texts
  160: 0,
  176: 16, // merged cells
  494: 32, // link
  615: 4, // number formats
  616: 0,
  617: 4, // formats of cells
  618: 0,
  626: 4, // formats of named styles
  627: 0,
  632: 4, // author of notes
  635: 36, // note
  636: 0,
  637: 5, // its text
};

const [sharedText, formattedText, noteText, columns, link] = [19, 62, 637, 60, 494];
const cellsOfSharedText: Readonly<Record<number, number>> = { 7: 8, 18: 4 };
const partsThatAreRead = /(^|\/)(workbook|styles|sharedstrings|comments\d*|worksheets\/[^/]+)\.bin$/i;

/** A part of an xlsb that the reader can follow to its end: only records that it needs, each whole and true to itself. */
export function safeBinaryPart(name: string, part: Uint8Array, sharedTexts: number): Uint8Array {
  // Others may be spoken of, so they stay, empty.
  if (!partsThatAreRead.test(name)) return new Uint8Array();
  const safe = part.slice();
  let length = 0;
  let linked = 0;
  for (const record of recordsOf(part)) {
    const body = part.subarray(record.body, record.end);
    if (!(body.length >= (shortest[record.kind] ?? Number.POSITIVE_INFINITY))) continue;
    const view = new DataView(body.buffer, body.byteOffset, body.length);
    const textAt = cellsOfSharedText[record.kind];
    if (textAt !== undefined && view.getUint32(textAt, true) >= sharedTexts) continue;
    if (record.kind === link) {
      linked += cellsOf(view);
      if (linked > importLimits.linkedCells) continue;
    }
    if (record.kind === columns && view.getUint32(4, true) > lastColumn) continue;
    // Never further than where it stood, because only whole records are left out.
    safe.set(part.subarray(record.start, record.end), length);
    const flagsAt = length + record.body - record.start;
    if (record.kind === sharedText || record.kind === noteText) mendText(safe, flagsAt, body.length);
    if (record.kind === formattedText) mendText(safe, flagsAt + 8, body.length - 8);
    length += record.end - record.start;
  }
  return safe.subarray(0, length);
}

const lastColumn = 16_383;

/** How many shared texts there are, for `safeBinaryPart`. */
export function countSharedTexts(part: Uint8Array | undefined): number {
  let count = 0;
  for (const { kind, body, end } of recordsOf(part ?? new Uint8Array()))
    if (kind === sharedText && end - body >= 5) count += 1;
  return count;
}

type BinaryRecord = { readonly kind: number; readonly start: number; readonly body: number; readonly end: number };

/** Kind and length take up to two and four bytes, of which seven bits count. Ends where a record is not whole. */
function* recordsOf(part: Uint8Array): Generator<BinaryRecord> {
  let at = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let index = 0; index < most; index += 1) {
      const byte = part[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) << (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const start = at;
    const kind = number(2);
    const length = number(4);
    const body = at;
    at += length;
    if (at > part.length) return;
    yield { kind, start, body, end: at };
  }
}

const cellsOf = (link: DataView): number =>
  Math.max(0, link.getUint32(4, true) - link.getUint32(0, true) + 1) *
  Math.max(0, link.getUint32(12, true) - link.getUint32(8, true) + 1);

/** A text says how many runs of formatting follow; where these are not there, it is plain. */
function mendText(bytes: Uint8Array, at: number, length: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, length);
  const end = 5 + view.getUint32(1, true) * 2;
  if (end > length) {
    // Longer than its record: nothing of it can be trusted.
    view.setUint32(1, 0, true);
    view.setUint8(0, 0);
    return;
  }
  const formatted = (view.getUint8(0) & 1) === 1;
  const runs = formatted && end + 4 <= length ? view.getUint32(end, true) : Number.POSITIVE_INFINITY;
  if (formatted && end + 4 + runs * 4 > length) view.setUint8(0, 0);
}
