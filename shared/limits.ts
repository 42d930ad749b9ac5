/**
 * Limits beyond which input is refused by name rather than left to exhaust memory or time.
 * Each says why it is what it is.
 */

export const richTextLimits = {
  /** Word keeps nine list levels; a tenth could not be printed as it was written. */
  listLevels: 9,
  /** Blocks, runs and marks. An answer of ten pages has about 500; this is one of some hundred pages. */
  nodes: 20_000,
  /** About 80,000 words in one answer. A whole self-assessment is seldom over 15,000. */
  characters: 500_000,
  /** Browsers and Word both stop at about this length of a link. */
  hrefCharacters: 2_048,
  /** Ids are uuids of 36 characters; this leaves room for those of an imported file. */
  idCharacters: 100,
  /** A list that continues an earlier one may start late, but not at a nonsense number. */
  listStart: 9_999,
} as const;
