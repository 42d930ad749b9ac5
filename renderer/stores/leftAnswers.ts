import type { RichText } from '#shared/model/richText.ts';
import { useSaving } from './saving.ts';

/**
 * Words of answers that could not be saved. Those whose page was left for another wait here and are taken up where the
 * answer is opened again; those that stand in an open editor are sent again by it.
 */
const left = new Map<string, RichText>();
const standing = new Map<string, () => Promise<void>>();

export function leaveAnswer(answerId: string, content: RichText): void {
  left.set(answerId, content);
  useSaving.setState({ left: new Set(left.keys()) });
}

export function takeUpAnswer(answerId: string): RichText | undefined {
  const content = left.get(answerId);
  left.delete(answerId);
  if (content) useSaving.setState({ left: new Set(left.keys()) });
  return content;
}

/** An open editor holds what it could not save: how it is sent again; null once it is saved, or left. */
export function standAnswer(answerId: string, sendAgain: (() => Promise<void>) | null): void {
  if (sendAgain === null) standing.delete(answerId);
  else standing.set(answerId, sendAgain);
}

export const leftAnswers = (): ReadonlyMap<string, RichText> => new Map(left);
export const standingAnswers = (): ReadonlyMap<string, () => Promise<void>> => new Map(standing);
