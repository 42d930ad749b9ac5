import { Refusal } from '#shared/errors.ts';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import { ensureUnsigned, type SignedPlace } from '../signOff/signedGuard.ts';
import { signedPlaceOf } from '../signOff/signedPlace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import type { RowMerge } from './mergeRow.ts';
import { mergeStates } from './mergeStates.ts';
import { type Reference, referencesOf } from './references.ts';
import type { ReturnedCopy } from './returnedCopy.ts';
import { rowsNow } from './stateSince.ts';
import { type Lookup, type Subject, subjectOf } from './subjects.ts';
import { type OrderedList, twoOrders } from './twoOrders.ts';

/** What a copy brings to the workspace as it is, before anything is decided. */
export interface MergePlan {
  readonly references: readonly Reference[];
  readonly here: StoredTables;
  readonly rows: readonly RowMerge[];
  /** Names of what stays as it is because it was signed. */
  readonly signed: readonly string[];
  readonly notes: readonly string[];
  readonly find: Lookup;
  readonly subject: (row: RowMerge) => Subject;
}

export function planMerge(access: TableAccess, copy: ReturnedCopy): MergePlan {
  const references = referencesOf(access.database);
  const here = rowsNow(access.database);
  const merge = mergeStates(references, copy.common, here, copy.now);
  const { kept } = merge;
  const forms = otherForms(merge.rows);
  const rows = merge.rows.filter(({ table, id, here: mine, copy: theirs }) => {
    if (table === 'officialForm') return !forms.has(id);
    return table !== 'officialPrompt' || !forms.has(String((theirs ?? mine)?.formId));
  });
  const find: Lookup = (table, id) =>
    here.get(table)?.get(id) ?? copy.now.get(table)?.get(id) ?? copy.common.get(table)?.get(id);
  const subject = (row: RowMerge) => subjectOf(find, row.table, (row.here ?? row.copy ?? row.common) as StoredRow);
  const closed = new Set(rows.filter((row) => isClosed(access, row)));
  const namesOf = (some: Iterable<RowMerge>) => [...new Set([...some].map((row) => subject(row).name))];
  const notes = namesOf(kept).map(
    (name) => `${name} was removed in the copy and stays, because something here belongs to it.`,
  );
  for (const list of twoOrders(copy.common, here, copy.now))
    notes.push(
      `${listName(find, list)} were put in order here and in the copy, each in another way. What both moved stays where it is here.`,
    );
  if (forms.size > 0)
    notes.push('The official form that was opened in the copy stays there, because another one was opened here.');
  for (const stage of startedTwice(here, copy))
    notes.push(
      `Stage ${stage} was started here and in the copy. Untick the one of the copy, unless both are to be here afterwards.`,
    );
  if (copy.recordsMade > 0)
    notes.push(
      'Steps of sign-off, issued documents and imports that were recorded in the copy stay there. What they changed in the plans and answers comes in like everything else.',
    );
  return {
    references,
    here,
    rows: rows.filter((row) => !closed.has(row)),
    signed: namesOf(closed),
    notes,
    find,
    subject,
  };
}

function listName(find: Lookup, { table, parentId }: OrderedList): string {
  const title = (parent: TableName) => String(find(parent, parentId ?? '')?.title ?? '');
  switch (table) {
    case 'action':
      return `The actions of ${title('plan') || 'a plan'}`;
    case 'frameworkItem':
      return `The items of ${title('framework') || 'a framework'}`;
    case 'framework':
      return 'The frameworks';
    case 'signatory':
      return 'The people who sign';
    default:
      return 'The kinds of evidence';
  }
}

/** Official forms of which each side opened another: the prompts of two forms make no third. */
const otherForms = (rows: readonly RowMerge[]): ReadonlySet<string> =>
  new Set(
    rows
      .filter(({ table, conflicts }) => table === 'officialForm' && conflicts.includes('attachmentId'))
      .map(({ id }) => id),
  );

/** Stages of which both sides began a cycle of their own since the common state. */
function startedTwice(here: StoredTables, copy: ReturnedCopy): readonly unknown[] {
  const begun = (side: StoredTables) =>
    [...(side.get('cycle') ?? [])].filter(([id]) => !copy.common.get('cycle')?.has(id)).map(([, { stage }]) => stage);
  const ours = begun(here);
  const isOurs = (id: string) => here.get('cycle')?.has(id) === true;
  const theirs = [...(copy.now.get('cycle') ?? [])].filter(([id]) => !copy.common.get('cycle')?.has(id) && !isOurs(id));
  return theirs.map(([, { stage }]) => stage).filter((stage) => ours.includes(stage));
}

/** Through the one gate that every change of what was signed goes through. */
function isClosed(access: TableAccess, { table, here, copy, common }: RowMerge): boolean {
  return [here, copy].some((row) => {
    // An action that was added in the copy joins what was signed marked as added since, as one that is added here does.
    const isNew = table === 'action' && !here && !common;
    const place: SignedPlace | null | undefined =
      row && (isNew ? { planId: String(row.planId), part: 'review' } : signedPlaceOf(access, table, row));
    if (!place) return false;
    try {
      ensureUnsigned(access, place);
      return false;
    } catch (cause) {
      if (cause instanceof Refusal && cause.code === 'signed-off') return true;
      throw cause;
    }
  });
}
