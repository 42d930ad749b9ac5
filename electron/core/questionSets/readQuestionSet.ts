import { Refusal } from '#shared/errors.ts';
import { questionSetLimits } from '#shared/limits.ts';
import { checkQuestionSet } from '#shared/model/ownQuestionSet.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';

/**
 * Reads a question set from the bytes of a JSON file. Whatever they are, throws only the refusals `file-empty`,
 * `file-too-large` and `question-set-refused`, whose reason is one sentence: the first thing that is wrong.
 */
export function readQuestionSet(bytes: Uint8Array, fileName: string): QuestionSet {
  if (bytes.byteLength === 0) throw new Refusal('file-empty', { fileName });
  if (bytes.byteLength > questionSetLimits.fileBytes) {
    throw new Refusal('file-too-large', { fileName, limit: `${questionSetLimits.fileBytes / 1_048_576} MB` });
  }
  const refuse = (reason: string, cause?: unknown): never => {
    throw new Refusal('question-set-refused', { fileName, reason }, { cause });
  };
  const value = parse(bytes, refuse);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('questions' in value)) {
    return refuse('It is JSON, but not a question set: it has no list of questions.');
  }
  const checked = checkQuestionSet(value);
  if (checked.ok) return checked.set;
  const [first, ...others] = checked.problems;
  const more =
    others.length === 0
      ? ''
      : ` There ${others.length === 1 ? 'is one more problem' : `are ${others.length} more problems`} like it.`;
  return refuse(`${first?.message ?? 'It is not in the form expected.'}${more}`);
}

function parse(bytes: Uint8Array, refuse: (reason: string, cause?: unknown) => never): unknown {
  try {
    // A mark of byte order, as Notepad writes it, is dropped by the decoder.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    // A text nested a hundred thousand deep exhausts the parser; that too is not JSON that anybody wrote.
    return refuse('It is not JSON, or it was cut short.', cause);
  }
}

/** The set as a file that a person can read and compare. */
export const questionSetBytes = (set: QuestionSet): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(set, null, 2)}\n`);
