import type { VersionComparison } from '#shared/contract/versions.ts';
import { type Action, type Answer, type Rating, type Row, type TableName, tableNames } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';
import { actionName, lineageWords } from '../actionPlan/actionWords.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

type Fields = Readonly<Record<string, unknown>>;
type Difference = VersionComparison['others'][number]['fields'];
type Presence = VersionComparison['others'][number]['presence'];

/**
 * What differs between two states of a workspace: answers and plans each as a reader meets them, with the asks ticked,
 * the current rating and what becomes of an action among their fields, and every other row by itself. An action in the
 * bin counts as absent.
 */
export function compareStates(before: TableAccess, after: TableAccess): Omit<VersionComparison, 'from' | 'to'> {
  return {
    answers: answersOf(before, after),
    plans: plansOf(before, after),
    others: otherTables.flatMap((table) => othersOf(table, before, after)),
  };
}

/** Those that are told as fields of an answer or an action, and those that only keep the record. */
const toldElsewhere: ReadonlySet<TableName> = new Set<TableName>([
  'answer',
  'askTick',
  'action',
  'rating',
  'lineage',
  'version',
  'issuedDocument',
  'importRun',
  'mapping',
  'commentMapping',
  'savedView',
  'attachment',
  'documentComment',
  'handover',
  'origin',
]);
const otherTables = tableNames.filter((table) => !toldElsewhere.has(table));

function answersOf(before: TableAccess, after: TableAccess): VersionComparison['answers'] {
  const titles = titlesOf([before, after]);
  const [ticksBefore, ticksAfter] = [ticksOf(before), ticksOf(after)];
  const fieldsOf = (answer: Answer | undefined, ticks: ReadonlyMap<string, readonly string[]>): Fields => {
    if (!answer) return {};
    const { state, facts, cycleId, questionKey } = answer;
    const asks = titles.get(`${cycleId} ${questionKey}`)?.asks;
    return { state, facts, asks: (ticks.get(answer.id) ?? []).map((key) => asks?.get(key) ?? key) };
  };
  return pairs(before.all('answer'), after.all('answer'))
    .map(([from, to]) => {
      const { id, cycleId, questionKey } = (to ?? from) as Answer;
      const { stage, title, place } = titles.get(`${cycleId} ${questionKey}`) ?? {
        stage: 0,
        title: questionKey,
        place: 0,
      };
      return {
        place: stage * 1_000 + place,
        answer: {
          id,
          stage,
          question: title,
          before: from?.plainText ?? '',
          after: to?.plainText ?? '',
          fields: differences(fieldsOf(from, ticksBefore), fieldsOf(to, ticksAfter)),
        },
      };
    })
    .filter(({ answer }) => answer.before !== answer.after || answer.fields.length > 0)
    .toSorted((one, other) => one.place - other.place)
    .map(({ answer }) => answer);
}

interface QuestionTitle {
  readonly stage: number;
  readonly title: string;
  readonly place: number;
  /** Labels of its asks, by key. */
  readonly asks: ReadonlyMap<string, string>;
}

function titlesOf(states: readonly TableAccess[]): ReadonlyMap<string, QuestionTitle> {
  const titles = new Map<string, QuestionTitle>();
  for (const rows of states)
    for (const { id, stage, questionSetId } of rows.all('cycle')) {
      const questions = rows.find('questionSet', questionSetId)?.content.questions ?? [];
      for (const [place, { key, title, asks }] of questions.entries())
        titles.set(`${id} ${key}`, { stage, title, place, asks: new Map(asks.map((ask) => [ask.key, ask.label])) });
    }
  return titles;
}

function ticksOf(rows: TableAccess): ReadonlyMap<string, readonly string[]> {
  const byAnswer = Map.groupBy(rows.all('askTick', {}, ['askKey']), ({ answerId }) => answerId);
  return new Map([...byAnswer].map(([id, ticks]) => [id, ticks.map(({ askKey }) => askKey)]));
}

