import type { QuestionSet } from '#shared/model/questionSet.ts';
import { proposeDueDate, proposePlanPeriod } from './calendar.ts';

export interface CycleProposal {
  readonly dueOn: string | null;
  readonly planMonths: number;
  readonly planStartsOn: string | null;
  readonly planEndsOn: string | null;
  readonly reviewsLastPlan: boolean;
  readonly reason: string;
}

/**
 * Due date and plan period of a stage from the day the Commitment was signed (domain.md 1: a stage falls due some
 * months after signing, and submissions are taken at the windows only). Without a signing date there is nothing to
 * count from, so the dates are null and the reason says what is missing.
 */
export function proposeCycle(set: QuestionSet, signedOn: string | null): CycleProposal {
  const common = { planMonths: set.planMonths, reviewsLastPlan: set.reviewsLastPlan };
  if (signedOn === null) {
    return {
      ...common,
      dueOn: null,
      planStartsOn: null,
      planEndsOn: null,
      reason: `Give the date of signing, and the due date of Stage ${set.stage} follows from it.`,
    };
  }
  const dueOn = proposeDueDate(set, signedOn);
  const period = proposePlanPeriod(set, dueOn);
  return {
    ...common,
    dueOn,
    planStartsOn: period.start,
    planEndsOn: period.end,
    reason: `Stage ${set.stage} falls due ${set.dueMonthsAfterSigning} months after signing on ${dayInWords(signedOn)}, and ${dayInWords(dueOn)} is the first submission window from then on.`,
  };
}

/**
 * The due date when nobody gives one: counted from signing, or, where the signing date is not known, the first window
 * from today on. A cycle always has one, because every reminder counts towards it.
 */
export const dueDateOf = (set: QuestionSet, signedOn: string | null, today: string): string =>
  signedOn === null ? proposeDueDate({ ...set, dueMonthsAfterSigning: 0 }, today) : proposeDueDate(set, signedOn);

/** "Action plan 2027 to 2030". */
export function planTitle(startsOn: string, endsOn: string): string {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? `Action plan ${first}` : `Action plan ${first} to ${last}`;
}

/** The plan under review that is not in the workspace yet: its dates are not known, only that it came before. */
export const lastPlanTitle = (newPlanStartsOn: string): string => `Action plan before ${newPlanStartsOn.slice(0, 4)}`;

/** 31 January 2027. */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
