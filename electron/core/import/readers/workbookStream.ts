/** Records of the stream in which workbooks before 2007 are kept. */
const beginning: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const end = 0x000a;
const filePass = 0x002f;

/**
 * Why such a stream is not given to a reader, or undefined where it may be: its texts are ciphered, or its records do
 * not follow one another to an end.
 */
export function refuseWorkbookStream(stream: Uint8Array): 'encrypted' | 'damaged' | undefined {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  let ended = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const kind = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at === 0 && !beginning.has(kind)) return 'damaged';
    if (kind === filePass && ended === 0) return 'encrypted';
    at += 4 + length;
    if (at > stream.length) break;
    if (beginning.has(kind)) depth += 1;
    if (kind === end) {
      depth -= 1;
      ended += 1;
      // After the last sheet some writers leave what an older version of the file held.
      if (depth < 0) return undefined;
    }
  }
  return ended === 0 || depth > 0 ? 'damaged' : undefined;
}
