const signatures: readonly (readonly [
  mediaType: string,
  matches: (at: (place: number, text: string) => boolean) => boolean,
])[] = [
  ['image/png', (at) => at(0, '\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (at) => at(0, '\xff\xd8\xff')],
  ['image/gif', (at) => at(0, 'GIF87a') || at(0, 'GIF89a')],
  ['image/webp', (at) => at(0, 'RIFF') && at(8, 'WEBP')],
];

/**
 * The kinds of picture that a page shows as pixels and nothing else, by their first bytes. No svg: it is a document that
 * may carry a program and ask for other files.
 */
export function pictureTypeOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(16, bytes.byteLength)).toString('latin1');
  const found = signatures.find(([, matches]) => matches((place, text) => start.startsWith(text, place)));
  return found?.[0] ?? null;
}

/** The words of a plain text file, up to a number of bytes; null for what is no text. Shown as letters, so it is never run. */
export function textOf(bytes: Uint8Array, most: number): { readonly text: string; readonly isWhole: boolean } | null {
  const part = bytes.subarray(0, most);
  const isWhole = part.byteLength === bytes.byteLength;
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    // Where it is cut, the last character may be cut too; streaming leaves it out.
    const text = new TextDecoder(encoding, { fatal: true }).decode(part, { stream: !isWhole });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells other files from texts
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text) ? null : { text, isWhole };
  } catch {
    // Not written in this encoding: then it is for a program that knows it.
    return null;
  }
}
