import type { PlannedAction, ReviewedAction, SubmissionAction } from '#core/export/submission.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import { type DocumentWords, dateInWords } from './documentWords.ts';
import type { Rating } from './ragAppearance.ts';

/** A labelled fact of an action, as lines of text; no lines where nothing was written. */
export interface ActionField {
  readonly label: string;
  readonly lines: readonly string[];
}

export function timescale(action: SubmissionAction, words: DocumentWords): string {
  const start = cleanLine(action.startText) || dayOr(action.startOn, words);
  const due = cleanLine(action.dueText) || dayOr(action.dueOn, words);
  if (start === '' || due === '' || start === due) return start === '' ? due : start;
  return words.titleBlock.from(start, due);
}

export function due(action: SubmissionAction, words: DocumentWords): string {
  return cleanLine(action.dueText) || dayOr(action.dueOn, words);
}

/** The lead, and under them those who support. */
export function leadAndSupport(action: SubmissionAction, words: DocumentWords): string {
  const support = cleanLines(action.supporting).join(', ');
  const lines = [...cleanLines(action.lead), support === '' ? '' : words.labelled(words.plan.supporting, support)];
  return lines.filter((line) => line !== '').join('\n');
}

export function ratingOf(action: ReviewedAction): Rating {
  return action.rag ?? 'not-rated';
}

/** What qualifies an action without being part of its text: other themes, what it carries on, when it was added. */
export function plannedNotes(action: PlannedAction, words: DocumentWords): readonly ActionField[] {
  return present([
    { label: words.plan.continues, lines: list(action.continues) },
    { label: words.plan.alsoUnder, lines: list(action.alsoUnder) },
  ]);
}

/** For the review: what the action was meant to reach, briefly, since the plan itself may be in another document. */
export function reviewedNotes(action: ReviewedAction, words: DocumentWords): readonly ActionField[] {
  return present([
    { label: words.plan.objective, lines: cleanLines(action.objective) },
    { label: words.plan.successMeasure, lines: cleanLines(action.successMeasure) },
    { label: words.plan.alsoUnder, lines: list(action.alsoUnder) },
  ]);
}

export function outcomes(action: ReviewedAction, words: DocumentWords): string {
  return action.outcomes
    .map(({ kind, newRef, reason }) => {
      const what = words.plan.lineage[kind];
      const where = cleanLine(newRef) === '' ? '' : words.plan.continuedAs(cleanLine(newRef));
      const sentence = where === '' ? what : `${what} (${where})`;
      const why = cleanLine(reason);
      return why === '' ? sentence : words.labelled(sentence, why);
    })
    .join('\n');
}

export function fieldText(field: ActionField, words: DocumentWords): string {
  return words.labelled(field.label, field.lines.join('\n'));
}

export function present(fields: readonly ActionField[]): readonly ActionField[] {
  return fields.filter(({ lines }) => lines.length > 0);
}

function list(items: readonly string[]): readonly string[] {
  const text = items
    .map(cleanLine)
    .filter((item) => item !== '')
    .join(', ');
  return text === '' ? [] : [text];
}

function dayOr(day: string | null, words: DocumentWords): string {
  return day === null ? '' : dateInWords(cleanLine(day), words);
}
