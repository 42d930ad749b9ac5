import { themes as canonicalThemes, type Theme } from '#shared/model/words.ts';
import { ownValue } from './ownValue.ts';
import { plainText } from './plainText.ts';

export type ThemeReading = {
  readonly themes: readonly Theme[];
  /** Parts that name no theme, as written. */
  readonly unknown: readonly string[];
};

export const themeNames: Readonly<Record<Theme, string>> = {
  visibility: 'Visibility',
  recognition: 'Recognition',
  'career-development': 'Career development',
  sustainability: 'Sustainability',
  'evaluating-impact': 'Evaluating impact',
};

const themeWords: readonly (readonly [RegExp, Theme])[] = [
  [/\bvisib(?:ility|le)\b|\bgwelededd\b/, 'visibility'],
  [/\brecogni(?:tion|sed?|zed?|sing|zing)\b|\bcydnabyddiaeth\b/, 'recognition'],
  [
    /\bcareers?(?:\s*(?:&|and|\/|-)?\s*(?:professional|progression|personal))*\s*(?:&|and|\/)?\s*(?:development|progression|pathways?)?\b/,
    'career-development',
  ],
  [/\bprofessional development\b|\bdatblygu gyrfa\w*\b|\bdatblygiad gyrfa\w*\b/, 'career-development'],
  // Sustaining technical skills, and not the environment or the books.
  [
    /(?<!\b(?:environment(?:al(?:ly)?)?|ecological(?:ly)?|climate|carbon|energy|lab(?:oratory)?|green|financial(?:ly)?)(?: (?:and|&|or))?(?: \w+(?: (?:and|&))?)? )\bsustainab(?:ility|le)\b(?! (?:(?:of|for|in) (?:the )?environment|(?:and|&) (?:the )?environment|environmental|development|labs?|laborator|energy|travel|transport|procurement|food))|\bcynaliadwyedd\b/,
    'sustainability',
  ],
  [/\bevaluat(?:ing|ion|e)(?:\s*(?:of|the|&|and|,))*\s*(?:impact)?\b/, 'evaluating-impact'],
];

/** Letters that plans use with a key. Those of one letter are read only where a whole column is of such codes. */
const themeCodes: Readonly<Record<string, Theme>> = {
  v: 'visibility',
  vis: 'visibility',
  r: 'recognition',
  rec: 'recognition',
  recog: 'recognition',
  c: 'career-development',
  cd: 'career-development',
  career: 'career-development',
  dev: 'career-development',
  d: 'career-development',
  development: 'career-development',
  s: 'sustainability',
  sus: 'sustainability',
  sust: 'sustainability',
  e: 'evaluating-impact',
  ei: 'evaluating-impact',
  i: 'evaluating-impact',
  impact: 'evaluating-impact',
};

const inOrder = (found: ReadonlySet<Theme>): readonly Theme[] => canonicalThemes.filter((theme) => found.has(theme));

/** The themes named in running text, without codes: for headings, sheet names and section rows. */
export function themesNamed(text: string): readonly Theme[] {
  const plain = plainText(text);
  const found = new Set<Theme>();
  for (const [pattern, theme] of themeWords) if (pattern.test(plain)) found.add(theme);
  return inOrder(found);
}

const fillers =
  /\b(?:theme|themes|pillar|pillars|strand|area|areas|priority|key|objective|objectives|aim|goal|principle|section|part|appendix|action|actions|plan|plans|table|workstream|technical|technician|technicians|commitment|tc|of|and|the|for|our|in|to|a|an|skills|staff|career|careers|development|professional|impact|\d+|[ivx]+|[a-e])\b/g;

/** Whether a heading is about a theme, rather than a sentence in which the word happens to occur. */
export function themesOfHeading(text: string): readonly Theme[] {
  const named = themesNamed(text);
  if (named.length === 0) return [];
  return otherWords(text) <= 2 ? named : themesBefore(text);
}

/** “Visibility – making sure that technicians are seen” is a theme and what is meant by it. */
function themesBefore(text: string): readonly Theme[] {
  for (const { index } of text.matchAll(/\s*(?:[–—:]|\s-\s)\s*/g)) {
    const before = text.slice(0, index);
    const named = themesNamed(before);
    if (named.length > 0) return otherWords(before) === 0 ? named : [];
  }
  return [];
}

