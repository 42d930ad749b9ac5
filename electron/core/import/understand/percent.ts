import { readStatusWord, type StatusWord } from './rag.ts';

const percentHeading = /%|\bper ?cent(?:age)?\b/i;
const figure = /^\d{1,3}(?:\.\d+)?$/;

/**
 * Reads the figures of a column headed `% complete`, where cells hold 45 or 0.45 without a sign. Whether one means a
 * hundredth or the whole is told by the largest figure of the column.
 * @returns undefined for a column that is not headed so.
 */
export function percentReader(
  header: string,
  texts: readonly string[],
): ((text: string) => StatusWord | undefined) | undefined {
  if (!percentHeading.test(header)) return undefined;
  const figures = texts.map((text) => text.trim()).filter((text) => figure.test(text));
  const whole = figures.some((text) => Number(text) > 1) ? 100 : 1;
  return (text) => {
    if (!figure.test(text.trim())) return readStatusWord(text);
    const share = Number(text) / whole;
    if (share > 1) return { kind: 'ask' };
    return { kind: 'completion', rag: share === 1 ? 'green' : share > 0 ? 'amber' : 'red' };
  };
}
