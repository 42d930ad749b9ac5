import { SSF } from '@e965/xlsx';

const dayFormat = /d/i;

const plainFormat = (numberFormat: string): string => numberFormat.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '');

/**
 * A date as a UK reader is shown it. Excel stores the short date of every country under one American-looking format,
 * so a numeric date is always written day first.
 */
export function shownDate(isoDay: string, numberFormat: string | undefined, formatted: string): string {
  const [year, month, day] = isoDay.split('-');
  const plain = plainFormat(numberFormat ?? '');
  const numeric = plain === '' || (dayFormat.test(plain) && !/mmm/i.test(plain) && !/^y/i.test(plain));
  return numeric || formatted === '' ? `${day}/${month}/${year}` : formatted;
}

type FormatReading = { readonly showsDay: boolean; readonly readable: string };
const knownFormats = new Map<string, FormatReading>();

function readFormat(numberFormat: string): FormatReading {
  const known = knownFormats.get(numberFormat);
  if (known !== undefined) return known;
  const plain = plainFormat(numberFormat.split(';')[0] ?? '');
  const reading = {
    showsDay: SSF.is_date(numberFormat) && (/[dy]|mmm/i.test(plain) || (/m/i.test(plain) && !/[hs:]/i.test(plain))),
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
  if (isDayFormat(numberFormat)) {
    const day = dayOfSerial(value, from1904);
    if (day !== undefined) {
      return { value: day, isDate: true, text: shownDate(day, numberFormat, formatted(value, numberFormat, from1904)) };
    }
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

/** Below 1 is a time of day, not a date; and no calendar has a year 10,000. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1) || serial > 2_958_466) return undefined;
  const parsed = SSF.parse_date_code(serial, { date1904: from1904 }) as { y: number; m: number; d: number } | null;
  if (parsed === null || parsed.y > 9999) return undefined;
  return isoDay(parsed.y, parsed.m, parsed.d);
}

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
      .replace(/ +\n/g, '\n')
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
