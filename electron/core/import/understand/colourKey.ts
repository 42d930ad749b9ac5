import type { Grid } from './grid.ts';
import { excerpt, plainText } from './plainText.ts';
import { type ColourKey, colourOfHex, type KeyMeaning, readStatusWord, type StatusColour } from './rag.ts';

const longestKeyText = 160;
/** A paragraph may explain all the colours one after the other. */
const longestKeyParagraph = 300;

/**
 * Finds what the file itself says its colours mean: a coloured cell with a status in it, a letter or colour word
 * beside its meaning, or a line such as “Key: Green - Completed, Orange - Ongoing”.
 * @param isPlanRow rows that belong to a table of actions, where a coloured word is a rating and not a key.
 */
export function readColourKey(grids: readonly Grid[], isPlanRow: (grid: Grid, row: number) => boolean): ColourKey {
  const key = new Map<StatusColour, KeyMeaning>();
  const add = (colour: StatusColour, text: string, grid: Grid, row: number, column: number): void => {
    const word = readStatusWord(text);
    if (word === undefined || key.has(colour) || (word.kind !== 'completion' && word.kind !== 'health')) return;
    const cell = grid.place(row, column);
    key.set(colour, {
      word,
      text: excerpt(text, 40),
      place: grids.length > 1 && grid.sheet.kind !== 'wordOutline' ? `${cell} of ${grid.sheet.name}` : cell,
    });
  };
  for (const grid of grids) {
    // Of what was written outside tables only the lines of a key are looked at, which stand in one column.
    if (grid.sheet.kind === 'wordOutline' && grid.columnCount > 1) continue;
    for (let row = 0; row < grid.rowCount; row += 1) {
      if (isPlanRow(grid, row)) continue;
      for (const column of grid.filled(row)) {
        const text = grid.text(row, column);
        if (text.length > (grid.sheet.kind === 'wordOutline' ? longestKeyParagraph : longestKeyText)) continue;
        for (const [colour, meaning] of entriesOf(text)) add(colour, meaning, grid, row, column);
        const alone = colourAlone(text);
        if (alone !== undefined) add(alone, grid.text(row, column + 1), grid, row, column + 1);
        const filled = colourOfHex(grid.at(row, column)?.fill);
        if (filled !== undefined) add(filled, text, grid, row, column);
        else if (column > 0 && grid.text(row, column - 1) === '') {
          const beside = colourOfHex(grid.at(row, column - 1)?.fill);
          if (beside !== undefined) add(beside, text, grid, row, column);
        }
      }
    }
  }
  return key;
}

function colourAlone(text: string): StatusColour | undefined {
  const word = readStatusWord(text);
  return word?.kind === 'colour' && plainText(text).split(' ').length <= 2 ? word.colour : undefined;
}

const entry =
  /\b(red|amber|orange|yellow|green|blue|[RAGB])\s*(?:[=:–—-]|\bmeans\b|\bis\b|\bindicates\b|\()\s*([^,;.|\n)=:]+?)(?=\s*(?:[,;.|\n)]|$|\b(?:red|amber|orange|yellow|green|blue)\s*[=:–—-]))/gi;

/** “Green text: measure” is about the colour of letters and says nothing about ratings, so it does not match. */
function entriesOf(text: string): readonly (readonly [StatusColour, string])[] {
  return [...text.matchAll(entry)].flatMap(([, name, meaning]) => {
    const word = readStatusWord(name ?? '');
    return word?.kind === 'colour' && meaning !== undefined ? [[word.colour, meaning] as const] : [];
  });
}
