import { importLimits } from '#shared/limits.ts';
import { countSharedStrings } from './sharedStringRecord.ts';

/**
 * The records that hold cells and what they look like, with the fewest bytes of each in the formats 2, 3 and 4, 5, and
 * 8. With fewer, the reader takes what is not there for a length, and never comes to its end.
 */
const shortest: Readonly<Record<number, readonly [number, number, number, number]>> = {
  0: [8, 8, 10, 14], // dimensions
  1: [7, 7, 7, 7], // cells of format 2: blank, whole number, number, text, true or false
  2: [9, 9, 9, 9],
  3: [15, 15, 15, 15],
  4: [8, 8, 8, 8],
  5: [9, 9, 9, 9],
  6: [17, 18, 22, 22], // formula
  7: [2, 3, 3, 4], // the text that a formula gives
  9: [4, 4, 4, 4], // beginning of a part
  10: [0, 0, 0, 0], // its end
  28: [6, 6, 6, 12], // note
  30: [2, 2, 3, 5], // number format
  34: [2, 2, 2, 2], // dates from 1904
  66: [2, 2, 2, 2], // code page
  67: [4, 12, 16, 20], // cell format
  93: [36, 36, 36, 22], // object
  125: [10, 10, 10, 10], // columns
  133: [2, 2, 8, 8], // sheet
  146: [2, 2, 2, 2], // palette
  189: [12, 12, 12, 12], // several numbers
  190: [8, 8, 8, 8], // several blanks
  214: [8, 8, 8, 9], // formatted text
  224: [4, 12, 16, 20],
  229: [2, 2, 2, 2], // merged cells
  252: [8, 8, 8, 8], // shared strings
  253: [10, 10, 10, 10], // shared string in a cell
  438: [18, 18, 18, 18], // text of an object
  440: [32, 32, 32, 32], // link
  512: [8, 8, 10, 14],
  513: [6, 6, 6, 6],
  515: [14, 14, 14, 14],
  516: [8, 8, 8, 9],
  517: [8, 8, 8, 8],
  518: [17, 18, 22, 22],
  519: [2, 3, 3, 4],
  520: [16, 16, 16, 16], // row
  521: [4, 4, 4, 4],
  579: [4, 12, 16, 20],
  638: [10, 10, 10, 10],
  1030: [17, 18, 22, 22],
  1033: [4, 4, 4, 4],
  1054: [3, 3, 4, 5],
  1091: [4, 12, 16, 20],
  2057: [4, 4, 4, 4],
};

/** A kind of record that the reader passes over, whatever it holds. */
const passedOver = 0x00af;
const continuation = 0x003c;
const lastColumn = 256;

/**
 * A copy of the stream of an old workbook in which the reader finds only records that a plan is read from, each whole
 * and true to itself: formulas lose their tokens and keep their values, counts never point beyond what is there, and
 * everything else (names, themes, drawings, links to other files) is passed over. Places in the stream stay, because
 * its list of sheets points to them.
 */
export function safeRecords(stream: Uint8Array): Buffer {
  const safe = Buffer.from(stream);
  const version = versionOf(safe);
  const state = { strings: 0, afterFormula: false, object: -1, withText: new Set<number>(), linked: 0 };
  let kept = false;
  for (let at = 0; at + 4 <= safe.length; ) {
    const kind = safe.readUInt16LE(at);
    const length = safe.readUInt16LE(at + 2);
    const start = at + 4;
    const end = start + length;
    if (end > safe.length) break;
    if (kind !== continuation)
      kept = length >= (shortest[kind]?.[version] ?? Number.POSITIVE_INFINITY) && mend(kind, start, length);
    if (!kept) safe.writeUInt16LE(passedOver, at);
    at = end;
  }
  return safe;

  /** Makes one record true to itself, or says that it is to be passed over. */
  function mend(kind: number, start: number, length: number): boolean {
    const word = (offset: number): number => safe.readUInt16LE(start + offset);
    const put = (offset: number, value: number): void => void safe.writeUInt16LE(value, start + offset);
    switch (kind) {
      case 0x0006:
      case 0x0206:
      case 0x0406:
        if (version === 0) safe[start + 16] = 0;
        else put(version === 1 ? 16 : 20, 0);
        state.afterFormula = true;
        return true;
      case 0x0007:
      case 0x0207: {
        const expected = state.afterFormula;
        state.afterFormula = false;
        return expected;
      }
      case 0x0809:
      case 0x0409:
      case 0x0209:
      case 0x0009:
        state.object = -1;
        state.withText.clear();
        state.afterFormula = false;
        return true;
      case 0x00fc:
        state.strings = countSharedStrings(safe, start - 4);
        safe.writeUInt32LE(state.strings, start + 4);
        return true;
      case 0x00fd:
        return safe.readUInt32LE(start + 6) < state.strings;
      case 0x00bd:
        return (length - 6) % 6 === 0 && word(length - 2) - word(2) + 1 === (length - 6) / 6;
      case 0x00be:
        return length % 2 === 0 && word(length - 2) - word(2) + 1 === (length - 6) / 2;
      case 0x00e5:
        put(0, Math.min(word(0), Math.floor((length - 2) / 8)));
        return true;
      case 0x0092:
        put(0, Math.min(word(0), Math.floor((length - 2) / 4)));
        return true;
      case 0x007d:
        put(2, Math.min(word(2), lastColumn));
        return true;
      case 0x005d:
        state.object = word(6);
        return true;
      case 0x01b6:
        if (state.object < 0) return false;
        state.withText.add(state.object);
        return true;
      case 0x001c:
        return version < 3 || state.withText.has(word(6));
      case 0x01b8:
        put(2, Math.min(word(2), word(0) + importLimits.linkedRows));
        put(6, Math.min(word(6), lastColumn));
        state.linked += Math.max(0, (word(2) - word(0) + 1) * (word(6) - word(4) + 1));
        return state.linked <= importLimits.linkedCells;
      default:
        return true;
    }
  }
}

/** 0 for format 2, 1 for 3 and 4, 2 for 5 and 7, 3 for 8: the places in the table above. */
function versionOf(stream: Buffer): 0 | 1 | 2 | 3 {
  if (stream.length < 6) return 3;
  const kind = stream.readUInt16LE(0);
  if (kind === 0x0009) return 0;
  if (kind === 0x0209 || kind === 0x0409) return 1;
  const stated = stream.readUInt16LE(4);
  if (stated === 0x0500) return 2;
  return stated === 0x0200 || stated === 0x0002 || stated === 0x0007
    ? 0
    : stated === 0x0300 || stated === 0x0400
      ? 1
      : 3;
}
