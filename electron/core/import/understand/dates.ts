import { usualAcademicYearStart } from '#shared/model/words.ts';
import { academicYearFrom, addDays, addMonths } from '../../cycle/calendar.ts';
import { numberedLines } from './numberedLines.ts';

/** What a text says about time. Days are ISO. A month, quarter, year or term has a first and a last day. */
export type DateReading =
  | {
      readonly kind: 'period';
      readonly start: string;
      readonly end: string;
      readonly why: string;
      /** Why the first day is so, where `why` speaks of the last only. */
      readonly startWhy?: string;
      readonly range: boolean;
    }
  | { readonly kind: 'impossible'; readonly why: string }
  | { readonly kind: 'none' };

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const monthPattern =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthNumber = (name: string): number =>
  monthNames.indexOf(name.slice(0, 3).toLowerCase() as (typeof monthNames)[number]) + 1;

/** Two figures of a year are of this century up to 69: no plan is older than 1970. */
const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : Number(text);

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');
const iso = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

type Period = Extract<DateReading, { kind: 'period' }>;
const period = (start: string, end: string, why: string): Period => ({ kind: 'period', start, end, why, range: false });
const months = (year: number, from: number, to: number, why: string): Period =>
  period(iso(year, from, 1), iso(year, to, lastDay(year, to)), why);

function day(year: number, month: number, date: number): DateReading {
  if (month < 1 || month > 12 || date < 1 || date > lastDay(year, month)) {
    return { kind: 'impossible', why: 'There is no such day.' };
  }
  return period(iso(year, month, date), iso(year, month, date), 'A day, read day first.');
}

/** `2024/25` is an academic year, `2024/26` is nothing that is certain. */
function academicYears(first: string, second: string, yearStart: string): DateReading {
  if (!isConsecutive(first, second)) return { kind: 'none' };
  const { start, end } = academicYearFrom(Number(first), yearStart);
  return period(start, end, `An academic year, from ${dayAndMonth(start)} to ${dayAndMonth(end)}.`);
}

/** The first quarter begins with the academic year: `Q2 2024/25`. */
function academicQuarter(number: string, first: string, second: string, yearStart: string): DateReading {
  if (!isConsecutive(first, second)) return { kind: 'none' };
  const { start } = academicYearFrom(Number(first), yearStart);
  const [from, next] = [(Number(number) - 1) * 3, Number(number) * 3].map((count) => addMonths(start, count));
  return period(from ?? start, addDays(next ?? start, -1), 'A quarter of the academic year.');
}

