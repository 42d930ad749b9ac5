/**
 * Names that are words as well. A given name or a surname that stands alone is taken for the person, except where it is
 * one of these, where the same word stands in small letters anywhere in the text, or before a word of a place or prize.
 */
const alsoWords = new Set(
  `amber april august autumn art baker bank banks bell bill black blue bond book booth brook brooks brown burns bush butler
  carpenter chance chase christian church cliff constant cook cooper cross daisy dale dawn day days dean drew earl east
  english faith farmer fell field fields fisher forest fox frank gale gardener gay glass good grace grant gray green grey
  guy hall head heather hill holly hope house hunt hunter iris ivy jack jasmine jay joy june king knight lake lane law
  lead lily little long love major mark marsh mason may miles mill mills miller moor moss noble north page park parker
  pearl penny phoenix piper pitt pool poole poppy potter price prince ray red reed reid rich robin rock rose ruby rush
  sandy sawyer saxon scarlet sharp shepherd short silver singer sky smart smith snow south spring stone street summer
  swan taylor temple the turner victor viola violet wade walker wall ward waters way weaver webb wells west white will
  wise wood woods young`.split(/\s+/u),
);

const afterwards =
  /^\s+(?:Award|Building|Campus|Centre|Chair|College|Fellowship|Fund|Gallery|Garden|Hall|House|Institute|Laborator|Lecture|Librar|Lodge|Medal|Museum|Park|Prize|Road|Room|School|Street|Studio|Suite|Theatre|Tower|Trust|University|Wing|Workshop)/u;

export const isAlsoWord = (word: string): boolean => alsoWords.has(word.toLowerCase());
export const namesPlace = (after: string): boolean => afterwards.test(after);

/** Words that stand in small letters somewhere: as names they cannot be told from words. */
export function wordsInSmallLetters(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}@.])\p{Ll}[\p{L}’']{2,}/gu)) words.add(word);
  return words;
}
