/** Letters that are no letters to anybody without the font, and letters that are drawn rather than read. */
const symbols = /^(?:symbol|wingdings|webdings|marlett|zapf ?dingbats|mt extra|bookshelf symbol|fontawesome)/iu;
const drawn =
  /script|handwriting|hand\b|calligraph|chancery|vivaldi|mistral|blackletter|old english|curlz|jokerman|papyrus|stencil|chiller/iu;

/** Word names a font in at most 31 characters; more room does no harm, and control characters do. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{N} ._+&'()@-]{0,63}$/u;

export type FontVerdict = 'readable' | 'symbols' | 'drawn' | 'no-name';

export function fontVerdict(name: string): FontVerdict {
  if (!plainName.test(name)) return 'no-name';
  if (symbols.test(name)) return 'symbols';
  return drawn.test(name) ? 'drawn' : 'readable';
}

/** Fonts with feet that institutions use; for a word of advice only. */
const withSerifs =
  /^(?:times|georgia|cambria|garamond|eb garamond|book antiqua|bookman|palatino|century schoolbook|constantia|baskerville|caslon|sabon|minion|merriweather|playfair|lora|liberation serif|tinos|dejavu serif|source serif|noto serif)/iu;
export const hasSerifs = (name: string): boolean => withSerifs.test(name);
