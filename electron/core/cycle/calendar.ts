import { assertNever } from '#shared/assertNever.ts';
import type { QuestionSet, SubmissionWindow } from '#shared/model/questionSet.ts';
import { usualAcademicYearStart } from '#shared/model/words.ts';

/**
 * The dates of a cycle, proposed from its question set.
 *
 * Every date here is a calendar day written YYYY-MM-DD, without time or time zone, and every function throws
 * `RangeError` for a text that is not such a day. These are proposals: a person may set any other date, and many do
 * (a plan often follows the academic year instead of the window).
 */

export interface Period {
  readonly start: string;
  /** The last day that belongs to the period. */
  readonly end: string;
}

export interface AcademicYear extends Period {
  /** As universities write it: 2026/27. */
  readonly label: string;
}

type Windows = Pick<QuestionSet, 'windows'>;

/**
 * The first submission window on or after the day that is `dueMonthsAfterSigning` months after signing.
 * Source of the rule: a stage falls due some months after signing, and submissions are taken at the windows only.
 */
export function proposeDueDate(
  questionSet: Windows & Pick<QuestionSet, 'dueMonthsAfterSigning'>,
  signedOn: string,
): string {
  return firstWindowOnOrAfter(questionSet.windows, addMonths(signedOn, questionSet.dueMonthsAfterSigning));
}

/** An extension moves a submission to the next window. It is given once; who has had one is for the cycle to know. */
export function proposeExtension(questionSet: Windows & Pick<QuestionSet, 'extension'>, due: string): string {
  switch (questionSet.extension) {
    case 'next-window':
      return firstWindowOnOrAfter(questionSet.windows, addDays(due, 1));
    default:
      return assertNever(questionSet.extension);
  }
}

/** From the first day of the month after the due date, for `planMonths` whole months. */
export function proposePlanPeriod(questionSet: Pick<QuestionSet, 'planMonths'>, due: string): Period {
  const { year, month } = parse(due);
  const start = format({ year, month: month + 1, day: 1 });
  const end = addDays(addMonths(start, questionSet.planMonths), -1);
  // Only where the calendar ends.
  return { start, end: end < start ? start : end };
}

/** The academic year that a day falls in. @param startsOn month and day, as 08-01. */
export function academicYear(date: string, startsOn: string = usualAcademicYearStart): AcademicYear {
  const { year } = parse(date);
  return academicYearFrom(date.slice(5) >= startsOn ? year : year - 1, startsOn);
}

/** The academic year that begins in a calendar year: 1 August to 31 July unless the institution says otherwise. */
export function academicYearFrom(firstYear: number, startsOn: string = usualAcademicYearStart): AcademicYear {
  const [month, day] = startsOn.split('-').map(Number) as [number, number];
  return {
    start: format({ year: firstYear, month, day }),
    end: format({ year: firstYear + 1, month, day: day - 1 }),
    label: `${firstYear}/${String((firstYear + 1) % 100).padStart(2, '0')}`,
  };
}

/** The same day of a later (or earlier) month, or the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parse(date);
  return format({ year, month: month + months, day: Math.min(day, daysInMonth(year, month + months)) });
}

/** Days from the first date to the second: 0 for the same day, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instant(parse(to)) - instant(parse(from))) / 86_400_000);
}

interface Day {
  readonly year: number;
  /** From 1; anything outside 1 to 12 means that many months away, as in `Date.UTC`. */
  readonly month: number;
  readonly day: number;
}

function firstWindowOnOrAfter(windows: readonly SubmissionWindow[], date: string): string {
  const { year } = parse(date);
  // A window that has gone by this year comes round next year, so two years are enough for any list of windows.
  const candidates = [year, year + 1].flatMap((each) => windows.map((window) => format({ year: each, ...window })));
  const [first] = candidates.filter((candidate) => candidate >= date).sort();
  if (first === undefined) throw new RangeError('A question set needs at least one submission window');
  return first;
}

export function addDays(date: string, days: number): string {
  const { year, month, day } = parse(date);
  return format({ year, month, day: day + days });
}

function daysInMonth(year: number, month: number): number {
  return new Date(instant({ year, month: month + 1, day: 0 })).getUTCDate();
}

function parse(date: string): Day {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const parsed = { year: Number(year), month: Number(month), day: Number(day) };
  if (year === undefined || format(parsed) !== date) throw new RangeError(`Not a day of the calendar: ${date}`);
  return parsed;
}

/** A day is written with four digits of the year, so nothing lies before the first or after the last of these. */
const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

function format(day: Day): string {
  const date = new Date(instant(day));
  if (date.getUTCFullYear() < 0) return firstDay;
  return date.getUTCFullYear() > 9_999 ? lastDay : date.toISOString().slice(0, 10);
}

function instant({ year, month, day }: Day): number {
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
