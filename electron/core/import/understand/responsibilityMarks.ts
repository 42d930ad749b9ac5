import { isTick } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { plainText, wordCount } from './plainText.ts';

/** What a person or department has to do with an action; `ticked` where the file marks that and says no more. */
export type Part = 'responsible' | 'accountable' | 'supporting' | 'consulted' | 'informed' | 'ticked';

const partOfLetter: Readonly<Record<string, Part>> = {
  R: 'responsible',
  L: 'responsible',
  A: 'accountable',
  S: 'supporting',
  C: 'consulted',
  I: 'informed',
};
const partOfWord: readonly (readonly [RegExp, Part])[] = [
  [/^(?:responsible|lead|leads|leading|owner)$/, 'responsible'],
  [/^accountable$/, 'accountable'],
  [/^(?:support|supports|supporting|contributes|contributor|contributing)$/, 'supporting'],
  [/^(?:consult|consulted|to consult|to be consulted)$/, 'consulted'],
  [/^(?:inform|informed|to inform|to be informed)$/, 'informed'],
];

const wordOfLetter: Readonly<Record<string, string>> = {
  R: 'Responsible',
  A: 'Accountable',
  S: 'Supporting',
  C: 'Consulted',
  I: 'Informed',
};

/** What headings that are R, A and C or I stand for, by heading; no other headings are that short for it. */
export function lettersInWords(headings: readonly string[]): ReadonlyMap<string, string> {
  const letters = headings.filter((heading) => wordOfLetter[heading.trim()] !== undefined);
  const found = new Set(letters.map((heading) => heading.trim()));
  const isSo = found.size === letters.length && found.has('R') && found.has('A') && (found.has('C') || found.has('I'));
  return new Map(isSo ? letters.map((heading) => [heading, wordOfLetter[heading.trim()] ?? heading]) : []);
}

/** `R`, `(C)`, `R/A`, `A, R`, `RA`; several letters without anything between them only as capitals, as words are not. */
const letters = /^[RLASCI](?:\s*[/,;+&]\s*[RLASCI]|\s+[RLASCI]){0,4}$/i;
const capitals = /^[RLASCI]{2,4}$/;

/** What a cell under the name of somebody says of their part; undefined where it says something else. */
export function partsOfMark(text: string): readonly Part[] | undefined {
  const trimmed = text.trim().replace(/^\((.*)\)$|^\[(.*)\]$/, '$1$2');
  if (isTick(trimmed)) return ['ticked'];
  if (letters.test(trimmed) || capitals.test(trimmed)) {
    const parts = [...trimmed.toUpperCase()].flatMap((letter) => partOfLetter[letter] ?? []);
    return new Set(parts).size === parts.length ? parts : undefined;
  }
  const words = trimmed.split(/[/,;+&\n]|\sand\s/).map(plainText);
  const parts = words.map((word) => partOfWord.find(([pattern]) => pattern.test(word))?.[1]);
  return parts.every((part) => part !== undefined) ? (parts as readonly Part[]) : undefined;
}

const whoWords =
  /\braci\b|\brasci\b|\bresponsib|\baccountab|\bwho\b|\bowners?\b|\bleads?\b|\bdepartments?\b|\bteams?\b|\binvolved\b|\bdelivered by\b|\bareas?\b|\bstakeholders?\b/i;

/** Whether a heading over several columns says that people or departments stand below it. */
export const namesWho = (heading: string): boolean => whoWords.test(heading);

const rowsLookedAt = 12;
const longestName = 8;

/** Whether a cell may be the name of somebody whose parts are marked in the rows below. */
export function standsOverMarks(grid: Grid, row: number, column: number): boolean {
  const heading = grid.text(row, column);
  if (wordCount(heading) === 0 || wordCount(heading) > longestName || partsOfMark(heading) !== undefined) return false;
  const below: string[] = [];
  for (let at = row + 1; at < Math.min(grid.rowCount, row + 1 + rowsLookedAt); at += 1) {
    const text = grid.text(at, column);
    if (text !== '') below.push(text);
  }
  return below.length > 0 && below.every((text) => partsOfMark(text) !== undefined);
}
