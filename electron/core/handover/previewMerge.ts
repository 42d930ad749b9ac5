import type { MergeConflict, MergeItem, MergePreview } from '#shared/contract/handover.ts';
import type { TableName } from '#shared/model/tables.ts';
import { lineageWords, ragWords } from '../actionPlan/actionWords.ts';
import { dayInWords } from '../cycle/rules.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import { rowFromStored, type StoredRow } from '../workspace/rows.ts';
import { mayKeepBoth } from './decideMerge.ts';
import { type RowMerge, whole } from './mergeRow.ts';
import { columnsOf, isQuiet, type Unit, unitValue } from './mergeUnits.ts';
import type { MergePlan } from './planMerge.ts';
import type { ReturnedCopy } from './returnedCopy.ts';
import { isCarried } from './settleMerge.ts';
import { askLabel, subjectOf, targetName } from './subjects.ts';

/** The key of a question: the row and its field. */
export const conflictKey = ({ table, id }: RowMerge, unit: Unit): string => `${table} ${id} ${unit}`;

export function previewMerge(plan: MergePlan, copy: ReturnedCopy, change: number): MergePreview {
  const { fileName, sha256, origin, mergedAt } = copy;
  return {
    fileName,
    toName: origin.toName,
    byName: origin.byName,
    handedAt: origin.handedAt,
    withInternal: origin.withInternal,
    mergedAt,
    seen: { sha256, change },
    items: itemsOf(plan, copy),
    conflicts: plan.rows.flatMap((row) => row.conflicts.map((unit) => conflictOf(plan, row, unit))),
    signed: plan.signed,
    notes: plan.notes,
  };
}

const order: readonly MergeItem['kind'][] = [
  'answer',
  'action',
  'voice',
  'evidence',
  'framework',
  'institution',
  'other',
];

