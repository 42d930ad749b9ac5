import Papa from 'papaparse';
import type { Sheet } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { tidyText } from './shownText.ts';

/**
 * Text by its mark, else UTF-8 where the bytes are valid, else UTF-16 by its zero bytes, else Windows-1252, which any
 * bytes are. That is the order in which spreadsheet programs on Windows are likely to have written it.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 2_000);
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeros.odd > sample.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros.even > sample.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const delimiters = [',', '\t', ';', '|'] as const;
/** What else separates fields now and then; looked for only where the first line has it twice. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: some programs separate by the characters made for it
const seldom = /(?<!\d):(?!\d)|[\^~¦§¬!#*\u0001-\u0008\u001c-\u001f]/g;
/** A seldom delimiter must fit this much better than an usual one: times hold colons too. */
const plainlyBetter = 5;

/**
 * The delimiter under which most of the first records have the same number of fields, and the most of them.
 * A line `sep=;` at the top, as Excel writes it, decides at once.
 */
export function sniffDelimiter(text: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (declared !== undefined) return declared;
  const head = text.slice(0, 50_000);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: -1 };
  const first = head.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const marks = [...first.matchAll(seldom)].map(([mark]) => mark);
  const others = [...new Set(marks)].filter((mark) => marks.filter((one) => one === mark).length >= 2);
  for (const delimiter of [...delimiters, ...others]) {
    const widths = Papa.parse<string[]>(head, { delimiter, preview: 30, skipEmptyLines: 'greedy' }).data.map(
      (r) => r.length,
    );
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    let score = 0;
    for (const [width, count] of counts)
      if (width > 1) score = Math.max(score, (count / widths.length) * 100 + Math.min(width, 20));
    const handicap = others.includes(delimiter) ? plainlyBetter : 0;
    if (score - handicap > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Delimited text as one sheet. Every value stays text: `01` is a reference and `1/2` may be one. */
export function readDelimited(decoded: string, fileName: string): Sheet {
  const text = decoded.replace(/^\uFEFF/, '');
  const delimiter = sniffDelimiter(text);
  const body = text.replace(/^sep=.\r?\n/i, '');
  const { data } = Papa.parse<string[]>(body, { delimiter });
  const rows = data.map((fields) =>
    fields.map((field) => {
      const tidy = tidyText(withoutTextMark(field));
      return tidy === '' ? undefined : { value: tidy, text: tidy };
    }),
  );
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return buildSheet({ name, kind: 'text', hidden: false, rows }, newBudget(fileName));
}

/**
 * An apostrophe before what a spreadsheet would calculate says that it is text; programs that write csv safely put it
 * there, ours too (`export/webPage/planCsv.ts`). It is no part of the text.
 */
const withoutTextMark = (field: string): string =>
  /^'[\s']*[=+\-@＝＋－﹣−＠|%]/u.test(field) ? field.slice(1) : field;
