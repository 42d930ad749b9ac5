import { createHash } from 'node:crypto';
import type { Redaction, RedactionKind, RedactionPlace } from '#shared/model/redaction.ts';
import { cleanText } from '../../word/cleanText.ts';
import type { FindPersonalData } from './findPersonalData.ts';

/** Where a text stands: in words, and as a path of the renderer. */
export interface Place {
  readonly where: string;
  readonly target: string;
}

/** Takes out of texts what may not go out, and keeps account of everything it changed. */
export interface Redactor {
  /** The text as it may be printed. */
  readonly print: (text: string, place: Place) => string;
  /** For what is left out or changed as a whole: true where the person wants it to stay. */
  readonly hide: (hidden: Hidden, place: Place) => boolean;
  readonly redactions: () => readonly Redaction[];
}

export interface Hidden {
  readonly kind: RedactionKind;
  readonly was: string;
  readonly becomes: string;
  readonly mayStay: boolean;
}

/** @param exceptions keys of what is to be published as written. */
export function createRedactor(find: FindPersonalData, exceptions: ReadonlySet<string>): Redactor {
  const items = new Map<string, Redaction & { readonly places: RedactionPlace[] }>();
  const known = new Set<string>();
  const note = (hidden: Hidden, place: Place, excerpt: string): boolean => {
    const key = keyOf(hidden.kind, hidden.was);
    const stays = hidden.mayStay && exceptions.has(key);
    const item = items.get(key) ?? { ...hidden, key, stays, places: [] };
    items.set(key, item);
    const at = `${key} ${place.target} ${excerpt}`;
    if (!known.has(at)) item.places.push({ ...place, excerpt });
    known.add(at);
    return stays;
  };
  return {
    print: (text, place) => {
      const readable = withoutHiddenCharacters(text);
      let printed = '';
      let from = 0;
      for (const { kind, start, end, was, becomes } of find(readable)) {
        const fitting = startsSentence(readable, start) ? capital(becomes) : becomes;
        const stays = note({ kind, was, becomes, mayStay: true }, place, excerptOf(readable, start, end));
        printed += readable.slice(from, start) + (stays ? was : fitting);
        from = end;
      }
      return printed + readable.slice(from);
    },
    hide: (hidden, place) => note(hidden, place, ''),
    redactions: () => [...items.values()],
  };
}

/** What a reader does not see may stand inside a name or an address: it goes, so that they are found. */
export const withoutHiddenCharacters = (text: string): string =>
  cleanText(text)
    .replaceAll(/[\u00ad\u200b\u2060\u{e0000}-\u{e007f}]/gu, '')
    .normalize('NFC');

/** The same thing at every place and time; a name is the same in any case and spacing. */
const keyOf = (kind: RedactionKind, was: string): string =>
  createHash('sha256')
    .update(`${kind}:${was.toLowerCase().replaceAll(/\s+/gu, ' ')}`)
    .digest('hex')
    .slice(0, 16);

const startsSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?:;\n]\s*|[•*–-]\s+)$/u.test(text.slice(Math.max(0, start - 4), start));
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const around = 40;
function excerptOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const shown = text.slice(from, to).toWellFormed().replaceAll(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}`;
}
