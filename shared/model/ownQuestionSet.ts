import { z } from 'zod';
import { questionSetLimits } from '../limits.ts';
import {
  nothingWritten,
  type QuestionSet,
  questionKindSchema,
  questionSetSchema,
  simpleFactKindSchema,
} from './questionSet.ts';

/**
 * A question set while it is written: the shape of `questionSetSchema` with nothing asked of its texts yet, so that it
 * can be kept half finished. `finishedQuestionSet` says what is still missing before it can be used.
 */
const text = z.string().max(questionSetLimits.textCharacters);
const key = z.string().max(questionSetLimits.keyCharacters);
const number = z.number().nullable();

const ownColumn = z.strictObject({ key, label: text, kind: simpleFactKindSchema });
const ownFact = z.strictObject({
  key,
  label: text,
  help: text,
  kind: z.union([simpleFactKindSchema, z.literal('table')]),
  /** Of a table only. */
  columns: z.array(ownColumn).max(questionSetLimits.columns).readonly(),
});
const ownQuestion = z.strictObject({
  key,
  kind: questionKindSchema,
  title: text,
  heading: text,
  prompt: text,
  guidance: z.array(text).max(questionSetLimits.guidanceLines).readonly(),
  asks: z
    .array(z.strictObject({ key, label: text }))
    .max(questionSetLimits.asks)
    .readonly(),
  wordLimit: number,
  facts: z.array(ownFact).max(questionSetLimits.facts).readonly(),
  /** Keys of the questions of an earlier form whose answers belong here; null leaves it to the question's own key. */
  comesFrom: z.array(key).max(questionSetLimits.questions).readonly().nullable(),
});

export const ownQuestionSetContentSchema = z.strictObject({
  id: key,
  version: key,
  stage: z.int().positive(),
  title: text,
  planMonths: number,
  reviewsLastPlan: z.boolean(),
  dueMonthsAfterSigning: number,
  windows: z
    .array(z.strictObject({ month: z.int(), day: z.int() }))
    .max(questionSetLimits.windows)
    .readonly(),
  questions: z.array(ownQuestion).max(questionSetLimits.questions).readonly(),
});
export type OwnQuestionSetContent = z.infer<typeof ownQuestionSetContentSchema>;
export type OwnQuestion = z.infer<typeof ownQuestion>;
export type OwnFact = z.infer<typeof ownFact>;

/** A copy of a finished set to be written on. */
export function ownCopyOf(set: QuestionSet): OwnQuestionSetContent {
  const { extension: _extension, ...rest } = set;
  return {
    ...rest,
    windows: set.windows.map((window) => ({ ...window })),
    questions: set.questions.map(({ facts = [], comesFrom, guidance, asks, ...question }) => ({
      ...question,
      guidance: [...guidance],
      asks: asks.map((ask) => ({ ...ask })),
      comesFrom: comesFrom === undefined ? null : [...comesFrom],
      facts: facts.map((fact) => ({
        key: fact.key,
        label: fact.label,
        help: fact.help ?? '',
        kind: fact.kind,
        columns: fact.kind === 'table' ? fact.columns.map((column) => ({ ...column })) : [],
      })),
    })),
  };
}

/** The set as it stands in a file: what is blank and may be left out is left out, and nothing is checked. */
function asFile(own: OwnQuestionSetContent): unknown {
  return {
    ...own,
    extension: 'next-window',
    questions: own.questions.map(({ facts, comesFrom, guidance, ...question }) => ({
      ...question,
      // An empty line is where somebody is about to write, not something that a reviewer looks for.
      guidance: guidance.filter((line) => line.trim() !== ''),
      ...(comesFrom === null ? {} : { comesFrom }),
      ...(facts.length === 0
        ? {}
        : {
            facts: facts.map(({ help, columns, ...fact }) => ({
              ...fact,
              ...(help.trim() === '' ? {} : { help }),
              ...(fact.kind === 'table' ? { columns } : {}),
            })),
          }),
    })),
  };
}

/** Where something is missing or wrong, and what, in a sentence. */
export interface QuestionSetProblem {
  /** Path into the set, as `questions.2.title`. */
  readonly path: string;
  readonly message: string;
}

export type FinishedQuestionSet =
  | { readonly ok: true; readonly set: QuestionSet }
  | { readonly ok: false; readonly problems: readonly QuestionSetProblem[] };

