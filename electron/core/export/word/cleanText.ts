import { isVisible } from '#core/export/check/faults.ts';

/**
 * Makes pasted text safe for XML. Word's own line break (vertical tab) and form feed become new lines; other control
 * characters, which XML 1.0 cannot hold even escaped, are dropped; half of a surrogate pair becomes U+FFFD, so that
 * a reader sees that something was there.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
      .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/gu, '')
  );
}

/** One line of clean text, `''` where nothing of it is seen: for headings, links, headers and properties. */
export function cleanLine(text: string): string {
  const line = cleanText(text)
    .replaceAll(/[\n\t ]+/gu, ' ')
    .trim();
  return isVisible(line) ? line : '';
}

/** The lines of a text in which something is seen, trimmed. */
export function cleanLines(text: string): readonly string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(isVisible);
}