function itemsOf(plan: MergePlan, copy: ReturnedCopy): readonly MergeItem[] {
  const byKey = new Map(plan.rows.map((row) => [`${row.table} ${row.id}`, row]));
  const items = new Map<string, { readonly item: MergeItem; readonly lines: MergeItem['lines'][number][] }>();
  for (const row of plan.rows) {
    if (isCarried(row.table) || !comesIn(row)) continue;
    const { key, kind, name } = plan.subject(row);
    const known = items.get(key) ?? {
      item: { key, kind, name, presence: presenceOf(byKey.get(key)), lines: [] },
      lines: [],
    };
    known.lines.push(lineOf(plan, copy, row));
    items.set(key, known);
  }
  return [...items.values()]
    .map(({ item, lines }) => ({ ...item, lines }))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

/** Whether anything of the row comes in without a question. */
const comesIn = ({ here, merged, taken, conflicts }: RowMerge): boolean =>
  !conflicts.includes(whole) && (taken.length > 0 || here === null || merged === null);

function presenceOf(own: RowMerge | undefined): MergeItem['presence'] {
  if (!own || own.conflicts.includes(whole)) return 'changed';
  if (own.together.length > 0) return 'together';
  return own.here === null ? 'added' : own.merged === null ? 'removed' : 'changed';
}

function lineOf(plan: MergePlan, copy: ReturnedCopy, row: RowMerge): MergeItem['lines'][number] {
  const { table, here, merged, taken } = row;
  const shown = merged ?? (here as StoredRow);
  const columns = here && merged ? taken.flatMap((unit) => columnsOf(table, columnIn(unit))) : Object.keys(shown);
  const [before, after] = [here, merged].map((each) => (each ? rowFromStored(table, each) : {})) as Readonly<
    Record<string, unknown>
  >[];
  const fields = [...new Set(columns)].flatMap((field) => {
    const [from, to] = [before?.[field] ?? null, after?.[field] ?? null];
    return isUnread(plan, table, field) || JSON.stringify(from) === JSON.stringify(to)
      ? []
      : [{ field, before: from, after: to }];
  });
  return { table, what: whatOf(plan, copy, row, shown), fields };
}

/** What says nothing to a person: ids, the place in a list, and of a text all but the text itself. */
function isUnread({ references }: MergePlan, table: TableName, field: string): boolean {
  if (field === 'id' || field === 'position' || isQuiet(table, field)) return true;
  if (toldInWords.has(table)) return true;
  if (table === 'answer' && (field === 'content' || field === 'words')) return true;
  return references.some((reference) => reference.table === table && reference.column === field);
}

/** Their sentence says all of it. */
const toldInWords: ReadonlySet<TableName> = new Set<TableName>(['askTick', 'link', 'earlierFile']);

const columnIn = (unit: Unit): string => unit.split('.')[0] ?? unit;

/** A short sentence where the fields alone do not say it. */
function whatOf(
  { find, here: rows }: MergePlan,
  copy: ReturnedCopy,
  { table, here, merged, taken, together }: RowMerge,
  shown: StoredRow,
): string {
  if (together.length > 0) return `${togetherWords}${here?.state === 'ready' ? draftAgain : ''}`;
  const isGone = merged === null;
  const isNew = here === null;
  switch (table) {
    case 'askTick':
      return `${isGone ? 'Unticked' : 'Ticked'}: ${askLabel(find, shown)}`;
    case 'link':
      return `${isGone ? 'No longer linked to' : 'Linked to'} ${targetName(find, shown)}`;
    case 'rating':
      return isNew ? ratedWords(shown, wasRatedHere(rows, copy, shown)) : '';
    case 'lineage':
      return `${isGone ? 'No longer decided' : 'Decided'}: ${lineageWords[shown.kind as keyof typeof lineageWords]}`;
    case 'earlierFile':
      return 'A file that stood here before';
    default:
      if (taken.includes('binned')) return merged?.binned === 1 ? 'Put in the bin' : 'Taken out of the bin';
      return taken.length > 0 && taken.every((unit) => unit === 'position') ? 'Moved to another place' : '';
  }
}

const togetherWords =
  'Both wrote in it, in different places. This is all of it as it will be: underlined or struck through is what the copy changes, the rest stands here already.';
const draftAgain = ' It is a draft again until somebody has read it.';

const ratedWords = ({ rag, ratedOn }: StoredRow, alsoHere: boolean): string =>
  [
    rag ? `Rated ${ragWords[rag as keyof typeof ragWords]}` : 'Progress written, not yet rated',
    ` on ${dayInWords(String(ratedOn))}`,
    alsoHere ? '. It was rated here too since then; both stay, and the newer one counts' : '',
  ].join('');

/** Whether the action was rated here since both began: no question, since ratings add up, but worth knowing. */
const wasRatedHere = (here: StoredTables, copy: ReturnedCopy, { actionId }: StoredRow): boolean =>
  [...(here.get('rating') ?? [])].some(([id, row]) => row.actionId === actionId && !copy.now.get('rating')?.has(id));

function conflictOf(plan: MergePlan, row: RowMerge, unit: Unit): MergeConflict {
  const { kind, name } = plan.subject(row);
  const { table, common, here, copy } = row;
  const shown = (state: StoredRow | null): unknown =>
    unit === whole ? state !== null : state && inWords(plan, table, state, unit);
  return {
    key: conflictKey(row, unit),
    kind,
    name,
    table,
    field: unit,
    common: shown(common),
    here: shown(here),
    copy: shown(copy),
    mayKeepBoth: unit !== whole && mayKeepBoth(table, unit),
  };
}

/** A field as a value to be read: rich text as its words, a pair as its two halves. */
function inWords(plan: MergePlan, table: TableName, row: StoredRow, unit: Unit): unknown {
  if (unit.includes('.')) return JSON.parse(unitValue(table, row, unit)) as unknown;
  if (unit === 'content') return row.plainText ?? rowFromStored(table, row);
  const values = rowFromStored(table, row) as Readonly<Record<string, unknown>>;
  const columns = columnsOf(table, unit);
  if (unit === 'asked')
    return [`asked ${values.asked ?? 'nobody knows'}`, `replied ${values.replied ?? 'nobody knows'}`];
  const given = columns
    .map((column) => nameInstead(plan, table, column, values[column]))
    .filter((value) => value !== null && value !== '');
  return given.length > 1 ? given : (given[0] ?? '');
}

/** What a column names, by its name; nobody reads an id. */
function nameInstead({ references, find }: MergePlan, table: TableName, column: string, value: unknown): unknown {
  const reference = references.find((each) => each.table === table && each.column === column);
  if (typeof value !== 'string' || !reference || reference.parentColumn !== 'id') return value;
  const row = find(reference.parent, value);
  if (!row) return 'something that is gone';
  return reference.parent === 'attachment' ? row.fileName : subjectOf(find, reference.parent, row).name;
}
