/** Dates as people here write them: 31 January 2027, Jan 2027, 14:02. Days are ISO days, instants ISO instants. */
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const localDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

const dateOfDay = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`);

export const longDate = (isoDay: string): string => day.format(dateOfDay(isoDay));
/** "3 November" */
export const dayAndMonth = (isoDay: string): string => dayOfYear.format(dateOfDay(isoDay));
export const shortDate = (isoDay: string): string => shortDay.format(dateOfDay(isoDay));
export const monthAndYear = (isoDay: string): string => month.format(dateOfDay(isoDay));
export const timeOf = (instant: string): string => time.format(new Date(instant));
/** "3 Nov, 10:41" */
export const dayAndTime = (instant: string): string => `${localDay.format(new Date(instant))}, ${timeOf(instant)}`;
/** Whole days from one day to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dateOfDay(to).getTime() - dateOfDay(from).getTime()) / 86_400_000);
/** "71 days", "1 day", "12 days ago" */
export function daysUntil(today: string, isoDay: string): string {
  const days = daysBetween(today, isoDay);
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days < 0 ? `${count} ago` : days === 0 ? 'today' : count;
}
