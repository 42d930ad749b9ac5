import type { ActionFields } from '#shared/contract/actionPlan.ts';
import { addMonths } from '../cycle/calendar.ts';
import { readDateText } from '../import/understand/dates.ts';

export interface TimescaleReading {
  /** ISO day, or null where the text means none. */
  readonly on: string | null;
  /** In a sentence, how the text was read. */
  readonly reason: string;
}

/**
 * The dates that go with the texts that were written. A text written without its date sets the date it means, or null
 * where it means none ("Ongoing", "TBC"): the text is always kept and the date is extra (domain.md 3).
 */
export function datesFromTexts(
  fields: ActionFields,
  planStartsOn: string | null,
): { readonly startOn?: string | null; readonly dueOn?: string | null } {
  return {
    ...(fields.startText !== undefined && fields.startOn === undefined
      ? { startOn: readTimescale(fields.startText, 'start', planStartsOn).on }
      : {}),
    ...(fields.dueText !== undefined && fields.dueOn === undefined
      ? { dueOn: readTimescale(fields.dueText, 'due', planStartsOn).on }
      : {}),
  };
}

/**
 * The day that a text means. A month, quarter or year means its last day for a due date and its first for a start
 * (domain.md 3). "Month 12", "Y1" and "6-12 months" count from the start of the plan, where that is known.
 */
export function readTimescale(text: string, as: 'start' | 'due', planStartsOn: string | null): TimescaleReading {
  const written = readDateText(text);
  switch (written.kind) {
    case 'period':
      return { on: as === 'start' ? written.start : written.end, reason: written.why };
    case 'impossible':
      return { on: null, reason: written.why };
    case 'none':
      return fromPlanStart(text, as, planStartsOn);
  }
}

const inMonths = /^(?:by\s+)?months?\s*(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?$/iu;
const spanOfMonths = /^(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})\s*months$/iu;
const inYears = /^(?:by\s+)?(?:y|yr|years?)\s*(\d)(?:\s*(?:-|–|to)\s*(?:y|yr|year)?\s*(\d))?$/iu;

/** Months and years of the plan are counted from 1: month 12 ends a year after the plan starts. */
function fromPlanStart(text: string, as: 'start' | 'due', planStartsOn: string | null): TimescaleReading {
  const tidy = text.trim().replace(/^\((.*)\)$/u, '$1');
  const months = inMonths.exec(tidy);
  const years = inYears.exec(tidy);
  // "6-12 months" leaves out how the count begins; it runs from the end of the sixth month to the end of the twelfth.
  const span = spanOfMonths.exec(tidy);
  const [from, to] = months
    ? [Number(months[1]) - 1, Number(months[2] ?? months[1])]
    : years
      ? [(Number(years[1]) - 1) * 12, Number(years[2] ?? years[1]) * 12]
      : span
        ? [Number(span[1]), Number(span[2])]
        : [null, null];
  if (from === null || to === null || from < 0 || to <= from) return { on: null, reason: 'No date is read from this.' };
  if (planStartsOn === null) return { on: null, reason: 'It counts from the start of the plan, which is not set.' };
  return {
    on: as === 'start' ? addMonths(planStartsOn, from) : dayBefore(addMonths(planStartsOn, to)),
    reason: 'Counted from the start of the plan.',
  };
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
