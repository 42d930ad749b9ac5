import type { ActionFields } from '#shared/contract/actionPlan.ts';

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
      ? { startOn: dayMeant(fields.startText, 'start', planStartsOn) }
      : {}),
    ...(fields.dueText !== undefined && fields.dueOn === undefined
      ? { dueOn: dayMeant(fields.dueText, 'due', planStartsOn) }
      : {}),
  };
}

/** The day that a text means as a start or as a due date, as ISO text; null where it means none. */
export function dayMeant(text: string, _as: 'start' | 'due', _planStartsOn: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : null;
}
