import type { CommentSource } from './commentTables.ts';

/** The names that stand in the columns of names of a file, to be found again inside what people wrote. */
export interface KnownNames {
  /** By first word, in small letters: the words of every full name that begins so. */
  readonly full: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** First names and surnames as written: “Will” is one, “will” is none. */
  readonly parts: ReadonlyMap<string, string>;
}

const nobody = /^(?:anon|n\/?a$|none|no |not |prefer|unknown|withheld|staff|technician)/i;
const mostWords = 5;
const shortestPart = 3;
const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFKC').match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];

export function namesKnown(sources: readonly CommentSource[]): KnownNames {
  const full = new Map<string, (readonly string[])[]>();
  const parts = new Map<string, string>();
  const seen = new Set<string>();
  for (const { grid, rows, columns } of sources)
    for (const { column } of columns.filter(({ role }) => role === 'person'))
      for (const row of rows) {
        const written = grid.text(row, column).trim();
        if (written === '' || nobody.test(written) || seen.has(written)) continue;
        seen.add(written);
        // “Okafor, Sam” is written “Sam Okafor” in a sentence.
        const name = wordsOf(written.split(',').toReversed().join(' '));
        if (name.length === 0 || name.length > mostWords) continue;
        const whole = name.join(' ').toLowerCase();
        for (const part of name) if (part.length >= shortestPart && /^\p{Lu}/u.test(part)) parts.set(part, whole);
        if (name.length < 2) continue;
        const words = name.map((word) => word.toLowerCase());
        full.set(words[0] ?? '', [...(full.get(words[0] ?? '') ?? []), words]);
      }
  return { full, parts };
}

const address = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/**
 * Whether the words name somebody of the file, or hold an address. A first name or a surname alone counts within a
 * sentence: at its beginning “Will” and “Grace” are words like others.
 * @param own who wrote them, where they agreed to be named; their own name gives nothing away.
 */
export function namesSomebody(words: string, { full, parts }: KnownNames, own: string): boolean {
  if (address.test(words)) return true;
  if (parts.size === 0 && full.size === 0) return false;
  const mine = new Set(wordsOf(own).map((word) => word.toLowerCase()));
  const isMine = (name: readonly string[]): boolean => name.every((word) => mine.has(word));
  const found = wordsOf(words);
  const small = found.map((word) => word.toLowerCase().replace(/['’]s$/, ''));
  const isNamed = small.some((word, at) =>
    full.get(word)?.some((name) => !isMine(name) && name.every((part, index) => small[at + index] === part)),
  );
  if (isNamed) return true;
  const written = words.normalize('NFKC');
  for (const { 0: word, index } of written.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
    const whole = parts.get(word);
    if (whole === undefined || isMine(whole.split(' '))) continue;
    if (/[\p{L}\p{N},;)"”]\s+$/u.test(written.slice(Math.max(0, index - 4), index))) return true;
  }
  return false;
}

const placesNamed = 5;

/** Where it was found, for a person to read those words. */
export function namingProblem(naming: readonly string[]): string {
  const places = [...new Set(naming)];
  const further = places.length - placesNamed;
  const listed = places.slice(0, placesNamed).join('; ') + (further > 0 ? `; and ${further} more` : '');
  return `The words name somebody of this file or hold an address, and stay inside the institution whatever was agreed: ${listed}. Take the names out of the register afterwards, then choose how they may be quoted.`;
}
