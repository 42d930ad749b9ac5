import type { Redaction } from '#shared/model/redaction.ts';
import { literal } from '../webPage/redaction/findPersonalData.ts';

/** What was decided before a page was written, to hold the finished page against. */
export interface KeptInside {
  readonly redactions: readonly Pick<Redaction, 'kind' | 'was' | 'stays'>[];
  /** Whose words are printed under their name, since they agreed to it. */
  readonly named: ReadonlySet<string>;
}

/**
 * Whether a text of a finished page still says what was to be taken out. Addresses, numbers and names of more than one
 * word are looked for: a single word may as well be one of the page's own, as *Green* is.
 */
export function leakIn({ redactions, named }: KeptInside): (text: string) => boolean {
  const lookedFor = redactions.filter(({ kind, was }) => certain[kind]?.test(was.trim()) ?? false);
  const stays = anyOf(lookedFor.filter((each) => each.stays).map(({ was }) => was));
  const goes = anyOf(lookedFor.filter((each) => !each.stays).map(({ was }) => was));
  if (goes === null) return () => false;
  return (text) => {
    if (named.has(text)) return false;
    const rest = stays === null ? text : text.replaceAll(stays, ' ');
    return rest.search(goes) >= 0;
  };
}

const certain: Partial<Record<Redaction['kind'], RegExp>> = {
  name: /^[\p{L}\p{M}.,'’-]+(?:[\s\u00a0]+[\p{L}\p{M}.,'’-]{2,})+$/u,
  'e-mail': /^[\p{L}\p{M}\p{N}._%+'’-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u,
  telephone: /^\+?\d[\d\s().-]{5,}\d$/u,
};

/** Longest first, so that *Ann Lee-Marsh* is told from *Ann Lee*; never a part of another word. */
function anyOf(texts: readonly string[]): RegExp | null {
  if (texts.length === 0) return null;
  const literals = texts
    .map((text) => text.trim())
    .toSorted((one, other) => other.length - one.length)
    .map((text) => literal(text).replaceAll(/[\s\u00a0]+/gu, '[\\s\\u00a0]+'));
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}‐‑-])(?:${literals.join('|')})(?![\\p{L}\\p{M}\\p{N}])(?![‐‑-]\\p{L})`,
    'giu',
  );
}
