/** A whole number as written, with or without commas; null for nothing, and `undefined` where it is none. */
export function readWholeNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3})/gu, '');
  if (plain === '') return null;
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : undefined;
}
