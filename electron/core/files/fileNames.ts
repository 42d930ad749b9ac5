import { sep } from 'node:path';
import { fileNameLimits } from '#shared/limits.ts';

// Device names that Windows takes for hardware, with any ending.
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
// Beside what Windows refuses, the characters that turn the direction of writing: they can make .exe look like .docx.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what Windows refuses
const refused = /[<>:"/\\|?*\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/** A file name without ending that Windows, macOS and Linux all accept, as near to the words as can be. */
export function safeFileName(words: string, otherwise: string): string {
  const spaced = words.normalize('NFC').replace(refused, ' ').replace(/\s+/gu, ' ').trim();
  const short = cutTo(spaced, fileNameLimits.characters)
    // Windows drops dots and spaces at the end, and a dot in front hides the file elsewhere.
    .replace(/[. ]+$/u, '')
    .replace(/^[. ]+/u, '');
  if (short === '') return otherwise;
  return reserved.test(short) ? `${short} file`.replace(/^([^.]*)\./u, '$1 ') : short;
}

/** A whole file name that every system accepts: its ending says what it opens with, and stays. */
export function safeWithEnding(fileName: string, otherwise: string): string {
  const [, stem = fileName, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})$/su.exec(fileName) ?? [];
  return `${safeFileName(stem, otherwise)}${ending}`;
}

/** Whether a whole file name can be used on every system as it is. */
export function isSafeFileName(fileName: string): boolean {
  return (
    fileName !== '' &&
    fileName.length <= 255 &&
    !fileName.match(refused) &&
    !/[. ]$/u.test(fileName) &&
    !reserved.test(fileName)
  );
}

/** A folder as a person would say it: from their home, and with its middle left out when it is long. */
export function folderForReading(folder: string, home: string): string {
  const short = folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
  const parts = short.split(/[\\/]/u);
  if (short.length <= fileNameLimits.folderShownCharacters || parts.length <= 4) return short;
  return [...parts.slice(0, 2), '…', ...parts.slice(-2)].join(sep);
}

/** Cuts between characters as people count them, never inside one. */
function cutTo(words: string, length: number): string {
  if (words.length <= length) return words;
  let cut = '';
  for (const { segment } of new Intl.Segmenter('en').segment(words)) {
    if (cut.length + segment.length > length) break;
    cut += segment;
  }
  return cut;
}
