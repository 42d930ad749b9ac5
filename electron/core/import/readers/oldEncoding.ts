const beginning = 0x0809;
const codePage = 0x0042;
const endOfPart = 0x000a;

/** Code pages by their number in the stream, as far as they are not `windows-` and that number. */
const named: Readonly<Record<number, string>> = {
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  32768: 'macintosh',
};
const usual = 'windows-1252';

/**
 * How the texts of a workbook before Excel 97 are read: the library gives each of their bytes as one character, which
 * is right for plain letters and wrong for quotation marks, dashes and all other alphabets. Later workbooks keep
 * characters, not bytes, and are left as they are.
 */
export function oldTextDecoder(stream: Uint8Array): (text: string) => string {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8) return asItIs;
  if (view.getUint16(0, true) === beginning && view.getUint16(4, true) >= 0x0600) return asItIs;
  const decoder = decoderOf(codePageOf(view));
  return (text) => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const isBytes = bytes.some((byte) => byte > 0x7f) && bytes.every((byte, at) => byte === text.charCodeAt(at));
    return isBytes ? decoder.decode(bytes) : text;
  };
}

const asItIs = (text: string): string => text;

function codePageOf(view: DataView): number | undefined {
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (kind === codePage && at + 6 <= view.byteLength) return view.getUint16(at + 4, true);
    if (kind === endOfPart) return undefined;
    at += 4 + length;
  }
  return undefined;
}

function decoderOf(page: number | undefined): TextDecoder {
  try {
    return new TextDecoder(page === undefined ? usual : (named[page] ?? `windows-${page}`));
  } catch {
    // Pages of DOS and such as nobody knows.
    return new TextDecoder(usual);
  }
}
