import { signaturePart } from '#shared/model/officialForm.ts';
import type { Question } from '#shared/model/questionSet.ts';
import type { OfficialPrompt } from '#shared/model/tables.ts';
import type { Pairing } from './pairPrompts.ts';

/** Why a prompt cannot be answered by that, in a sentence; null where it can. */
export function pairingProblem(
  questions: readonly Question[],
  questionKey: string | null,
  part: string | null,
): string | null {
  if (questionKey === null) return part === null ? null : 'A part belongs to a question.';
  const question = questions.find(({ key }) => key === questionKey);
  if (question === undefined) return 'That question is not part of this self-assessment.';
  if (part === null) return null;
  const isFact = (question.facts ?? []).some(({ key }) => key === part);
  const isSignature = question.kind === 'signatures' && (signaturePart(part)?.signatory ?? 0) > 0;
  return isFact || isSignature ? null : `“${question.title}” has no such part.`;
}

/** What a person has confirmed of an earlier form holds for the same wording, asked once in both. */
export function keepConfirmed(
  guesses: readonly (Pairing & { readonly text: string; readonly confirmed: boolean })[],
  earlier: readonly OfficialPrompt[],
): readonly (Pairing & { readonly text: string; readonly confirmed: boolean })[] {
  const once = <Item extends { readonly text: string }>(items: readonly Item[], text: string): Item | undefined => {
    const [only, ...others] = items.filter((item) => item.text === text);
    return others.length === 0 ? only : undefined;
  };
  return guesses.map((guess) => {
    const before = once(earlier, guess.text);
    if (before === undefined || !before.confirmed || once(guesses, guess.text) === undefined) return guess;
    const { questionKey, part, sureness, reason } = before;
    return { ...guess, questionKey, part, sureness, reason, confirmed: true };
  });
}
