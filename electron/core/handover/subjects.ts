import type { MergeItem } from '#shared/contract/handover.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import type { TableName } from '#shared/model/tables.ts';
import { actionName } from '../actionPlan/actionWords.ts';
import type { StoredRow } from '../workspace/rows.ts';

/** The thing that a row is part of, as a person knows it. */
export interface Subject {
  readonly key: string;
  readonly kind: MergeItem['kind'];
  readonly name: string;
}

/** Finds a row on whichever side has it. */
export type Lookup = (table: TableName, id: string) => StoredRow | undefined;

const owners: Readonly<Partial<Record<TableName, readonly [TableName, string]>>> = {
  askTick: ['answer', 'answerId'],
  rating: ['action', 'actionId'],
  lineage: ['action', 'fromActionId'],
  earlierFile: ['evidence', 'evidenceId'],
  officialPrompt: ['officialForm', 'formId'],
};

export function subjectOf(find: Lookup, table: TableName, row: StoredRow): Subject {
  const owner = owners[table] ?? (table === 'link' ? ([row.sourceKind, 'sourceId'] as [TableName, string]) : undefined);
  const owning = owner && find(owner[0], String(row[owner[1]]));
  if (owner && owning) return subjectOf(find, owner[0], owning);
  return { key: `${table} ${row.id}`, kind: kindOf(table), name: nameOf(find, table, row) };
}

function kindOf(table: TableName): Subject['kind'] {
  switch (table) {
    case 'answer':
    case 'action':
    case 'voice':
    case 'evidence':
      return table;
    case 'framework':
    case 'frameworkItem':
      return 'framework';
    case 'institution':
    case 'signatory':
    case 'staffNumber':
      return 'institution';
    default:
      return 'other';
  }
}

/** Enough to know a thing by in a list. */
const nameCharacters = 120;
const text = (value: unknown): string => (typeof value === 'string' ? value.trim().replaceAll(/\s+/gu, ' ') : '');
const named = (...parts: readonly unknown[]): string =>
  parts.map(text).filter(Boolean).join(' · ').slice(0, nameCharacters);

function nameOf(find: Lookup, table: TableName, row: StoredRow): string {
  switch (table) {
    case 'answer':
    case 'earlierAnswer':
      return questionTitle(find, row);
    case 'action':
      return named(row.ref, row.text) || 'An action without words';
    case 'voice':
      return named(`Voice ${row.number}`, row.words);
    case 'evidence':
      return named(`Evidence ${row.number}`, row.title);
    case 'institution':
      return 'Profile of the institution';
    case 'signatory':
      return named('Person who signs', row.role, row.name);
    case 'staffNumber':
      return named('Staff number', row.definition);
    case 'cycle':
      return `Stage ${row.stage}`;
    case 'plan':
      return named('Plan', row.title);
    case 'framework':
      return named('Framework', row.title);
    case 'frameworkItem':
      return named('Framework item', row.code, row.title);
    case 'savedView':
      return named('Saved view', row.name);
    case 'dismissal':
      return named('Set aside in Readiness', row.reason);
    case 'mapping':
      return 'A remembered reading of a spreadsheet';
    case 'commentMapping':
      return 'A remembered reading of survey comments';
    case 'evidenceKind':
      return named('Kind of evidence', row.title || row.key);
    case 'officialForm':
      return 'The official form';
    case 'ownQuestionSet':
      return 'A question set of one’s own';
    case 'documentComment':
      return named('Comment', row.author, row.text);
    case 'questionSet':
      return named('Form', `${row.setId} ${row.version}`);
    case 'lineage':
      return 'What became of an action';
    default:
      return 'Something else';
  }
}

const askCache = new WeakMap<StoredRow, QuestionSet>();

function questionsOf(find: Lookup, cycleId: unknown): { readonly stage: unknown; readonly set: QuestionSet | null } {
  const cycle = find('cycle', String(cycleId));
  const row = cycle && find('questionSet', String(cycle.questionSetId));
  if (!row) return { stage: cycle?.stage ?? '', set: null };
  const set = askCache.get(row) ?? (JSON.parse(String(row.content)) as QuestionSet);
  askCache.set(row, set);
  return { stage: cycle?.stage, set };
}

function questionTitle(find: Lookup, { cycleId, questionKey }: StoredRow): string {
  const { set } = questionsOf(find, cycleId);
  return set?.questions.find(({ key }) => key === questionKey)?.title ?? String(questionKey);
}

/** “who is counted”, as the ask is labelled. */
export function askLabel(find: Lookup, { answerId, askKey }: StoredRow): string {
  const answer = find('answer', String(answerId));
  const { set } = questionsOf(find, answer?.cycleId);
  const question = set?.questions.find(({ key }) => key === answer?.questionKey);
  return question?.asks.find(({ key }) => key === askKey)?.label ?? String(askKey);
}

/** What a link leads to, in a word or two. */
export function targetName(find: Lookup, { targetKind, target }: StoredRow): string {
  if (targetKind === 'theme') return `the theme ${String(target)}`;
  const row = find(targetKind as TableName, String(target));
  if (!row) return 'something that is gone';
  if (targetKind === 'action') return `action ${actionName({ ref: text(row.ref), text: text(row.text) })}`;
  return nameOf(find, targetKind as TableName, row);
}