export const finishedQuestionSet = (own: OwnQuestionSetContent): FinishedQuestionSet => checkQuestionSet(asFile(own));

/** Checks any value, however hostile, and says what is wrong in sentences; at most as many as help. */
export function checkQuestionSet(value: unknown): FinishedQuestionSet {
  const parsed = questionSetSchema.safeParse(value);
  if (parsed.success) return { ok: true, set: parsed.data };
  const problems = parsed.error.issues.slice(0, questionSetLimits.problemsShown).map((issue) => ({
    path: issue.path.join('.'),
    message: sentenceOf(issue, value),
  }));
  return { ok: false, problems };
}

type Issue = z.core.$ZodIssue;

/** “Question 3, Evidence of impact: the title is missing.” */
function sentenceOf(issue: Issue, value: unknown): string {
  const [first, index] = issue.path;
  const place =
    first === 'questions' && typeof index === 'number' ? `Question ${index + 1}${namedAt(value, index)}: ` : '';
  const rest = place === '' ? issue.path : issue.path.slice(2);
  const said = whatIsWrong(issue, rest, valueAt(value, issue.path));
  return place === '' ? said.charAt(0).toUpperCase() + said.slice(1) : `${place}${said}`;
}

function namedAt(value: unknown, index: number): string {
  const title = (value as { questions?: readonly { title?: unknown }[] })?.questions?.[index]?.title;
  return typeof title === 'string' && title.trim() !== '' ? `, “${title.slice(0, 60)}”` : '';
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | null | undefined)?.[part], value);

function whatIsWrong(issue: Issue, path: readonly PropertyKey[], value: unknown): string {
  const field = nameOf(path);
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return `${field} is missing.`;
      if (issue.origin === 'array') return `${field} needs at least one.`;
      return `${field} has to be more than nothing.`;
    case 'too_big':
      if (issue.origin === 'string') return `${field} is longer than ${issue.maximum} characters.`;
      if (issue.origin === 'array') return `${field} has more than ${issue.maximum}.`;
      return `${field} is more than ${issue.maximum}.`;
    case 'invalid_format':
      return issue.message === nothingWritten ? `${field} is missing.` : `${field}: ${issue.message}.`;
    case 'invalid_type':
      return value === undefined || value === null
        ? `${field} is missing.`
        : `${field} has to be ${typeWords[issue.expected] ?? 'of another kind'}.`;
    case 'invalid_value':
    case 'invalid_union':
      return `${field} is none of those that there are.`;
    case 'unrecognized_keys':
      return `${field} has an entry “${String(issue.keys[0]).slice(0, 40)}” that is not known here.`;
    default:
      return `${path.length === 0 ? '' : `${field}: `}${issue.message}.`.replace(/\.\.$/u, '.');
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an entry with names',
  boolean: 'yes or no',
};

const names: Readonly<Record<string, string>> = {
  id: 'the name for the file',
  version: 'the version',
  stage: 'the stage',
  title: 'the title',
  planMonths: 'the length of the plan',
  reviewsLastPlan: 'whether the last plan is reviewed',
  dueMonthsAfterSigning: 'the months from signing',
  windows: 'the submission windows',
  extension: 'the extension',
  questions: 'the list of questions',
  key: 'the key',
  kind: 'the kind',
  heading: 'the question in full',
  prompt: 'the prompt',
  guidance: 'what reviewers look for',
  asks: 'the list of asks',
  wordLimit: 'the word limit',
  facts: 'the list of fields',
  comesFrom: 'the list of earlier questions',
  label: 'the label',
  help: 'the help',
  columns: 'the list of columns',
  month: 'the month',
  day: 'the day',
};
const entries: Readonly<Record<string, string>> = {
  asks: 'ask',
  facts: 'field',
  columns: 'column',
  guidance: 'line of what reviewers look for, number',
  windows: 'window',
  comesFrom: 'earlier question',
  questions: 'question',
};

/** `asks.1.label` → “ask 2: the label”. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the question set';
  const parts: string[] = [];
  path.forEach((part, index) => {
    const next = path[index + 1];
    if (typeof part === 'number') return;
    if (typeof next === 'number') parts.push(`${entries[String(part)] ?? String(part)} ${next + 1}`);
    else parts.push(names[String(part)] ?? `“${String(part).slice(0, 40)}”`);
  });
  return parts.join(': ');
}
