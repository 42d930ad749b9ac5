/** How a list of texts goes on: V1, V2 → V3; January, February → March; Q3 2027, Q4 2027 → Q1 2028. */

/** The text at an index, where the first given one is at 0; before it indices are negative. Null where a series ends. */
export type Series = (index: number) => string | null;

/** Null where the texts do not count by a constant step, which takes at least two of them. */
export function seriesOf(texts: readonly string[]): Series | null {
  const given = texts.map((text) => text.trim());
  if (given.length < 2 || given.some((text) => text === '')) return null;
  for (const kind of [days, months, quarters, academicYears, numbers]) {
    const series = kind(given);
    if (series) return series;
  }
  return null;
}

/** The step between numbers that differ by the same one; null where they do not, or do not move. */
function stepOf(values: readonly number[]): number | null {
  const [first = 0, second = 0] = values;
  const step = second - first;
  return step !== 0 && values.every((value, at) => value === first + at * step) ? step : null;
}

/** All matches of one pattern, or null. */
function matchesOf(texts: readonly string[], pattern: RegExp): readonly RegExpExecArray[] | null {
  const matches = texts.map((text) => pattern.exec(text));
  const found = matches.filter((match) => match !== null);
  return found.length === texts.length ? found : null;
}

const same = (values: readonly string[]): boolean => values.every((value) => value === values[0]);
const group = (matches: readonly RegExpExecArray[], at: number): readonly string[] =>
  matches.map((match) => match[at] ?? '');
const last = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** A reference or a number: the last digits in it count, the rest stays. Zeros in front are kept. */
function numbers(texts: readonly string[]): Series | null {
  const matches = matchesOf(texts, /^(.*?)(\d{1,9})(\D*)$/s);
  if (!matches || !same(group(matches, 1)) || !same(group(matches, 3))) return null;
  const digits = group(matches, 2);
  const values = digits.map(Number);
  const step = stepOf(values);
  if (step === null) return null;
  const [first = 0] = values;
  const width = digits.some((each) => each.startsWith('0') && each.length > 1) ? (digits[0]?.length ?? 1) : 1;
  const [before = ''] = group(matches, 1);
  const [after = ''] = group(matches, 3);
  return (index) => {
    const value = first + index * step;
    return value < 0 ? null : `${before}${String(value).padStart(width, '0')}${after}`;
  };
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const monthOf = (name: string): number => {
  const lower = name.toLowerCase();
  return lower === 'sept'
    ? 8
    : monthNames.findIndex((month) => [month, month.slice(0, 3)].some((each) => each.toLowerCase() === lower));
};

/** "31 January 2027", "Jan-27", "February": the day, the name and the year as the first one writes them. */
function months(texts: readonly string[]): Series | null {
  const matches = matchesOf(texts, /^(?:(\d{1,2})([ -]))?([A-Za-z]{3,9})(?:([ -]+)(\d{4}|\d{2}))?$/);
  if (!matches || !same(group(matches, 2)) || !same(group(matches, 4))) return null;
  const names = group(matches, 3);
  const indices = names.map(monthOf);
  const years = group(matches, 5);
  if (indices.includes(-1) || !same(years.map((year) => String(year.length)))) return null;
  const short = names.some((name) => name.length < (monthNames[monthOf(name)] ?? '').length);
  const [gap = ''] = group(matches, 4);
  const [dayGap = ''] = group(matches, 2);
  const hasYear = years[0] !== '';
  const century = years[0]?.length === 2 ? 2000 : 0;
  const name = (month: number): string => {
    const full = monthNames[modulo(month, 12)] ?? '';
    return short ? full.slice(0, 3) : full;
  };
  const written = (year: number, month: number, day: number | null): string => {
    const yearText = !hasYear ? '' : century ? `${gap}${String(modulo(year, 100)).padStart(2, '0')}` : `${gap}${year}`;
    return `${day === null ? '' : `${day}${dayGap}`}${name(month)}${yearText}`;
  };
  const dayTexts = group(matches, 1);
  if (!hasYear) {
    // A day without its year does not tell where the year turns.
    if (dayTexts[0] !== '') return null;
    const step = stepOf(unwrapped(indices));
    return step === null ? null : (index) => written(0, (indices[0] ?? 0) + index * step, null);
  }
  const parts = matches.map((_, at) => ({
    year: Number(years[at]) + century,
    month: indices[at] ?? 0,
    day: dayTexts[at] ? Number(dayTexts[at]) : null,
  }));
  return calendar(parts, written);
}

/** November, December, January: the months of a year go round. */
const unwrapped = (indices: readonly number[]): readonly number[] => {
  const [first = 0, second = 0] = indices;
  const step = modulo(second - first, 12);
  return indices.every((value, at) => value === modulo(first + at * step, 12))
    ? indices.map((_, at) => first + at * (step > 6 ? step - 12 : step))
    : indices;
};

/** 2027-01-31 and 31/01/2027, day first. */
function days(texts: readonly string[]): Series | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const iso = matchesOf(texts, /^(\d{4})-(\d\d)-(\d\d)$/);
  if (iso)
    return calendar(
      iso.map(([, year, month, day]) => ({ year: Number(year), month: Number(month) - 1, day: Number(day) })),
      (year, month, day) => `${year}-${two(month + 1)}-${two(day ?? 1)}`,
    );
  const slashed = matchesOf(texts, /^(\d\d)\/(\d\d)\/(\d{4})$/);
  if (!slashed) return null;
  return calendar(
    slashed.map(([, day, month, year]) => ({ year: Number(year), month: Number(month) - 1, day: Number(day) })),
    (year, month, day) => `${two(day ?? 1)}/${two(month + 1)}/${year}`,
  );
}

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** By whole months where the day is the same or always the last of its month; else by days. */
function calendar(
  parts: readonly CalendarDay[],
  written: (year: number, month: number, day: number | null) => string,
): Series | null {
  if (parts.some(({ year, month, day }) => month > 11 || (day !== null && (day < 1 || day > last(year, month)))))
    return null;
  const [first] = parts;
  if (!first || parts.some(({ day }) => (day === null) !== (first.day === null))) return null;
  const step = stepOf(parts.map(({ year, month }) => year * 12 + month));
  const atEnd = first.day !== null && parts.every(({ year, month, day }) => day === last(year, month));
  if (step !== null && (atEnd || parts.every(({ day }) => day === first.day)))
    return (index) => {
      const total = first.year * 12 + first.month + index * step;
      const [year, month] = [Math.floor(total / 12), modulo(total, 12)];
      if (year < 1 || year > 9999) return null;
      const day = first.day === null ? null : atEnd ? last(year, month) : Math.min(first.day, last(year, month));
      return written(year, month, day);
    };
  const dayStep = first.day === null ? null : stepOf(parts.map(({ year, month, day }) => dayNumber(year, month, day)));
  if (dayStep === null) return null;
  return (index) => {
    const date = new Date((dayNumber(first.year, first.month, first.day) + index * dayStep) * millisecondsOfDay);
    const year = date.getUTCFullYear();
    return Number.isNaN(year) || year < 1 || year > 9999 ? null : written(year, date.getUTCMonth(), date.getUTCDate());
  };
}

