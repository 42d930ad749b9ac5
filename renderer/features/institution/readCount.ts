/** A number of people as it is typed: `1,204`, `231.5`, ` 48 `. null where it is none, or below zero. */
export function readCount(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