function plansOf(before: TableAccess, after: TableAccess): VersionComparison['plans'] {
  const [from, to] = [actionStates(before), actionStates(after)];
  return pairs(before.all('plan'), after.all('plan')).flatMap(([planBefore, planAfter]) => {
    const plan = planAfter ?? planBefore;
    if (!plan) return [];
    const of = (states: readonly ActionState[]) => states.filter(({ action }) => action.planId === plan.id);
    const [then, now] = [of(from), of(to)];
    const both = pairs(then, now, ({ action }) => action.id);
    const actions = both.flatMap(([left, right]) => {
      const fields = differences(left?.fields ?? {}, right?.fields ?? {});
      if (left && right && fields.length === 0) return [];
      const { action } = (right ?? left) as ActionState;
      return [{ id: action.id, name: fullName(action), presence: presenceOf(left, right), fields }];
    });
    const moved = both.flatMap(([left, right]) =>
      left && right && left.rag !== right.rag
        ? [{ id: right.action.id, name: fullName(right.action), before: left.rag, after: right.rag }]
        : [],
    );
    return actions.length === 0
      ? []
      : [{ id: plan.id, title: plan.title, before: totalsOf(then), after: totalsOf(now), moved, actions }];
  });
}

interface ActionState {
  readonly action: Action;
  readonly rag: Rag | null;
  readonly fields: Fields;
}

/** The actions that are not in the bin, in order, each with its current rating and what becomes of it. */
function actionStates(rows: TableAccess): readonly ActionState[] {
  const ratings = new Map<string, Rating>();
  for (const rating of rows.all('rating', {}, ['ratedOn', 'ratedAt'])) ratings.set(rating.actionId, rating);
  const actions = rows.all('action', { binned: 0 }, ['planId', 'position']);
  const names = new Map(actions.map((action) => [action.id, actionName(action)]));
  const outcomes = Map.groupBy(rows.all('lineage'), ({ fromActionId }) => fromActionId);
  return actions.map((action) => {
    const { id: _id, planId: _planId, position: _position, binned: _binned, ...own } = action;
    const { rag = null, progress = '', explanation = '', ratedOn = null } = ratings.get(action.id) ?? {};
    const whatNext = (outcomes.get(action.id) ?? []).map(({ kind, toActionId, reason }) =>
      [lineageWords[kind], toActionId === null ? '' : (names.get(toActionId) ?? ''), reason].filter(Boolean).join(': '),
    );
    return { action, rag, fields: { ...own, rag, ratedOn, progress, explanation, whatNext } };
  });
}

function totalsOf(states: readonly ActionState[]): VersionComparison['plans'][number]['before'] {
  const count = (rag: Rag | null) => states.filter((state) => state.rag === rag).length;
  return { green: count('green'), amber: count('amber'), red: count('red'), notRated: count(null) };
}

function othersOf<Table extends TableName>(
  table: Table,
  before: TableAccess,
  after: TableAccess,
): VersionComparison['others'] {
  return pairs(before.all(table), after.all(table)).flatMap(([from, to]) => {
    const fields = differences(fieldsOf(from), fieldsOf(to));
    if (from && to && fields.length === 0) return [];
    const row = (to ?? from) as Row<Table>;
    return [{ id: row.id, table, name: nameOf(row), presence: presenceOf(from, to), fields }];
  });
}

function fieldsOf(row: { readonly id: string } | undefined): Fields {
  const { id: _id, ...fields } = row ?? { id: '' };
  return fields;
}

/** What a person would call the row by: the first of its telling columns that holds something. */
function nameOf(row: Fields): string {
  for (const column of ['title', 'name', 'code', 'role', 'words', 'definition']) {
    const value = row[column];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, nameCharacters);
  }
  return '';
}

/** Enough to know an entry by in a list. */
const nameCharacters = 120;

const fullName = ({ ref, text }: Action): string =>
  [ref.trim(), text.trim()].filter(Boolean).join(' · ').slice(0, nameCharacters);

const presenceOf = (from: unknown, to: unknown): Presence => (!from ? 'added' : !to ? 'removed' : 'changed');

/** Rows of two states side by side, in the order of the later one, those that are gone after them. */
function pairs<Value extends object>(
  before: readonly Value[],
  after: readonly Value[],
  keyOf: (value: Value) => string = (value) => String((value as { readonly id?: unknown }).id),
): readonly (readonly [Value | undefined, Value | undefined])[] {
  const [left, right] = [before, after].map((values) => new Map(values.map((value) => [keyOf(value), value])));
  return [
    ...after.map((value) => [left?.get(keyOf(value)), value] as const),
    ...before.filter((value) => !right?.has(keyOf(value))).map((value) => [value, undefined] as const),
  ];
}

function differences(before: Fields, after: Fields): Difference {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    const same = JSON.stringify(from) === JSON.stringify(to);
    return same || (isBlank(from) && isBlank(to)) ? [] : [{ field, before: from, after: to }];
  });
}

function isBlank(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
