import { plainLine } from './cellText.ts';

/** Excel allows no longer name of a sheet. */
const longest = 31;

/**
 * A name that Excel accepts: without `[ ] : * ? / \`, without apostrophes (formulas would have to write them twice),
 * at most 31 characters, not *History*, which Excel keeps for itself, and no name twice. Adds the name to `taken`.
 */
export function sheetName(wish: string, taken: Set<string>): string {
  const plain = cut(plainLine(wish.replaceAll(/[[\]:*?/\\]/gu, ' ').replaceAll("'", '’')), longest);
  const base = plain === '' || plain.toLowerCase() === 'history' ? 'Plan' : plain;
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    const ending = ` ${count}`;
    name = cut(base, longest - ending.length) + ending;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** By whole characters: half a surrogate pair is no text. */
function cut(text: string, characters: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > characters) break;
    kept += character;
  }
  return kept.trim();
}
