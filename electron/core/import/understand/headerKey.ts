import { plainText } from './plainText.ts';

/** The column from which those of a remembered reading are counted; 0 for a table without headings. */
export const columnOfFirstHeading = (
  columns: readonly { readonly column: number; readonly header: string }[],
): number => columns.find(({ header }) => isNamed(header))?.column ?? 0;

/**
 * The headings of a table as one text, by which its corrections are remembered. Empty for a table without headings.
 * Case, stops and spacing do not count; nor do years and months, since “Update March 2025” is “Update March 2026” in
 * the file of the year after; nor do empty columns before and after.
 */
export function headerKeyOf(headers: readonly string[]): string {
  const last = headers.findLastIndex(isNamed);
  if (last < 0) return '';
  return headers
    .slice(headers.findIndex(isNamed), last + 1)
    .map((text) => plainText(text).replace(years, '#').replace(months, '#').trim())
    .join(' | ');
}

const years = /\b(?:19|20)\d\d(?:\s*[/-]\s*(?:(?:19|20)?\d\d))?\b/g;
const months =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/g;

function isNamed(text: string): boolean {
  return plainText(text) !== '';
}
