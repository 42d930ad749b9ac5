import { areFilledCircles } from './circles.ts';
import { isNoTick, isTick } from './columnWords.ts';
import { readDateText } from './dates.ts';
import { isDitto } from './ditto.ts';
import type { Grid } from './grid.ts';
import { remember } from './memory.ts';
import { excerpt, wordCount } from './plainText.ts';
import { colourOfHex, isPlainStatus, readStatusWord } from './rag.ts';
import { looksLikeThemeCodes, themesOfHeading } from './themes.ts';

/** What stands in a column below its header, in shares of the cells that hold something. */
export type ColumnProfile = {
  readonly filled: number;
  readonly words: number;
  readonly statuses: number;
  /** Statuses that are nothing but one, such as “Not yet started”; “Four schools have finished” says more. */
  readonly plainStatuses: number;
  readonly themes: number;
  readonly dates: number;
  readonly refs: number;
  /** Numbers that count on from the one above, or begin again. */
  readonly counts: number;
  readonly colours: number;
  readonly ticks: number;
  readonly noTicks: number;
  readonly samples: readonly string[];
};

/** Enough rows to tell what a column holds; more would only cost time. */
const profiledRows = 200;
const refPattern = /^\(?[A-Z]{0,4}[-. ]?\d{1,3}(?:[.\-/]\d{1,3})*(?:[.)]|\s?\(?[a-z]\)?)?$/i;

/** What is asked of every cell, remembered over all tables of a file: they say “Green” thousands of times. */
export type CellReaders = {
  readonly isStatus: (text: string) => boolean;
  readonly isPlainStatus: (text: string) => boolean;
  readonly isTheme: (text: string) => boolean;
  readonly isDate: (text: string) => boolean;
};
export const cellReaders = (): CellReaders => ({
  isStatus: remember((text) => text.length < 60 && readStatusWord(text) !== undefined),
  isPlainStatus: remember(isPlainStatus),
  isTheme: remember((text) => text.length < 120 && themesOfHeading(text).length > 0),
  isDate: remember((text) => text.length < 40 && readDateText(text).kind === 'period'),
});

export function profileColumn(
  grid: Grid,
  rows: readonly number[],
  column: number,
  readers: CellReaders = cellReaders(),
): ColumnProfile {
  const texts: string[] = [];
  let colours = 0;
  let dates = 0;
  for (const row of rows.slice(0, profiledRows)) {
    const cell = grid.sheet.rows[row]?.[column];
    if (colourOfHex(cell?.fill) !== undefined) colours += 1;
    if (cell === undefined || cell.text === '' || isDitto(cell.text)) continue;
    texts.push(cell.text);
    if (cell.isDate === true || readers.isDate(cell.text)) dates += 1;
  }
  const share = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const circles = areFilledCircles(texts);
  return {
    filled: texts.length,
    words: texts.reduce((sum, text) => sum + wordCount(text), 0) / Math.max(1, texts.length),
    statuses: circles ? 1 : share(readers.isStatus),
    plainStatuses: circles ? 1 : share(readers.isPlainStatus),
    themes: looksLikeThemeCodes(texts) ? 1 : share(readers.isTheme),
    dates: dates / Math.max(1, texts.length),
    refs: share((text) => refPattern.test(text.trim())),
    counts: texts.filter((text, index) => countsOn(texts[index - 1], text)).length / Math.max(1, texts.length),
    colours,
    ticks: share(isTick),
    noTicks: share(isNoTick),
    samples: [...new Set(texts)].slice(0, 3).map((text) => excerpt(text)),
  };
}

const lastNumber = (text: string | undefined): number => Number(/(\d+)\D*$/.exec(text ?? '')?.[1] ?? Number.NaN);
const countsOn = (before: string | undefined, text: string): boolean =>
  lastNumber(text) === 1 || lastNumber(text) === lastNumber(before) + 1;

/** A row of one cell is a heading between actions: where most rows have more, it says nothing about its column. */
export function rowsThatTell(grid: Grid, rows: readonly number[]): readonly number[] {
  const filled: number[] = [];
  for (const row of rows) {
    if (filled.length >= profiledRows) break;
    if (grid.filled(row).length > 0) filled.push(row);
  }
  const several = filled.filter((row) => grid.filled(row).length > 1);
  return several.length >= filled.length / 2 ? several : filled;
}
