/** Reads one record of an xlsb, from its beginning on. Throws a `RangeError` beyond its end. */
export type BinaryRecord = {
  readonly kind: number;
  readonly length: number;
  readonly view: DataView;
  readonly text: (at: number) => BinaryText;
};

/** A text is its length and then its characters, of two bytes each. `end` is where the next thing begins. */
export type BinaryText = { readonly text: string; readonly end: number };

/** Excel keeps no longer text in a cell, and no other text of a workbook is longer. */
const longestText = 0x7fff * 2;
/** The length of no text at all. */
const noText = 0xffffffff;

/** Kind and length of a record take one to four bytes each, of which seven bits count. */
export function eachRecord(part: Uint8Array, visit: (record: BinaryRecord) => void): void {
  let at = 0;
  const number = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) {
      const byte = part[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) << (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const kind = number(2);
    const length = number(4);
    if (at + length > part.length) throw new RangeError('A record is longer than its part.');
    const view = new DataView(part.buffer, part.byteOffset + at, length);
    visit({ kind, length, view, text: (from) => textAt(view, from) });
    at += length;
  }
}

const decoder = new TextDecoder('utf-16le');

function textAt(view: DataView, at: number): BinaryText {
  const count = view.getUint32(at, true);
  if (count === noText || count === 0) return { text: '', end: at + 4 };
  const end = at + 4 + count * 2;
  if (count > longestText || end > view.byteLength) throw new RangeError('A text is longer than its record.');
  return { text: decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at + 4, count * 2)), end };
}

/** The number of a record that keeps only 30 of its bits, whole or broken, perhaps in hundredths. */
export function shortNumber(view: DataView, at: number): number {
  const bits = view.getUint32(at, true);
  let value: number;
  if ((bits & 2) !== 0) value = view.getInt32(at, true) >> 2;
  else {
    const broken = new DataView(new ArrayBuffer(8));
    broken.setUint32(4, bits & 0xff_ff_ff_fc, true);
    value = broken.getFloat64(0, true);
  }
  return (bits & 1) !== 0 ? value / 100 : value;
}

export const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
