import { isBullet, withoutBullet } from './plainText.ts';

/** The owner as one line of text: bullets and line ends become commas, everything else stays as it was written. */
export function ownerText(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => (isBullet(line) ? withoutBullet(line) : line.trim()))
    .filter((line) => line !== '');
  return lines.map((line, index) => (index < lines.length - 1 ? line.replace(/[,;]$/, '') : line)).join(', ');
}

/**
 * Takes an owner apart. Lines, bullets, semicolons, slashes and commas divide; `&` and `and` only where both sides
 * stand alone elsewhere in the same column, since “HR Learning & Development” is one body.
 * @param known other owners of the column.
 */
export function splitOwners(text: string, known: ReadonlySet<string>): readonly string[] {
  const parts = protectBrackets(text)
    .split(/[\n;,|]|\s*\/\s*/)
    .map((part) => withoutBullet(restoreBrackets(part).trim()).trim())
    .filter((part) => part !== '');
  const owners = parts.flatMap((part) => {
    const sides = part.split(/\s+(?:&|and)\s+/i).map((side) => side.trim());
    return sides.length > 1 && sides.every((side) => known.has(side.toLowerCase()))
      ? sides
      : [part.replace(/^and\s+/i, '')];
  });
  return [...new Set(owners)];
}

// A comma in brackets belongs to a title: “Deputy Vice-Chancellor (Research, Innovation)”.
const bracketed = { ',': '\u0001', '/': '\u0002', ';': '\u0003' } as const;
const protectBrackets = (text: string): string =>
  text.replace(/\([^)]*\)/g, (part) => part.replace(/[,/;]/g, (mark) => bracketed[mark as keyof typeof bracketed]));
const restoreBrackets = (text: string): string =>
  text.replaceAll('\u0001', ',').replaceAll('\u0002', '/').replaceAll('\u0003', ';');

/** Owners that stand alone in a column, in lower case, for `splitOwners`. */
export const ownersStandingAlone = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value) => !/[\n;,/|&]|\band\b/i.test(value)).map((value) => value.trim().toLowerCase()));
