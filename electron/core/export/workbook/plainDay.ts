/** A day that a cell can hold as a date and show exactly as it was written. */
export interface PlainDay {
  /** ISO, as `2027-01-31`. */
  readonly day: string;
  readonly numberFormat: string;
}

const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The day of a text that is nothing but one, written as `31 January 2027`, `31 Jan 2027`, `31/01/2027` or
 * `2027-01-31`. Null for all else, impossible days included: such a text is written as text, and comes back as it was.
 */
export function plainDay(text: string): PlainDay | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'yyyy-mm-dd');
  const slashed = /^(\d\d)\/(\d\d)\/(\d{4})$/u.exec(text);
  if (slashed !== null) return dayOf(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]), 'dd/mm/yyyy');
  const named = /^([1-9]\d?) ([A-Z][a-z]+) (\d{4})$/u.exec(text);
  if (named === null) return null;
  const [, date, name = '', year] = named;
  const whole = monthNames.indexOf(name);
  if (whole >= 0) return dayOf(Number(year), whole + 1, Number(date), 'd mmmm yyyy');
  const short = monthNames.findIndex((month) => month.slice(0, 3) === name);
  return short >= 0 ? dayOf(Number(year), short + 1, Number(date), 'd mmm yyyy') : null;
}

function dayOf(year: number, month: number, date: number, numberFormat: string): PlainDay | null {
  // Excel counts days from 1900 and takes that year for a leap year; from 1901 all programs agree.
  if (year < 1901) return null;
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return null;
  return { day: time.toISOString().slice(0, 10), numberFormat };
}
