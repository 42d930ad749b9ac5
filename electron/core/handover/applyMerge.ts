import type { MergeChoice, MergeReport } from '#shared/contract/handover.ts';
import { Refusal } from '#shared/errors.ts';
import { tables } from '#shared/model/tables.ts';
import { keepContent, sha256Of } from '../files/contents.ts';
import { rowImages } from '../history/steps.ts';
import type { CommandContext } from '../services.ts';
import { isPlanSubmitted } from '../signOff/signedGuard.ts';
import { codeOf } from '../workspace/connection.ts';
import { rowFromStored, type StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { decide, type RowWrite } from './decideMerge.ts';
import { makeRoom } from './makeRoom.ts';
import type { RowMerge } from './mergeRow.ts';
import { ownId } from './ownId.ts';
import type { MergePlan } from './planMerge.ts';
import { conflictKey } from './previewMerge.ts';
import type { ReturnedCopy } from './returnedCopy.ts';
import { isCarried, settle } from './settleMerge.ts';
import { subjectOf } from './subjects.ts';

export interface Wanted {
  readonly leftOut: readonly string[];
  readonly choices: readonly { readonly key: string; readonly choice: MergeChoice }[];
}

/**
 * Brings a copy in by what was decided, inside the running step, and keeps how far it has been merged. Throws
 * `refused-by-rule` where a question is open or a row would not be one of this application, and `copy-damaged` where a
 * file in the copy is not what its check sum says.
 */
export function applyMerge(context: CommandContext, plan: MergePlan, copy: ReturnedCopy, wanted: Wanted): MergeReport {
  const { rows, label } = context;
  const leftOut = new Set(wanted.leftOut);
  const choices = new Map(wanted.choices.map(({ key, choice }) => [key, choice]));
  const choiceOf = (row: RowMerge, unit: string): MergeChoice => {
    const choice = choices.get(conflictKey(row, unit));
    if (!choice)
      throw new Refusal('refused-by-rule', { reason: `Decide first what becomes of: ${plan.subject(row).name}.` });
    return choice;
  };
  const isLeftOut = (row: RowMerge) => !isCarried(row.table) && leftOut.has(plan.subject(row).key);
  const settled = settle(plan.references, plan.here, decide(plan.rows, { isLeftOut, choiceOf }));
  const roomy = makeRoom(plan.here, copy.now, settled.writes);
  const writes = roomy.writes.map((write) => asHere(rows, write));
  ensureRows(plan, writes);
  for (const { table, from, to } of writes) if (table === 'attachment' && !from && to) bringContent(context, copy, to);
  write(rows, writes);
  keepMergePoint(context, copy);
  const things = new Set(writes.filter(({ table }) => !isCarried(table)).map((each) => keyOfWrite(plan, each)));
  const sentence =
    things.size === 0
      ? `Merged the copy of ${copy.origin.toName}, which brought nothing new`
      : `Merged the copy of ${copy.origin.toName}: ${things.size} ${things.size === 1 ? 'thing' : 'things'} changed`;
  label(sentence);
  const nameOf = ({ table, from, to }: RowWrite) => subjectOf(plan.find, table, (from ?? to) as StoredRow).name;
  const told = (some: readonly RowWrite[], why: string) =>
    [...new Set(some.map(nameOf))].map((name) => `${name} ${why}`);
  return {
    sentence,
    changes: things.size,
    notes: [
      ...plan.notes,
      ...plan.rows
        .filter((row) => row.together.length > 0 && !isLeftOut(row))
        .map((row) => `${plan.subject(row).name} holds what both wrote, in different places: read it once.`),
      ...plan.signed.map((name) => `${name} stays as it was signed.`),
      ...roomy.notes,
      ...told(
        settled.dropped.filter(({ table }) => !isCarried(table)),
        'did not come in whole, because what it belongs to is not here.',
      ),
      ...told(settled.kept, 'stays, because something here belongs to it.'),
    ],
  };
}

const keyOfWrite = (plan: MergePlan, { table, from, to }: RowWrite): string =>
  subjectOf(plan.find, table, (from ?? to) as StoredRow).key;

/** What joins a plan that has gone out was not in what was submitted, whatever the copy knew of that. */
function asHere(rows: TableAccess, write: RowWrite): RowWrite {
  const { table, from, to } = write;
  if (table === 'plan' && !from && to) return { ...write, to: { ...to, submittedOn: null } };
  if (table !== 'action' || from || !to || !rows.find('plan', String(to.planId))) return write;
  return isPlanSubmitted(rows, String(to.planId)) ? { ...write, to: { ...to, addedSinceSubmission: 1 } } : write;
}

function ensureRows(plan: MergePlan, writes: readonly RowWrite[]): void {
  for (const each of writes) {
    const { table, to } = each;
    if (!to || tables[table].safeParse(rowFromStored(table, to)).success) continue;
    const { name } = subjectOf(plan.find, table, to);
    throw new Refusal('refused-by-rule', {
      reason: `${name} would become longer than it may be. Keep one of the two texts.`,
    });
  }
}

function bringContent({ rows }: CommandContext, copy: ReturnedCopy, attachment: StoredRow): void {
  const sum = String(attachment.sha256);
  const bytes = copy.contentOf(sum);
  if (!bytes) {
    // The bytes may be here already, from a file of the same contents.
    if (rows.select('SELECT 1 FROM content WHERE sha256 = ?', sum).length > 0) return;
    throw new Refusal('copy-damaged', { fileName: copy.fileName });
  }
  if (sha256Of(bytes) !== sum) throw new Refusal('copy-damaged', { fileName: copy.fileName });
  keepContent(rows.database, bytes);
}

/** What goes makes room for what changes, and that for what comes. */
function write(rows: TableAccess, writes: readonly RowWrite[]): void {
  const images = rowImages(rows.database);
  const gone = writes.filter(({ to }) => !to);
  const edited = writes.filter(({ from, to }) => from && to);
  const added = writes.filter(({ from }) => !from);
  try {
    for (const { table, id, from, to } of [...gone, ...edited, ...added]) images.put(table, id, from, to);
  } catch (cause) {
    if (!codeOf(cause).startsWith('SQLITE_CONSTRAINT')) throw cause;
    throw new Refusal(
      'refused-by-rule',
      { reason: 'Two things would have to be in one place. Leave one of them out.' },
      { cause },
    );
  }
  // References are checked by SQLite at the commit, too late to say what was wrong.
  if ((rows.database.pragma('foreign_key_check') as readonly unknown[]).length > 0)
    throw new Refusal('refused-by-rule', { reason: 'Something would be left that belongs to nothing. Leave it out.' });
}

/** A copy that nobody put on the list, or that was taken off it, is on it again once it is back. */
function keepMergePoint({ rows, now }: CommandContext, { origin, fileName, through, mark }: ReturnedCopy): void {
  const point = { mergedAt: now, mergedThrough: through, mergedMark: mark };
  if (rows.find('handover', origin.id)) {
    rows.update('handover', origin.id, point);
    return;
  }
  const { id, toName, byName, handedAt, withInternal } = origin;
  rows.insert('handover', { id, fromId: ownId(rows), toName, byName, fileName, handedAt, withInternal, ...point });
}
