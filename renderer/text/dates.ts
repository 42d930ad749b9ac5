/** Dates as people here write them: 31 January 2027, Jan 2027, 14:02. Days are ISO days, instants ISO instants. */
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const localDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

const localDayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** Sweden writes days as ISO does. */
const localIsoDay = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });

const dateOfDay = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`);

export const longDate = (isoDay: string): string => day.format(dateOfDay(isoDay));
/** "3 November" */
export const dayAndMonth = (isoDay: string): string => dayOfYear.format(dateOfDay(isoDay));
export const shortDate = (isoDay: string): string => shortDay.format(dateOfDay(isoDay));
export const monthAndYear = (isoDay: string): string => month.format(dateOfDay(isoDay));
export const timeOf = (instant: string): string => time.format(new Date(instant));
/** "3 Nov, 10:41" */
export const dayAndTime = (instant: string): string => `${localDay.format(new Date(instant))}, ${timeOf(instant)}`;
/** "3 Nov 2026, 10:41" */
export const dateAndTime = (instant: string): string =>
  `${localDayOfYear.format(new Date(instant))}, ${timeOf(instant)}`;
/** "at 14:02" for an instant of today, where the person is, and "on 3 Nov 2026, 10:41" for another. */
export const timeOrDate = (instant: string, today: string): string =>
  localIsoDay.format(new Date(instant)) === today ? `at ${timeOf(instant)}` : `on ${dateAndTime(instant)}`;
/** Whole days from one day to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dateOfDay(to).getTime() - dateOfDay(from).getTime()) / 86_400_000);
/** "71 days", "1 day", "12 days ago" */
export function daysUntil(today: string, isoDay: string): string {
  const days = daysBetween(today, isoDay);
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days < 0 ? `${count} ago` : days === 0 ? 'today' : count;
}

const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day that a text means: 14 May 2026, 14/05/2026 (the day first, as here), 2026-05-14. Null for nothing, and
 * `undefined` where it is no day.
 */
export function dayFromText(text: string): string | null | undefined {
  const written = text.trim().replace(/(\d)(st|nd|rd|th)\b/giu, '$1');
  if (written === '') return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/u.exec(written);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/u.exec(written);
  if (figures) return isoDay(fullYear(figures[3] ?? ''), Number(figures[2]), Number(figures[1]));
  const words = /^(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})$/iu.exec(written);
  if (!words) return undefined;
  return isoDay(fullYear(words[3] ?? ''), months.indexOf((words[2] ?? '').toLowerCase()) + 1, Number(words[1]));
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Undefined for the 31st of June. */
function isoDay(year: number, monthOfYear: number, dayOfMonth: number): string | undefined {
  const date = new Date(Date.UTC(year, monthOfYear - 1, dayOfMonth));
  const isReal = date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === dayOfMonth;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
