import type { Amendment, SignOff } from './tables.ts';

/** From the draft to the signature and beyond, once; each amendment goes through the steps again. */
export interface SignOffRound {
  /** Null for the first. */
  readonly amendment: Amendment | null;
  readonly records: readonly SignOff[];
  readonly signed: boolean;
}

/** The rounds of one cycle, the first one first; the last is the one in hand. */
export function signOffRounds(
  amendments: readonly Amendment[],
  records: readonly SignOff[],
): readonly [SignOffRound, ...SignOffRound[]] {
  const round = (amendment: Amendment | null): SignOffRound => {
    const own = records.filter((record) => record.amendmentId === (amendment?.id ?? null));
    return { amendment, records: own, signed: own.some(({ step }) => step === 'signed') };
  };
  return [round(null), ...amendments.toSorted((one, other) => one.number - other.number).map(round)];
}

export const roundInHand = (rounds: readonly [SignOffRound, ...SignOffRound[]]): SignOffRound =>
  rounds.at(-1) ?? rounds[0];

/** The amendment that is open: started, and not yet signed again. */
export function openAmendment(amendments: readonly Amendment[], records: readonly SignOff[]): Amendment | null {
  const { amendment, signed } = roundInHand(signOffRounds(amendments, records));
  return signed ? null : amendment;
}
