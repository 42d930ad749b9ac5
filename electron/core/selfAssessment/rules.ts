import { type Facts, hasFact } from '#shared/model/facts.ts';
import type { QuestionKind } from '#shared/model/questionSet.ts';
import { isEmptyRichText, type RichText } from '#shared/model/richText.ts';
import type { AnswerState } from '#shared/model/words.ts';

/** What an answer rests on besides its own text and facts: the plans and the people who sign stand elsewhere. */
export interface Elsewhere {
  readonly kind: QuestionKind;
  readonly lastPlanActions: number;
  readonly newPlanActions: number;
  readonly signatories: number;
}

/** Whether anything is written in the answer itself: text, a citation, or one fact that is not blank. */
export const isWritten = (content: RichText, facts: Facts): boolean => !isEmptyRichText(content) || hasFacts(facts);

const hasFacts = (facts: Facts): boolean => Object.values(facts).some(hasFact);

/**
 * Whether there is anything to call ready. The review, the plan and the signatures are answered by their own screens
 * (domain.md 2: "here or as an appendix"), so these count as answered without a word in the editor.
 */
export function hasSubstance(written: boolean, elsewhere: Elsewhere): boolean {
  if (written) return true;
  switch (elsewhere.kind) {
    case 'plan-review':
      return elsewhere.lastPlanActions > 0;
    case 'plan':
      return elsewhere.newPlanActions > 0;
    case 'signatures':
      return elsewhere.signatories > 0;
    default:
      return false;
  }
}

/**
 * The state after writing. Empty and draft follow from what is written. Ready is the writer's own word and outlasts
 * further writing: a comma put right the evening before signing must not quietly take an answer off the list of those
 * that are done. Only an answer with nothing left in it stops being ready, because that cannot be what was meant.
 */
export function stateAfterWriting(before: AnswerState, written: boolean, substance: boolean): AnswerState {
  if (before === 'ready' && substance) return 'ready';
  return written ? 'draft' : 'empty';
}