/** How many words of a heading neither name a theme nor belong to such headings. */
function otherWords(text: string): number {
  let rest = plainText(text);
  for (const [pattern] of themeWords) rest = rest.replaceAll(new RegExp(pattern, 'g'), ' ');
  const others = rest
    .replace(fillers, ' ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  return others.length;
}

/**
 * Reads a cell of a theme column: words, several in one cell, bullets, or codes.
 * @param codes whether single letters may be themes (see `looksLikeThemeCodes`).
 */
export function readThemes(
  text: string,
  codes: boolean,
  mapping: Readonly<Record<string, readonly Theme[]>> = {},
): ThemeReading {
  const whole = ownValue(mapping, text.trim());
  if (whole !== undefined) return { themes: whole, unknown: [] };
  const plain = plainText(text);
  // Its parts would read as two themes that nobody knows.
  if (/^(?:n ?\/ ?a|not applicable)$/.test(plain)) return { themes: [], unknown: [text.trim()] };
  if (/^(?:all|every|cross[- ]?cutting)(?: (?:four|4|themes?|pillars?|areas?|of the above))*$/.test(plain)) {
    return { themes: canonicalThemes.slice(0, 4), unknown: [] };
  }
  const found = new Set<Theme>();
  const unknown: string[] = [];
  for (const part of text.split(/[\n,;/|+&]|\band\b|(?<=^|\s)[-–•](?=\s)/i)) {
    const word = part.replace(/^[\s•·*\d.)(-]+|[\s.)]+$/g, '');
    if (word === '') continue;
    const mapped = ownValue(mapping, word);
    const named = mapped ?? themesNamed(word);
    const code = codes || word.length > 2 ? ownValue(themeCodes, word.toLowerCase()) : undefined;
    if (named.length > 0) for (const theme of named) found.add(theme);
    else if (code !== undefined) found.add(code);
    else {
      const meant = misspelt(word);
      if (meant === undefined) unknown.push(word);
      else found.add(meant);
    }
  }
  // “Career and professional development” is one theme, though it was split at its “and”.
  if (unknown.length > 0) {
    const named = themesNamed(plain);
    if (
      named.length > 0 &&
      unknown.every((word) => /^(?:professional|personal|development|progression|skills|training|impact)\b/i.test(word))
    ) {
      return { themes: inOrder(new Set([...found, ...named])), unknown: [] };
    }
  }
  // A number alone names no theme, but it stands there.
  if (found.size === 0 && unknown.length === 0 && /[\p{L}\p{N}]/u.test(text)) unknown.push(text.trim());
  return { themes: inOrder(found), unknown };
}

/**
 * The theme that a short name stands for, as sheets are called “4 Sustain” or “Career dev”. Only where the whole name
 * is nothing else.
 */
export function themesOfName(name: string): readonly Theme[] {
  const named = themesOfHeading(name);
  if (named.length > 0) return named;
  const words = name
    .split(/[^\p{L}]+/u)
    .filter((word) => (word.length > 2 || /^(?:CD|EI)$/.test(word)) && !nameFillers.test(word))
    .map((word) => word.toLowerCase());
  const themes = words.map((word) => ownValue(themeCodes, word) ?? shortNames.find(([start]) => start.test(word))?.[1]);
  if (themes.length === 0 || !themes.every((theme) => theme !== undefined)) return [];
  return new Set(themes).size === 1 ? themes.slice(0, 1) : [];
}

const nameFillers = /^(?:theme|pillar|strand|the|and|plan|actions?|sheet|area)$/i;

/** A title names a theme in words, in short, or by a code after the word for it: “Pillar 4 – CD”. */
export function themesOfTitle(text: string): readonly Theme[] {
  const named = themesOfName(text);
  if (named.length > 0) return named;
  const code = /^\W*(?:theme|pillar|strand)\s*(?:\d{1,2}|[ivx]{1,4})?\s*[:.–—-]?\s*([a-z]{1,5})\W*$/i.exec(text)?.[1];
  const theme = code === undefined ? undefined : ownValue(themeCodes, code.toLowerCase());
  return theme === undefined ? [] : [theme];
}

const shortNames: readonly (readonly [RegExp, Theme])[] = [
  [/^visib/, 'visibility'],
  [/^recog/, 'recognition'],
  [/^(?:career|cpd$|training$)/, 'career-development'],
  [/^sustain/, 'sustainability'],
  [/^(?:impact|evaluat)/, 'evaluating-impact'],
];

/** “Visability”: a word of a theme with two letters wrong at most, as no other word is. */
function misspelt(word: string): Theme | undefined {
  const letters = word.toLowerCase();
  if (letters.length < 8 || !/^\p{L}+$/u.test(letters)) return undefined;
  return wordsOfThemes.find(
    ([name]) => Math.abs(name.length - letters.length) <= 2 && distance(name, letters) <= 2,
  )?.[1];
}
const wordsOfThemes = [
  ['visibility', 'visibility'],
  ['recognition', 'recognition'],
  ['sustainability', 'sustainability'],
] as const satisfies readonly (readonly [string, Theme])[];

/** How many letters must be put in, left out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (one[at - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Whether the values of a column are theme codes throughout: some letters alone would mean anything. */
export function looksLikeThemeCodes(values: readonly string[]): boolean {
  const parts = values.flatMap((value) => value.split(/[\s,;/&+]+/)).filter((part) => part !== '');
  if (parts.length === 0) return false;
  const known = parts.filter((part) => ownValue(themeCodes, part.toLowerCase()) !== undefined && part.length <= 5);
  const distinct = new Set(known.map((part) => part.toLowerCase()));
  return (
    known.length / parts.length >= 0.9 &&
    distinct.size >= 2 &&
    !(distinct.size === 2 && distinct.has('r') && distinct.has('e'))
  );
}

/**
 * Merged theme blocks whose first cell is empty, as happens when rows are sorted or a merge swallows a heading.
 * Where there are exactly as many blocks as themes, and every named one stands at its usual place, the rest follow;
 * otherwise nothing is suggested.
 * @param blocks themes of each block from the top, empty for a block without a word.
 */
export function suggestBlockThemes(blocks: readonly (readonly Theme[])[]): readonly (Theme | undefined)[] {
  const none = blocks.map(() => undefined);
  if (blocks.length !== 4 && blocks.length !== 5) return none;
  if (!blocks.some((block) => block.length === 0)) return none;
  const named = blocks.flatMap((block, index) => (block.length === 0 ? [] : [{ block, index }]));
  if (named.length < 2) return none;
  if (!named.every(({ block, index }) => block.length === 1 && block[0] === canonicalThemes[index])) return none;
  return blocks.map((block, index) => (block.length === 0 ? canonicalThemes[index] : undefined));
}
