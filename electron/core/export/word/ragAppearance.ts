import type { Rag } from '#shared/model/words.ts';
import type { DocumentWords } from './documentWords.ts';

export type Rating = Rag | 'not-rated';

/**
 * The shade behind a rating and the ink on it, as hexadecimal RGB. Each pair keeps a contrast of at least 4.5:1, and
 * the three shades differ in lightness, so that they stay apart in a grey print. Never the only carrier of the rating.
 */
export const ragAppearance: Readonly<Record<Rating, { readonly fill: string; readonly ink: string }>> = {
  green: { fill: 'D6EEDB', ink: '0F3D20' },
  amber: { fill: 'F2B84B', ink: '2B1E00' },
  red: { fill: 'A3231A', ink: 'FFFFFF' },
  'not-rated': { fill: 'FFFFFF', ink: '1B1F24' },
};

/** *G: Green*, letter and word together. */
export function ragText(rating: Rating, words: DocumentWords): string {
  return words.labelled(words.rag.letter[rating], words.rag.word[rating]);
}