const millisecondsOfDay = 86_400_000;
const dayNumber = (year: number, month: number, day: number | null): number =>
  Date.UTC(year, month, day ?? 1) / millisecondsOfDay;

function quarters(texts: readonly string[]): Series | null {
  const matches = matchesOf(texts, /^Q([1-4])([ /-]+)(\d{4})$/);
  if (!matches || !same(group(matches, 2))) return null;
  const values = matches.map(([, quarter, , year]) => Number(year) * 4 + Number(quarter) - 1);
  const step = stepOf(values);
  const [gap = ''] = group(matches, 2);
  const [first = 0] = values;
  if (step === null) return null;
  return (index) => {
    const value = first + index * step;
    return `Q${modulo(value, 4) + 1}${gap}${Math.floor(value / 4)}`;
  };
}

/** 2026/27, AY 2026-27, 2026/2027. */
function academicYears(texts: readonly string[]): Series | null {
  const matches = matchesOf(texts, /^(\D*)(\d{4})([/–-])(\d{2}|\d{4})$/);
  if (!matches || ![1, 3].every((at) => same(group(matches, at)))) return null;
  const values = group(matches, 2).map(Number);
  const ends = group(matches, 4);
  const short = ends.every((end) => end.length === 2);
  const endOf = (year: number): string => (short ? String(modulo(year + 1, 100)).padStart(2, '0') : String(year + 1));
  if (!values.every((year, at) => ends[at] === endOf(year))) return null;
  const step = stepOf(values);
  const [before = ''] = group(matches, 1);
  const [dash = ''] = group(matches, 3);
  const [first = 0] = values;
  return step === null ? null : (index) => `${before}${first + index * step}${dash}${endOf(first + index * step)}`;
}
