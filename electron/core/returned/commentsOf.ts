import type { ReturnedDocument } from '#shared/contract/returned.ts';
import { returnedLimits } from '#shared/limits.ts';
import type { Action, Cycle } from '#shared/model/tables.ts';
import { englishWords } from '../export/word/englishWords.ts';
import { welshWords } from '../export/word/welshWords.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { placeOf } from './compareDocuments.ts';
import type { DocumentParagraph } from './documentParagraphs.ts';
import { plain } from './paragraphMarks.ts';

type Comment = ReturnedDocument['comments'][number];

/**
 * The comments in the margin of a returned document, each with the question or the action that it stands beside: an
 * action by the row of the table, its reference and its text; a question by the heading, or by its prompt in the
 * official form.
 */
export function commentsOf(
  rows: TableAccess,
  cycle: Cycle,
  documentName: string,
  paragraphs: readonly DocumentParagraph[],
): readonly Comment[] {
  const targetOf = targets(rows, cycle);
  const known = new Set(rows.all('documentComment', { cycleId: cycle.id }).map(keyOf));
  return paragraphs
    .flatMap((paragraph) =>
      paragraph.comments.map(({ author, text }): Comment => {
        const about = paragraph.text.slice(0, returnedLimits.aboutCharacters);
        const comment = { author, text, about, place: placeOf(paragraph), ...targetOf(paragraph) };
        return { ...comment, known: known.has(keyOf({ documentName, ...comment })) };
      }),
    )
    .slice(0, returnedLimits.comments);
}

/** The same remark on the same words of the same file is the same comment, however often it is read. */
export const keyOf = (comment: {
  readonly documentName: string;
  readonly author: string;
  readonly text: string;
  readonly about: string;
}): string => JSON.stringify([comment.documentName, comment.author, comment.text, comment.about]);

type Target = Pick<Comment, 'targetKind' | 'targetId'>;

function targets(rows: TableAccess, cycle: Cycle): (paragraph: DocumentParagraph) => Target {
  const plans = { 'last-plan': cycle.lastPlanId, 'new-plan': cycle.newPlanId } as const;
  const actions = Object.values(plans).flatMap((planId) => rows.all('action', { planId, binned: 0 }, ['position']));
  const questions = rows.get('questionSet', cycle.questionSetId).content.questions;
  const answers = rows.all('answer', { cycleId: cycle.id });
  const forms = rows.all('officialForm', { cycleId: cycle.id });
  const prompts = new Map(
    forms
      .flatMap(({ id }) => rows.all('officialPrompt', { formId: id }))
      .map(({ text, questionKey }) => [plain(text), questionKey] as const),
  );
  /** The plan whose appendix it stands in, in whichever language the document was written. */
  const planOf = (headings: readonly string[]): string | undefined =>
    planParts.find(([, title]) => headings.some((heading) => plain(heading).endsWith(title)))?.[0];
  return ({ headings, row, text }) => {
    // Where the plan is printed as a list, the heading over an action holds its words.
    const lines = (row.length > 0 ? row.flatMap((cell) => cell.split('\n')) : [...headings, text]).map(plain);
    const part = planOf(headings);
    const planId = part === 'last-plan' || part === 'new-plan' ? plans[part] : null;
    const found = best(actions, (action) => likeness(action, lines, planId));
    if (found) return { targetKind: 'action', targetId: found.id };
    // In the official form an answer stands under its prompt, or in the cell beside it.
    for (const heading of [...headings.toReversed(), ...row.flatMap((cell) => cell.split('\n'))]) {
      const asked =
        questions.find(({ title }) => plain(heading).endsWith(plain(title)))?.key ?? prompts.get(plain(heading));
      const answer = answers.find(({ questionKey }) => questionKey === asked);
      if (answer) return { targetKind: 'answer', targetId: answer.id };
    }
    return { targetKind: 'document', targetId: null };
  };
}

const planParts = [englishWords, welshWords].flatMap(({ parts }) =>
  (['last-plan', 'new-plan'] as const).map((part) => [part, parts[part]] as const),
);

/** How surely lines of a document are those of an action: its words, then its plan, then its reference; 0 for not. */
function likeness({ ref, text, planId }: Action, lines: readonly string[], inPlan: string | null): number {
  const words = plain(text);
  if (words === '' || !lines.some((line) => line.includes(words))) return 0;
  const exact = lines.includes(words) ? 4 : 1;
  return exact + (planId === inPlan ? 2 : 0) + (ref.trim() !== '' && lines.includes(plain(ref)) ? 1 : 0);
}

function best<Value>(values: readonly Value[], score: (value: Value) => number): Value | null {
  const scored = values.map((value) => ({ value, score: score(value) })).filter((each) => each.score > 0);
  return scored.toSorted((one, other) => other.score - one.score)[0]?.value ?? null;
}
