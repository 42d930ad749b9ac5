import { wordCount } from './plainText.ts';
import { isPlainStatus } from './rag.ts';

const reasoned =
  /\b(?:because|due to|owing to|as a result|since (?:the|there|this)|not (?:agreed|approved|funded|possible|yet|been|started)|no longer|unable|could not|cannot|lack of|insufficient|paused|on hold|halted|delay(?:ed|s)?|postponed|deferred|suspended|cancel?led|withdrawn|abandoned|superseded|replaced|moved (?:online|to)|awaiting|waiting for|pending|pandemic|covid|restarts?|stopped|rejected|declined|vacan(?:t|cy)|restructur\w*|budget|cost grounds)\b/i;

/** Excel puts the name of who wrote a note before it, on a line of its own. */
const withoutAuthor = (note: string): string => note.replace(/^[^\n:]{2,60}:\s*\n\s*(?=\S)/, '');

export type RedExplanation = { readonly text: string; readonly why: string };

/**
 * Why an action is red, from the first place that says so: its own column, a note on the cell of the rating, or
 * comments and progress that read as a reason. Only the first is certain; the others carry a reason for the guess.
 */
export function findRedExplanation(input: {
  readonly isRed: boolean;
  readonly column: string;
  readonly ratingNote: string | undefined;
  readonly comments: readonly string[];
  readonly progress: string;
  /** Whether what stands for progress is headed as comments. */
  readonly isComment?: boolean;
}): RedExplanation {
  if (input.column !== '') return { text: input.column, why: '' };
  if (!input.isRed) return { text: '', why: '' };
  if (input.ratingNote !== undefined && input.ratingNote !== '') {
    return { text: withoutAuthor(input.ratingNote), why: 'From the note on the rating.' };
  }
  const comment = input.comments.find((text) => reasoned.test(text));
  if (comment !== undefined) return { text: comment, why: 'From the comments, which read as a reason.' };
  if (reasoned.test(input.progress))
    return { text: input.progress, why: 'From the progress, which reads as a reason.' };
  const said = [...input.comments, ...(input.isComment === true ? [input.progress] : [])].filter(
    (text) => wordCount(text) >= 2 && !isPlainStatus(text),
  );
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0)
    return { text: only, why: 'A guess: it is the only comment. Check that it says why.' };
  return { text: '', why: '' };
}
