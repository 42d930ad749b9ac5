import type { ActionFields } from '#shared/contract/actionPlan.ts';
import { usualAcademicYearStart } from '#shared/model/words.ts';
import { readDateText } from '../import/understand/dates.ts';
import { readPlanMonths, readRelativeDate } from '../import/understand/relativeDates.ts';

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
  academicYearStart: string,
): { readonly startOn?: string | null; readonly dueOn?: string | null } {
  return {
    ...(fields.startText !== undefined && fields.startOn === undefined
      ? { startOn: readTimescale(fields.startText, 'start', planStartsOn, academicYearStart).on }
      : {}),
    ...(fields.dueText !== undefined && fields.dueOn === undefined
      ? { dueOn: readTimescale(fields.dueText, 'due', planStartsOn, academicYearStart).on }
      : {}),
  };
}

/**
 * The day that a text means. A month, quarter or year means its last day for a due date and its first for a start
 * (domain.md 3). "Month 12", "Y1" and "6-12 months" count from the start of the plan, where that is known.
 */
export function readTimescale(
  text: string,
  as: 'start' | 'due',
  planStartsOn: string | null,
  academicYearStart: string = usualAcademicYearStart,
): TimescaleReading {
  const written = readDateText(text, academicYearStart);
  switch (written.kind) {
    case 'period':
      return { on: as === 'start' ? written.start : written.end, reason: written.why };
    case 'impossible':
      return { on: null, reason: written.why };
    case 'none':
      return fromPlanStart(text, as, planStartsOn);
  }
}

/** Months and years of the plan are counted from 1: month 12 ends a year after the plan starts. */
function fromPlanStart(text: string, as: 'start' | 'due', planStartsOn: string | null): TimescaleReading {
  if (readPlanMonths(text) === undefined) return { on: null, reason: 'No date is read from this.' };
  if (planStartsOn === null) return { on: null, reason: 'It counts from the start of the plan, which is not set.' };
  const read = readRelativeDate(text, planStartsOn);
  if (read.kind !== 'period') return { on: null, reason: 'No date is read from this.' };
  return as === 'start' ? { on: read.start, reason: read.startWhy ?? read.why } : { on: read.end, reason: read.why };
}
