import type { PreviewComment } from '#shared/model/commentPreview.ts';
import type { Voice } from '#shared/model/tables.ts';
import { plainText } from '../understand/plainText.ts';

/** Says of each comment which entry of the register has the same words, so that a file brought in twice adds nothing. */
export function alreadyIn(
  comments: readonly PreviewComment[],
  register: readonly Pick<Voice, 'number' | 'words' | 'binned'>[],
): readonly PreviewComment[] {
  const numbers = new Map<string, number>();
  for (const { number, words, binned } of register) if (!binned) numbers.set(plainText(words), number);
  return comments.map((comment) => ({ ...comment, alreadyIn: numbers.get(plainText(comment.words)) ?? null }));
}
