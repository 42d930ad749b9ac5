import type { Grid } from './grid.ts';
import { excerpt } from './plainText.ts';
import { type KeyMeaning, readStatusWord } from './rag.ts';

/** By code as it stands in the rating column, such as `2` or `P`. */
export type CodeKey = ReadonlyMap<string, KeyMeaning>;

const longestCode = 4;
const longestKeyText = 300;

/** Whether a text that is no known rating may be a code that the file explains somewhere. */
export const mayBeCode = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text) && text.length <= longestCode;

/**
 * What the file itself says that its codes mean: `C` beside “Completed”, or a line such as “1 = not started, 2 = in
 * progress”. Only the codes that rate actions are looked for.
 * @param isPlanRow rows of a table of actions, where a code is a rating and not a key.
 */
export function readCodeKey(
  grids: readonly Grid[],
  codes: ReadonlySet<string>,
  isPlanRow: (grid: Grid, row: number) => boolean,
): CodeKey {
  const key = new Map<string, KeyMeaning>();
  if (codes.size === 0) return key;
  const add = (code: string, text: string, grid: Grid, place: string): void => {
    const word = readStatusWord(text);
    if (word === undefined || word.kind === 'ask' || key.has(code)) return;
    key.set(code, {
      word,
      text: excerpt(text, 40),
      place: grids.length > 1 ? `${place} of ${grid.sheet.name}` : place,
    });
  };
  for (const grid of grids) {
    for (let row = 0; row < grid.rowCount; row += 1) {
      if (isPlanRow(grid, row)) continue;
      for (const column of grid.filled(row)) {
        const text = grid.text(row, column);
        if (codes.has(text.trim())) add(text.trim(), grid.text(row, column + 1), grid, grid.place(row, column + 1));
        else if (text.length <= longestKeyText)
          for (const [code, meaning] of entriesOf(text, codes)) add(code, meaning, grid, grid.place(row, column));
      }
    }
  }
  return key;
}

const entry = /(?<![\p{L}\p{N}])([\p{L}\p{N}]{1,4})\s*(?:[=:–—-]|\bis\b|\bmeans\b)\s*([^,;.|\n=]+)/gu;

const entriesOf = (text: string, codes: ReadonlySet<string>): readonly (readonly [string, string])[] =>
  [...text.matchAll(entry)].flatMap(([, code = '', meaning = '']) =>
    codes.has(code) ? [[code, meaning.trim()] as const] : [],
  );
