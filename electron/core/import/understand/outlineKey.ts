import type { OutlineLine } from '../readers/outlineLine.ts';
import type { Sheet } from '../sheet.ts';

const colour = '(red|amber|orange|yellow|green|blue)';
const meaning = '\\s*(?:[=:–—-]|means\\b|is\\b|indicates\\b|\\()';
const entry = new RegExp(`\\b${colour}${meaning}`, 'gi');
const wholeLine = new RegExp(`^(?:b?rag\\b[^:]{0,20}:\\s*)?${colour}${meaning}`, 'i');
const longestKey = 300;
/** A key explains at least two colours; one alone is a rating. */
const fewestColours = 2;

/**
 * The lines that say what the colours of a document mean, as a sheet in which the key is looked for: one line with
 * several colours, or several lines below each other with one each. None where no such lines stand there.
 */
export function keySheets(outline: readonly OutlineLine[] | undefined): readonly Sheet[] {
  const lines = keyLines(outline ?? []);
  if (lines.length === 0) return [];
  const rows: Sheet['rows'][number][] = Array.from({ length: lines.at(-1)?.paragraph ?? 0 }, () => []);
  for (const { paragraph, text } of lines) rows[paragraph - 1] = [{ value: text, text }];
  return [
    {
      name: 'key to the ratings',
      kind: 'wordOutline',
      hidden: false,
      rows,
      columnCount: 1,
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      headingsAbove: [],
    },
  ];
}

function keyLines(outline: readonly OutlineLine[]): readonly OutlineLine[] {
  const found: OutlineLine[] = [];
  let together: OutlineLine[] = [];
  const coloursOf = ({ text }: OutlineLine): readonly string[] =>
    [...text.matchAll(entry)].map(([, name = '']) => name.toLowerCase());
  const close = (): void => {
    if (new Set(together.flatMap(coloursOf)).size >= fewestColours) found.push(...together);
    together = [];
  };
  for (const line of outline) {
    const short = line.text.length <= longestKey;
    if (short && line.heading === undefined && wholeLine.test(line.text)) {
      together.push(line);
      continue;
    }
    close();
    if (short && new Set(coloursOf(line)).size >= fewestColours) found.push(line);
  }
  close();
  return found;
}