const dayAndMonth = (isoDay: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDay}T00:00:00Z`),
  );

const isConsecutive = (first: string, second: string): boolean =>
  (Number(first) + 1) % 100 === Number(second.slice(-2)) &&
  (second.length === 2 || Number(second) === Number(first) + 1);

/** @param yearStart month and day on which the academic year begins. */
type Pattern = readonly [RegExp, (match: readonly string[], yearStart: string) => DateReading];
const year4 = '((?:19|20)\\d\\d)';
const year = "'?((?:19|20)\\d\\d|\\d\\d)";
const sep = '[\\s\\-/.,]*';
const pattern = (source: string, read: Pattern[1]): Pattern => [new RegExp(`^${source}$`, 'i'), read];

const terms: Readonly<Record<string, readonly [from: number, to: number, offset: number]>> = {
  autumn: [9, 12, 0],
  michaelmas: [9, 12, 0],
  spring: [1, 3, 1],
  lent: [1, 3, 1],
  summer: [4, 7, 1],
};
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
};

const patterns: readonly Pattern[] = [
  pattern(`${year4}-(\\d\\d?)-(\\d\\d?)(?:[t ][\\d:.]+z?)?`, ([, y, m, d]) => day(Number(y), Number(m), Number(d))),
  pattern(`(\\d\\d?)[/.\\- ](\\d\\d?)[/.\\- ]((?:19|20)\\d\\d|\\d\\d)`, ([, d, m, y]) =>
    day(fullYear(y ?? ''), Number(m), Number(d)),
  ),
  pattern(`(\\d\\d?)(?:st|nd|rd|th)?(?: of)?${sep}(${monthPattern})${sep}${year}`, ([, d, m, y]) =>
    day(fullYear(y ?? ''), monthNumber(m ?? ''), Number(d)),
  ),
  pattern(`(${monthPattern})\\s+(\\d\\d?)(?:st|nd|rd|th)?,?\\s+${year4}`, ([, m, d, y]) =>
    day(Number(y), monthNumber(m ?? ''), Number(d)),
  ),
  pattern(`(${monthPattern})${sep}${year}`, ([, m, y]) =>
    months(fullYear(y ?? ''), monthNumber(m ?? ''), monthNumber(m ?? ''), 'A month.'),
  ),
  pattern(`${year4}\\s+(${monthPattern})`, ([, y, m]) =>
    months(Number(y), monthNumber(m ?? ''), monthNumber(m ?? ''), 'A month.'),
  ),
  pattern(`(\\d\\d?)[/.\\-]${year4}`, ([, m, y]) => monthOf(Number(y), Number(m))),
  pattern(`${year4}[/.\\-](\\d\\d?)`, ([, y, m], yearStart) =>
    Number(m) > 12 || m === '00' ? academicYears(y ?? '', m ?? '', yearStart) : monthOf(Number(y), Number(m)),
  ),
  pattern(
    `(?:q|quarter )([1-4])${sep}(?:of )?(?:ay|academic year)?\\s*${year4}\\s*[/\\-]\\s*((?:20)?\\d\\d)`,
    ([, q, y, next], yearStart) => academicQuarter(q ?? '', y ?? '', next ?? '', yearStart),
  ),
  pattern(`(?:q|quarter )(\\d)${sep}(?:of )?${year4}`, ([, q, y]) => quarter(Number(y), Number(q))),
  pattern(`${year4}${sep}(?:q|quarter )(\\d)`, ([, y, q]) => quarter(Number(y), Number(q))),
  pattern(
    `(?:ay|academic year|academic session|session)\\s*${year4}\\s*[/\\-]\\s*((?:20)?\\d\\d)`,
    ([, y, next], yearStart) => academicYears(y ?? '', next ?? '', yearStart),
  ),
  pattern(`${year4}\\s*/\\s*((?:20)?\\d\\d)(?: academic year)?`, ([, y, next], yearStart) =>
    academicYears(y ?? '', next ?? '', yearStart),
  ),
  pattern(
    `(autumn|michaelmas|spring|lent|summer)\\s+(?:term|semester)\\s*${year4}\\s*[/\\-]\\s*((?:20)?\\d\\d)`,
    ([, name, y, next], yearStart) =>
      isConsecutive(y ?? '', next ?? '')
        ? term(name ?? '', Number(y) + (terms[(name ?? '').toLowerCase()]?.[2] ?? 0), yearStart)
        : { kind: 'none' },
  ),
  pattern(`(autumn|michaelmas|spring|lent|summer)\\s+(?:term|semester)\\s*${year4}`, ([, name, y], yearStart) =>
    term(name ?? '', Number(y), yearStart),
  ),
  pattern(`(spring|summer|autumn)\\s*${year4}`, ([, name, y]) => {
    const [from, to] = seasons[(name ?? '').toLowerCase()] ?? [1, 12];
    return months(Number(y), from, to, 'A season.');
  }),
  pattern(`(?:calendar year |year )?${year4}`, ([, y]) => months(Number(y), 1, 12, 'A year.')),
];

function monthOf(inYear: number, month: number): DateReading {
  return month >= 1 && month <= 12
    ? months(inYear, month, month, 'A month.')
    : { kind: 'impossible', why: 'There is no such month.' };
}
function quarter(inYear: number, number: number): DateReading {
  return number >= 1 && number <= 4
    ? months(inYear, number * 3 - 2, number * 3, 'A quarter of the calendar year.')
    : { kind: 'none' };
}
/** The summer term ends with the academic year, where that ends in summer; the autumn term begins no earlier than it. */
function term(name: string, inYear: number, yearStart: string): DateReading {
  const [from, to] = terms[name.toLowerCase()] ?? [1, 12];
  const usual = months(inYear, from, to, 'A term.');
  const turn = `${inYear}-${yearStart}`;
  if (from === 4 && turn > iso(inYear, 7, 1) && turn <= iso(inYear, 10, 1)) return { ...usual, end: addDays(turn, -1) };
  return from === 9 && turn > usual.start && turn < iso(inYear, 11, 1) ? { ...usual, start: turn } : usual;
}

const leadIn =
  /^(?:(?:to be )?(?:completed?|delivered|achieved|due|done|implemented|in place|live|launched?|reviewed|starting|started|commenc\w*|start|from|by|before|until|till|no later than|not later than|in|during|on|the|end of|end|mid(?=[ -](?!\d))|through(?:out)?|target(?: date)?|deadline|approx(?:imately)?|circa|c)[\s:.-]+)+/i;

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?=\d)/gi, '')
    .trim()
    .replace(/[.,;:]+$/, '');
}

function single(text: string, yearStart: string): DateReading {
  const bare = text.replace(leadIn, '').trim();
  for (const [expression, read] of patterns) {
    const match = expression.exec(bare);
    if (match === null) continue;
    const found = read(match as unknown as readonly string[], yearStart);
    return isBefore.test(text.slice(0, text.length - bare.length)) ? dayBefore(found) : found;
  }
  return { kind: 'none' };
}

/** “Before 2027” ends with 2026; “before the end of 2027” does not. */
const isBefore = /\bbefore(?: the(?: (?:start|beginning) of)?)?[\s:.-]*$/i;

function dayBefore(found: DateReading): DateReading {
  if (found.kind !== 'period') return found;
  const last = addDays(found.start, -1);
  return period(last, last, 'The last day before it.');
}

const ranged = (first: Period, last: Period): DateReading =>
  first.start <= last.end
    ? { kind: 'period', start: first.start, end: last.end, why: 'From the first date to the last.', range: true }
    : { kind: 'none' };

const endsWithYear = new RegExp(`${year4}$`);

function readRange(text: string, yearStart: string): DateReading {
  for (const match of text.matchAll(/\s+(?:to|until|till|through|and|&|-)\s+|\s*-\s*/gi)) {
    const right = text.slice(match.index + match[0].length);
    let left = text.slice(0, match.index).replace(/^(?:between|from)\s+/i, '');
    const second = single(right, yearStart);
    if (second.kind !== 'period') continue;
    let first = single(left, yearStart);
    // “Jan – Mar 2024”: the year is said once.
    if (first.kind === 'none' && !/\d{4}/.test(left)) {
      const inYear = endsWithYear.exec(right)?.[1];
      if (inYear !== undefined) {
        left = `${left} ${inYear}`;
        first = single(left, yearStart);
      }
    }
    if (first.kind === 'period') return ranged(first, second);
  }
  return { kind: 'none' };
}

const relative =
  /\b(?:ongoing|continuous|annual(?:ly)?|yearly|monthly|quarterly|termly|tbc|tbd|tba|n\/a|as required|each|every|recurring|rolling|throughout)\b/i;

/**
 * Reads a date as a UK plan writes it. Only what is certain: `Y1`, `6-12 months`, `Ongoing` and `TBC` are no dates.
 * The text itself is always kept by the caller.
 * @param yearStart month and day, as 08-01, on which the academic year of the institution begins.
 */
export function readDateText(text: string, yearStart: string = usualAcademicYearStart): DateReading {
  // “1. May 2026” over “2. July 2026” are two of a list and no second of July.
  const lines = text.includes('\n') ? numberedLines(text) : undefined;
  if (lines !== undefined) return readDateText([...lines.values()].join('\n'), yearStart);
  const tidy = clean(text);
  if (tidy === '' || tidy.length > 200 || !/\d/.test(tidy)) return { kind: 'none' };
  const whole = single(tidy, yearStart);
  if (whole.kind !== 'none') return whole;
  const range = readRange(tidy, yearStart);
  if (range.kind !== 'none') return range;
  const later = extended(tidy, yearStart);
  if (later !== undefined) return later;
  // A remark after the date, in brackets or after a dash, does not change it.
  const bare = clean(tidy.replace(/\s*[([].*$/, ''));
  if (bare !== tidy && bare !== '') {
    const read = readDateText(bare, yearStart);
    if (read.kind !== 'none') return read;
  }
  if (relative.test(tidy)) return { kind: 'none' };
  return severalDates(text, yearStart);
}

// “(revised June 2025)” is when it was revised, and not what to.
const extension =
  /^(.+?)[\s,;:([–-]+(?:(?:now|since|later|date|deadline|is|was|has been|been)\s+)*(?:now|(?:extended|moved|revised|changed|rescheduled|postponed|delayed|deferred|put back|brought forward|slipped|updated)\s+(?:to|until|till))[\s:]+(.+?)[)\]]*$/i;

/** “31/07/2025 (extended to 31/12/2025)”: the second holds, and a person is told so. */
function extended(tidy: string, yearStart: string): DateReading | undefined {
  const [, first = '', second = ''] = extension.exec(tidy) ?? [];
  const before = first === '' ? undefined : single(clean(first), yearStart);
  const after = second === '' ? undefined : single(clean(second), yearStart);
  if (before?.kind !== 'period' || after?.kind !== 'period') return undefined;
  return { ...after, why: `The second of two dates: “${first}” was changed. Check that it holds.` };
}

/** “June 2020; June 2021” or one below the other: the first begins and the last ends. */
function severalDates(text: string, yearStart: string): DateReading {
  const parts = text
    .split(/\n|;|,(?=\s*(?:\d|[A-Z]))|\s+(?:and|&|then)\s+/)
    .map(clean)
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 6) return { kind: 'none' };
  const read = parts.map((part) => single(part, yearStart));
  const periods = read.filter((one) => one.kind === 'period');
  if (periods.length !== parts.length) return { kind: 'none' };
  const starts = periods.map(({ start }) => start).sort();
  const ends = periods.map(({ end }) => end).sort();
  return {
    kind: 'period',
    start: starts[0] ?? '',
    end: ends.at(-1) ?? '',
    why: 'Several dates: the first and the last.',
    range: true,
  };
}

/**
 * A cell that holds a real date. Its number format says how much of it is meant: 1 May 2019 under `mmm-yy` is a month.
 */
export function readDateCell(isoDay: string, numberFormat: string | undefined): DateReading {
  const [inYear, inMonth] = isoDay.split('-').map(Number);
  const format = (numberFormat ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '').toLowerCase();
  if (inYear === undefined || inMonth === undefined) return { kind: 'none' };
  if (format !== '' && format !== 'general' && !format.includes('d') && format.includes('y')) {
    return format.includes('m')
      ? months(inYear, inMonth, inMonth, 'A month: the cell shows no day.')
      : months(inYear, 1, 12, 'A year: the cell shows no month.');
  }
  return period(isoDay, isoDay, 'A date of the sheet.');
}
