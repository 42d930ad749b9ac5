const months = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, index, 1))),
);

const padded = (number: number): string => String(number).padStart(2, '0');
const lastDayOf = (month: string): number => new Date(Date.UTC(2026, Number(month), 0)).getUTCDate();

export const monthOptions = months.map((label, index) => ({ value: padded(index + 1), label }));

/** The days that the month of a start has in every year. */
export const dayOptions = (start: string): readonly { readonly value: string; readonly label: string }[] =>
  Array.from({ length: lastDayOf(start.slice(0, 2)) }, (_, index) => ({
    value: padded(index + 1),
    label: String(index + 1),
  }));

/** The start in another month; on its last day where it is shorter. */
export const inMonth = (start: string, month: string): string =>
  `${month}-${padded(Math.min(Number(start.slice(3)), lastDayOf(month)))}`;

/** “1 August 2026 to 31 July 2027”, of a start as 08-01. */
export function academicYearInWords(start: string): string {
  const [month, day] = start.split('-').map(Number) as [number, number];
  const words = (date: Date): string => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${words(new Date(Date.UTC(2026, month - 1, day)))} to ${words(new Date(Date.UTC(2027, month - 1, day - 1)))}`;
}
