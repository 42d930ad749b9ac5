import type { SignOff } from '#shared/model/tables.ts';
import { type SignOffStep, signOffSteps } from '#shared/model/words.ts';

type Recorded = Pick<SignOff, 'step' | 'happenedOn'>;

export const signOffWords: Readonly<Record<SignOffStep, string>> = {
  draft: 'the draft',
  'with-steering-group': 'the Steering Group',
  'with-leader': 'the leader of the institution',
  signed: 'the signature',
  submitted: 'the submission',
  published: 'the publication',
};

const placeOf = (step: SignOffStep): number => signOffSteps.indexOf(step);

/**
 * Sign-off goes forward (domain.md 1: the Institutional Lead and the leader of the institution sign; often a board
 * approves first, sometimes more than two sign). So a step may come again (a second signature) and the groups before
 * the signature may be passed over, but nothing is recorded behind a later step, nothing is submitted unsigned,
 * nothing is published that was not submitted, and days run in order and not into the future.
 */
export function recordProblem(recorded: readonly Recorded[], next: Recorded, today: string): string | null {
  if (next.happenedOn > today) return 'A step of sign-off is recorded on the day it happened, not ahead of it.';
  const later = recorded.find((each) => placeOf(each.step) > placeOf(next.step));
  if (later) return `This comes before ${signOffWords[later.step]}, which is recorded already. Remove that first.`;
  const has = (step: SignOffStep): boolean => recorded.some((each) => each.step === step);
  if (next.step === 'submitted' && !has('signed'))
    return 'It is signed before it is submitted. Record the signature first.';
  if (next.step === 'published' && !has('submitted')) {
    return 'It is submitted before it is published. Record the submission first.';
  }
  const earlier = recorded.find((each) => placeOf(each.step) < placeOf(next.step) && each.happenedOn > next.happenedOn);
  return earlier ? `The date is before that of ${signOffWords[earlier.step]}. Check the two dates.` : null;
}

/** Steps are taken back from the end, or the record would claim a submission that nobody signed. */
export function removeProblem(recorded: readonly Recorded[], step: SignOffStep): string | null {
  const later = recorded.find((each) => placeOf(each.step) > placeOf(step));
  return later ? `Remove ${signOffWords[later.step]} first: it came after this.` : null;
}
