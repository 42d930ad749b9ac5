import { roundInHand, type SignOffRound } from '#shared/model/signOffRounds.ts';
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
 * nothing is published that was not submitted, and days run in order and not into the future. An amendment goes
 * through the steps again, from the day on which it was started: `recorded` is of one round alone.
 */
export function recordProblem(
  recorded: readonly Recorded[],
  next: Recorded,
  today: string,
  startedOn: string | null = null,
): string | null {
  if (next.happenedOn > today) return 'A step of sign-off is recorded on the day it happened, not ahead of it.';
  if (startedOn !== null && next.happenedOn < startedOn)
    return 'The date is before the amendment was started. Check the two dates.';
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

type Rounds = readonly [SignOffRound, ...SignOffRound[]];

/**
 * Steps are taken back from the end, or the record would claim a submission that nobody signed; and what was signed
 * before an amendment stays on file, or the amendment would be one of nothing.
 */
export function removeProblem(rounds: Rounds, record: Pick<SignOff, 'step' | 'amendmentId'>): string | null {
  const { amendment, records } = roundInHand(rounds);
  if (record.amendmentId !== (amendment?.id ?? null))
    return 'This belongs to the version that was signed before the amendment, and stays on file.';
  const later = records.find((each) => placeOf(each.step) > placeOf(record.step));
  return later ? `Remove ${signOffWords[later.step]} first: it came after this.` : null;
}

/** An amendment is of something signed, says who wants it and why, and there is one at a time. */
export function amendProblem(
  rounds: Rounds,
  { name, reason }: { readonly name: string; readonly reason: string },
): { readonly field?: 'name' | 'reason'; readonly reason: string } | null {
  const { amendment, signed } = roundInHand(rounds);
  if (!signed)
    return {
      reason:
        amendment === null
          ? 'Nothing is signed yet, so it can be changed without an amendment.'
          : `Amendment ${amendment.number} is open already.`,
    };
  if (name.trim() === '') return { field: 'name', reason: 'Say who starts the amendment.' };
  if (reason.trim() === '') return { field: 'reason', reason: 'Say why what was signed is to be changed.' };
  return null;
}

/** Withdrawn is only what left no trace: otherwise the signature would stand under words that nobody signed. */
export function withdrawProblem(rounds: Rounds, amendmentId: string, changed: boolean): string | null {
  const { amendment, records } = roundInHand(rounds);
  if (amendment?.id !== amendmentId) return 'A later amendment builds on this one, so it stays on file.';
  if (records.length > 0) return 'Steps of sign-off are recorded in this amendment. Take them back first.';
  return changed
    ? 'Something was changed since the amendment was started. Go back to the signed version in History first, or sign again.'
    : null;
}
