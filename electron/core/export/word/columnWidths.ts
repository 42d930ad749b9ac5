/** One column as its texts, heading first in bold. */
export interface ColumnText {
  readonly heading: string;
  readonly texts: readonly string[];
  /** Short texts that must stay on one line, in bold. */
  readonly unbroken?: readonly string[];
}

/** The average width in twips of a character of 11 pt Arial in running text. */
const averageCharacter = 108;
/** Bold letters are about a tenth wider. */
const boldFactor = 1.1;
/** Padding to the left and right of a cell, and its border. */
const cellPadding = 216;
/** A date or a sum of money is read at a glance where it stands on one line: columns of nothing longer are so wide. */
const shortLine = 1_900;
/** No single word, such as a pasted address, may claim more than this share of the table. */
const wordShare = 0.25;

/**
 * Divides `total` twips among columns as their text asks: each gets what its longest word needs; the rest goes by
 * the length of its longer texts, so that the cells of a row end at about the same height; and none is wider than its
 * longest line. The widths add up to `total`.
 */
export function columnWidths(columns: readonly ColumnText[], total: number): readonly number[] {
  const least = columns.map((column) => leastWidth(column, total));
  const leastSum = sum(least);
  if (leastSum >= total)
    return settle(
      least.map((width) => (width * total) / leastSum),
      total,
    );
  const most = columns.map((column, index) => Math.max(least[index] ?? 0, singleLineWidth(column)));
  const weights = columns.map((column) => longerLength(column.texts) + 1);
  const widths = [...least];
  let open = columns.map((_, index) => index);
  let spare = total - leastSum;
  // Each round closes at least one column or ends, so there are at most as many rounds as columns.
  while (spare > 1 && open.length > 0) {
    const weight = sum(open.map((index) => weights[index] ?? 0));
    const full: number[] = [];
    let given = 0;
    for (const index of open) {
      const width = widths[index] ?? 0;
      const wanted = width + (spare * (weights[index] ?? 0)) / weight;
      const next = Math.min(wanted, most[index] ?? total);
      if (next < wanted) full.push(index);
      widths[index] = next;
      given += next - width;
    }
    spare -= given;
    if (full.length === 0) break;
    open = open.filter((index) => !full.includes(index));
  }
  // Every column holds its text on one line and there is room left: share it in proportion.
  const used = sum(widths);
  return settle(used < total ? widths.map((width) => (width * total) / used) : widths, total);
}

/** The lines that a text needs in a column of this width, in twips. */
export function lineCount(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor((width - cellPadding) / averageCharacter));
  return sum(text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / perLine))));
}

function leastWidth(column: ColumnText, total: number): number {
  const words = Math.max(
    ...[column.heading, ...(column.unbroken ?? [])].map((text) => widestWord(text) * boldFactor),
    ...column.texts.map(widestWord),
  );
  const unbroken = Math.max(0, ...(column.unbroken ?? []).map((text) => textWidthOf(text) * boldFactor));
  const least = Math.max(Math.min(words, total * wordShare), unbroken) + cellPadding;
  const line = singleLineWidth(column);
  return line <= shortLine ? Math.max(least, line) : least;
}

function singleLineWidth(column: ColumnText): number {
  const lines = column.texts.flatMap((text) => text.split('\n'));
  return Math.max(textWidthOf(column.heading) * boldFactor, ...lines.map(textWidthOf)) + cellPadding;
}

/** The length that nine in ten texts do not exceed: one very long cell should not decide the whole table. */
function longerLength(texts: readonly string[]): number {
  const lengths = texts.map((text) => text.length).sort((first, second) => first - second);
  return lengths[Math.max(0, Math.ceil(lengths.length * 0.9) - 1)] ?? 0;
}

function widestWord(text: string): number {
  return text.split(/[\s\-/–—]+/u).reduce((widest, word) => Math.max(widest, textWidthOf(word)), 0);
}

/** Twips of a text on one line in 11 pt Arial, from the widths of its letters by kind, and a little to spare. */
function textWidthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    width += code < 128 ? (plainWidths[code] ?? 0) : widthOfLetter(letter);
  }
  return width;
}

function widthOfLetter(letter: string): number {
  if (/[iljtfI.,;:'’!|() ]/u.test(letter)) return 70;
  if (/[mwMW@%]/u.test(letter)) return 195;
  return /[\p{Lu}&]/u.test(letter) ? 160 : 126;
}

/** Nearly every letter of a plan; asking the patterns for each took a tenth of an export. */
const plainWidths: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  widthOfLetter(String.fromCharCode(code)),
);

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whole twips that add up exactly: the last column takes what rounding left. */
function settle(widths: readonly number[], total: number): readonly number[] {
  const whole = widths.map((width) => Math.floor(width));
  return whole.map((width, index) => (index === whole.length - 1 ? width + total - sum(whole) : width));
}
