import { SSF } from '@e965/xlsx';

const plainFormat = (numberFormat: string): string => numberFormat.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '');

/**
 * A date as a UK reader is shown it. Excel stores the short date of every country under one American-looking format,
 * so a numeric date is always written day first.
 */
export function shownDate(isoDay: string, numberFormat: string | undefined, formatted: string): string {
  return formatted === '' || readFormat(numberFormat ?? '').isNumeric ? dayFirst(isoDay) : formatted;
}

const dayFirst = (isoDay: string): string => `${isoDay.slice(8)}/${isoDay.slice(5, 7)}/${isoDay.slice(0, 4)}`;

type FormatReading = {
  readonly showsDay: boolean;
  /** Days and months as numbers, in whichever order. */
  readonly isNumeric: boolean;
  readonly readable: string;
};
const knownFormats = new Map<string, FormatReading>();

function readFormat(numberFormat: string): FormatReading {
  const known = knownFormats.get(numberFormat);
  if (known !== undefined) return known;
  const whole = plainFormat(numberFormat);
  const plain = whole.split(';')[0] ?? '';
  const reading = {
    showsDay: SSF.is_date(numberFormat) && (/[dy]|mmm/i.test(plain) || (/m/i.test(plain) && !/[hs:]/i.test(plain))),
    isNumeric: whole === '' || (/d/i.test(whole) && !/mmm/i.test(whole) && !/^y/i.test(whole)),
    // A pound sign need not be quoted in a format, but the formatter wants it so.
    readable: numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*].|[^\p{ASCII}€]+/gu, (part) =>
      /^\P{ASCII}/u.test(part) ? `"${part}"` : part,
    ),
  };
  // Formats come from files, which can hold any number of them.
  if (knownFormats.size > 1_000) knownFormats.clear();
  knownFormats.set(numberFormat, reading);
  return reading;
}

/** Whether a format shows a day, a month or a year, and not only a time of day or a length of time. */
export const isDayFormat = (numberFormat: string): boolean => readFormat(numberFormat).showsDay;

/** What a number means under a format: a day as ISO text, or the number itself; and how it is shown. */
export type ShownNumber = { readonly value: string | number; readonly isDate?: true; readonly text: string };

/** @param from1904 whether the workbook counts days from 1904, as those of old Macs do. */
export function shownNumber(value: number, numberFormat: string | undefined, from1904: boolean): ShownNumber {
  if (numberFormat === undefined) return { value, text: shownGeneral(value) };
  const { showsDay, isNumeric } = readFormat(numberFormat);
  const day = showsDay ? dayOfSerial(value, from1904) : undefined;
  if (day !== undefined) {
    return { value: day, isDate: true, text: isNumeric ? dayFirst(day) : formatted(value, numberFormat, from1904) };
  }
  return { value, text: tidyText(formatted(value, numberFormat, from1904)) };
}

/** Eleven digits are what Excel shows of a number without a format: 0.1 + 0.2 is 0.3. */
const shownGeneral = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(11)));

/** A format that cannot be read shows the number as it is. */
function formatted(value: number, numberFormat: string, from1904: boolean): string {
  try {
    return String(SSF.format(readFormat(numberFormat).readable, value, { date1904: from1904 }));
  } catch {
    return String(value);
  }
}

/** A time of day so near to midnight is a rounding error of the next day. */
const halfSecond = 0.5 / 86_400;

/** Below 1 is a time of day, not a date; and no calendar has a year 10,000. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1)) return undefined;
  const counted = Math.floor(serial + halfSecond) + (from1904 ? 1_462 : 0);
  // Workbooks count a 29 February 1900, which there was not.
  const days = counted < 60 ? counted + 1 : counted;
  if (days > 2_958_465) return undefined;
  let day = knownDays.get(days);
  if (day === undefined) {
    day = new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
    if (knownDays.size > 10_000) knownDays.clear();
    knownDays.set(days, day);
  }
  return day;
}

/** A plan has few days and each of them many times. */
const knownDays = new Map<number, string>();

/** The number under which a workbook keeps a day. */
export const serialOfDay = (day: string, from1904: boolean): number =>
  Date.parse(`${day}T00:00:00Z`) / 86_400_000 + (from1904 ? 24_107 : 25_569);

export const isoDay = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
const untidy = /[\u0000-\u0009\u000b-\u001f\u00a0\u2007\u202f\u200b\u2028\u2029\ufeff]|_x000D_|^\s|\s$| \n/;

/** Spaces that look alike become one, line ends become `\n`, and control characters that no one typed go. */
export function tidyText(text: string): string {
  // Almost every cell is tidy already.
  if (!untidy.test(text)) return text;
  return (
    text
      .replace(/_x000D_/g, '')
      .replace(/\r\n?|\v|\u2028|\u2029/g, '\n')
      .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
      .replace(/[\u0000-\u0008\u000e-\u001f\u200b\ufeff]/g, '')
      .replace(/(?<! ) +\n/g, '\n')
      .trim()
  );
}

/** A cell note. Excel puts advice for its older versions before a threaded comment; only the comment itself counts. */
export const noteText = (text: string): string =>
  tidyText(text.replace(/^\[Threaded comment\][\s\S]*?Comment:\s*/, ''));

/**
 * Excel begins a note with the name of its author on a line of its own.
 * @param author as the file knows it; without one, only a first line that ends in a colon counts as a name.
 */
export function withoutAuthor(note: string, author: string | undefined): string {
  const name = author?.trim();
  if (name !== undefined && name !== '' && note.startsWith(`${name}:`)) return tidyText(note.slice(name.length + 1));
  return note;
}
