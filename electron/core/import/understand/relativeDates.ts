import { addMonths } from '../../cycle/calendar.ts';
import type { DateReading } from './dates.ts';
import { ownValue } from './ownValue.ts';

/** Whole months from the start of the plan: 0 is its first day, and 12 the day on which a year has passed. */
export type PlanMonths = { readonly from: number; readonly to: number; readonly range: boolean };

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const numeral = (text: string): number => numbers[text.toLowerCase()] ?? Number(text);

const count = '(\\d{1,2}|one|two|three|four|five|six)';
const through = '\\s*(?:-|to|and|&|/|,)\\s*';
const yearWord = '(?:y|yr|years?)';
const monthWord = '(?:m|mths?|months?)';
const pattern = (source: string): RegExp => new RegExp(`^${source}$`, 'i');

/** Counted from 1: the first year runs from the start of the plan until 12 months after it. */
const years = pattern(`${yearWord}\\s*${count}(?:${through}${yearWord}?\\s*${count})*`);
const partOfYear = pattern(`${yearWord}\\s*${count}[\\s,/-]*(?:q|quarter\\s*)([1-4])`);
const numberedMonths = pattern(`${monthWord}\\s*(\\d{1,2})(?:\\s*(?:-|to)\\s*${monthWord}?\\s*(\\d{1,2}))?`);
/** A span says how long after the start it begins and ends: “6-12 months”, “1 to 2 years”. */
const span = pattern(
  `${count}(?:\\s*${monthWord}|\\s*${yearWord})?\\s*(?:-|to)\\s*${count}\\s*(${monthWord}|${yearWord})`,
);
const length = pattern(`(?:first |next )?${count}\\s*(${monthWord}|${yearWord})`);
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };
const ordinalYear = pattern(`(first|second|third|fourth|fifth) year`);
const half = pattern(`(first|second) half of ${yearWord}\\s*${count}`);

const leadIn =
  /^(?:(?:by|from|in|during|within|up to|until|the|end of|end|start of|over|to be completed|completed?)\s+)+/i;
const trailing = /\s+(?:of|after|from|into) (?:the )?(?:plan|start|launch|award|approval|submission)(?: .{0,20})?$/i;

/** Longest plan that is known is of 36 months; beyond ten years nothing is counted from a plan's start. */
const longestMonths = 120;

/**
 * Reads a time that counts from the start of a plan, as `Y1`, `Y1-3`, `Month 12`, `6-12 months` and `Year 2` do.
 * Undefined for anything else, also for what has no certain end, such as `24+ months` or `Year 1 onwards`.
 */
export function readPlanMonths(text: string): PlanMonths | undefined {
  const tidy = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[.,;:]+$/, '')
    .replace(trailing, '')
    .replace(leadIn, '');
  if (tidy.length > 40) return undefined;
  const found = read(tidy);
  return found !== undefined && found.from >= 0 && found.to > found.from && found.to <= longestMonths
    ? found
    : undefined;
}

function read(text: string): PlanMonths | undefined {
  const part = partOfYear.exec(text);
  if (part !== null) {
    const from = (numeral(part[1] ?? '') - 1) * 12 + (Number(part[2]) - 1) * 3;
    return { from, to: from + 3, range: false };
  }
  const halfOf = half.exec(text);
  if (halfOf !== null) {
    const from = (numeral(halfOf[2] ?? '') - 1) * 12 + (halfOf[1]?.toLowerCase() === 'second' ? 6 : 0);
    return { from, to: from + 6, range: false };
  }
  const ordinal = ownValue(ordinals, ordinalYear.exec(text)?.[1]?.toLowerCase() ?? '');
  if (ordinal !== undefined) return { from: (ordinal - 1) * 12, to: ordinal * 12, range: false };
  if (years.test(text)) {
    const named = [...text.matchAll(/\d{1,2}|one|two|three|four|five|six/gi)].map(([one]) => numeral(one));
    const [first = 0, last = 0] = [named[0], named.at(-1)];
    return { from: (first - 1) * 12, to: last * 12, range: named.length > 1 };
  }
  const months = numberedMonths.exec(text);
  if (months !== null)
    return { from: Number(months[1]) - 1, to: Number(months[2] ?? months[1]), range: months[2] !== undefined };
  const spans = span.exec(text);
  if (spans !== null) {
    const each = /^y/i.test(spans[3] ?? '') ? 12 : 1;
    const first = /^\S+?\s*m/i.test(text) ? 1 : each;
    return { from: numeral(spans[1] ?? '') * first, to: numeral(spans[2] ?? '') * each, range: true };
  }
  const whole = length.exec(text);
  if (whole === null) return undefined;
  return { from: 0, to: numeral(whole[1] ?? '') * (/^y/i.test(whole[2] ?? '') ? 12 : 1), range: false };
}

/**
 * The days that such a time means for a plan that starts on `planStartsOn` (an ISO day). The last day of month 12 is
 * the day before a year has passed. `none` where the text does not count from a plan.
 */
export function readRelativeDate(text: string, planStartsOn: string): DateReading {
  const found = readPlanMonths(text);
  if (found === undefined) return { kind: 'none' };
  const begins = longDay.format(new Date(`${planStartsOn}T00:00:00Z`));
  return {
    kind: 'period',
    start: addMonths(planStartsOn, found.from),
    end: dayBefore(addMonths(planStartsOn, found.to)),
    why: `${found.to === 1 ? 'One month' : `${found.to} months`} after the plan starts on ${begins}.`,
    startWhy:
      found.from === 0
        ? `The plan starts on ${begins}.`
        : `${found.from === 1 ? 'One month' : `${found.from} months`} after the plan starts on ${begins}.`,
    range: found.range,
  };
}

const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
