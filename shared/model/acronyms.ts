/**
 * Words in capitals that a reader may not know. What counts is what is written in the whole submission: an acronym that
 * is explained in one place may be used in every other.
 */

/**
 * Known without being asked: what everybody in Britain reads in a newspaper, and what every technician, manager and
 * Vice-Chancellor of a university meets in each week's post. Names of schemes and bodies that only some of them work
 * with (HESA, UKRI, NTDC …) are not here: a volunteer who reviews may well work elsewhere.
 */
const widelyKnown: ReadonlySet<string> = new Set([
  ...['UK', 'GB', 'EU', 'UN', 'US', 'USA', 'NHS', 'BBC', 'VAT', 'AI', 'IT', 'HR', 'PR', 'CV', 'ID', 'TV', 'PC', 'OK'],
  ...['AM', 'PM', 'AD', 'BC', 'NB', 'PS', 'NA', 'TBC', 'TBA', 'FAQ', 'Q&A', 'R&D', 'DIY', 'PDF', 'URL', 'USB', 'LED'],
  ...['GDPR', 'COVID', 'CO2', 'DNA', 'STEM', 'STEMM', 'HE', 'FE', 'HEI', 'EDI', 'FTE', 'RAG', 'REF', 'TEF', 'KEF'],
  // The Commission is called by this name, which nobody spells out.
  'TALENT',
]);

/** An address is no text to be explained. */
const isAddress = /@|:\/\/|^[^\p{L}]*www\./iu;
/** Two to six capitals, with digits or an ampersand among them, as one word; the plural or genitive is not part of it. */
const acronym = /(?<![\p{L}\p{N}_&’'])(\p{Lu}[\p{Lu}\p{N}&]{1,5})(?:['’]?s)?(?![\p{L}\p{N}_&])/gu;
/** I to XXXIX: the numbers of parts, kings and grades. */
const romanNumber = /^X{0,3}(?:IX|IV|V?I{0,3})$/u;

/** The acronyms in a text, once each, in the order in which they come. */
export function acronymsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    // Most lines of a plan hold none, which costs little to see.
    if (!/\p{Lu}[\p{Lu}\p{N}&]/u.test(line)) continue;
    for (const word of acronymsInLine(withoutAddresses(line))) found.add(word);
  }
  return [...found];
}

const withoutAddresses = (line: string): string =>
  line.replaceAll(/\S+/gu, (word) => (isAddress.test(word) ? ' ' : word));

function acronymsInLine(line: string): readonly string[] {
  const loud = loudPlaces(line);
  return [...line.matchAll(acronym)].flatMap(({ index, 1: word = '' }) => {
    const letters = word.match(/\p{Lu}/gu)?.length ?? 0;
    if (letters < 2 || romanNumber.test(word) || widelyKnown.has(word)) return [];
    return loud.some(([start, end]) => index >= start && index < end) ? [] : [word];
  });
}

/** This many words in capitals in a row are an emphasis, not names. */
const shouted = 3;

/** Where several words in a row stand in capitals; a list of acronyms has commas between them. */
function loudPlaces(line: string): readonly (readonly [start: number, end: number])[] {
  const runs = line.matchAll(/\p{Lu}[\p{Lu}\p{N}&’']+(?:[\s.!:–-]+\p{Lu}[\p{Lu}\p{N}&’']*)*/gu);
  return [...runs]
    .filter(([words]) => (words.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= shouted)
    .map(({ index, 0: words }) => [index, index + words.length] as const);
}

/** Of the name that stands before its short form, in characters. */
const longestName = 200;

/**
 * The acronyms that a text explains: *Higher Education Statistics Agency (HESA)*, *HESA (Higher Education Statistics
 * Agency)*, *HESA stands for …*, a line of a list of abbreviations. Brackets that do not say the words explain nothing:
 * *as others do (HESA)*.
 */
export function acronymsExplainedIn(text: string): ReadonlySet<string> {
  const explained = new Set<string>();
  for (const { index, 0: bracket } of text.matchAll(/[([][^()[\]\n]{1,200}[)\]]/gu)) {
    const inside = bracket.slice(1, -1).trim();
    const line =
      text
        .slice(Math.max(0, index - longestName), index)
        .split('\n')
        .at(-1) ?? '';
    const short = shortFormAtStart.exec(inside)?.[1];
    if (short !== undefined && saysIt(wordsOf(line).slice(-(short.length + 4)), short)) explained.add(short);
    const standing = shortFormAtEnd.exec(line)?.[1];
    if (standing !== undefined && saysIt(wordsOf(inside), standing)) explained.add(standing);
  }
  for (const pattern of told) for (const [, word = ''] of text.matchAll(pattern)) explained.add(word);
  return explained;
}

const shortFormAtStart = /^[“"‘']?(?:the\s+|or\s+|hereafter\s+)?(\p{Lu}[\p{Lu}\p{N}&]{1,5})s?(?![\p{L}\p{N}&])/u;
const shortFormAtEnd = /(?<![\p{L}\p{N}&])(\p{Lu}[\p{Lu}\p{N}&]{1,5})(?:['’]?s)?\s*$/u;
const told = [
  /(?<![\p{L}\p{N}&])(\p{Lu}[\p{Lu}\p{N}&]{1,5})\s+(?:=|stands for|is short for|means)\s/gu,
  /^[ \t•*–-]*(\p{Lu}[\p{Lu}\p{N}&]{1,5})\s*[:–—]\s*\p{L}{2,}\s+\p{L}/gmu,
] as const;

const wordsOf = (text: string): readonly string[] => text.trim().split(/[\s/-]+/u);

/** A word in small letters that begins as the acronym does. */
function saysIt(words: readonly string[], short: string): boolean {
  const first = short.slice(0, 1).toLowerCase();
  return words.some((word) => {
    const bare = word.replace(/^[^\p{L}]+/u, '');
    return bare.slice(0, 1).toLowerCase() === first && /^\p{L}[\p{Ll}’']/u.test(bare);
  });
}
