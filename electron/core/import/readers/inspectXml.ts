import { importLimits } from '#shared/limits.ts';

const [lessThan, greaterThan, slash, exclamation, question, quote, apostrophe] = [
  0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22, 0x27,
];

/**
 * Why this XML is not given to a reader, or undefined where it may be. One pass over the bytes, building nothing:
 * entities are how a kilobyte becomes gigabytes and depth is what a parser's stack cannot hold; no office program
 * writes either. Whether it is otherwise well formed is for the reader to say.
 */
export function refuseXml(bytes: Uint8Array): 'document-type' | 'depth' | undefined {
  let depth = 0;
  let at = bytes.indexOf(lessThan);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === exclamation) {
      // `<!-` begins a comment and `<![` plain characters; anything else declares.
      if (bytes[at + 2] === 0x2d) at = endOf(bytes, at + 4, 0x2d, 0x2d);
      else if (bytes[at + 2] === 0x5b) at = endOf(bytes, at + 9, 0x5d, 0x5d);
      else return 'document-type';
    } else if (next === question) {
      at = endOf(bytes, at + 2, question);
    } else if (next === slash) {
      depth -= 1;
    } else {
      const end = endOfTag(bytes, at + 1);
      if (end < 0) return undefined;
      if (bytes[end - 1] !== slash) depth += 1;
      if (depth > importLimits.xmlDepth) return 'depth';
      at = end;
    }
    if (at < 0) return undefined;
    at = bytes.indexOf(lessThan, at + 1);
  }
  return undefined;
}

/** Where `before` and then `>` stand next, or -1. */
function endOf(bytes: Uint8Array, from: number, ...before: readonly number[]): number {
  for (let at = bytes.indexOf(greaterThan, from); at >= 0; at = bytes.indexOf(greaterThan, at + 1)) {
    if (before.every((byte, index) => bytes[at - before.length + index] === byte)) return at;
  }
  return -1;
}

/** The `>` of a tag; one inside quotes is part of a value. */
function endOfTag(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === greaterThan) return at;
    if (byte !== quote && byte !== apostrophe) continue;
    at = bytes.indexOf(byte, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

/** The same XML in UTF-8, which is all that the readers know; nearly always these bytes themselves. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const label = encodingOf(bytes);
  if (label === 'utf-8') return bytes;
  const text = new TextDecoder(label).decode(bytes);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?)\s+encoding=(["'])[^"']*\2/, '$1'));
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === lessThan && second === 0) return 'utf-16le';
  if (first === 0 && second === lessThan) return 'utf-16be';
  const declaration = String.fromCharCode(...bytes.subarray(0, 100));
  const declared = /^(?:ï»¿)?<\?xml[^>]*?\sencoding=["']([\w.-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    // An encoding that nobody knows: the bytes may still be plain.
    return 'utf-8';
  }
}
