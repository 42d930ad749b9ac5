import type { Database, Statement } from 'better-sqlite3';
import type { HistoryState } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import type { RowChange, TableName } from '#shared/model/tables.ts';
import { rowFromStored, type StoredRow } from '../workspace/rows.ts';
import { statementOf } from '../workspace/statements.ts';

export type StepKind = 'command' | 'undo' | 'redo';

export interface StepStart {
  readonly at: string;
  readonly channel: string;
  readonly screen: string;
  readonly kind: StepKind;
  /** Commands in a row with the same key, within a minute of the first, are one step: typing is one undo. */
  readonly gatherKey: string | null;
}

/** One entry of the log: images are rows as stored, by column name. */
export interface Change {
  readonly id: number;
  readonly table: TableName;
  readonly rowId: string;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

interface StepRow {
  readonly id: number;
  readonly at: string;
  readonly label: string;
  readonly screen: string;
  readonly gatherKey: string | null;
}

/** Opens a step inside the running transaction, or goes on with the newest where it gathers. */
export function beginStep(database: Database, start: StepStart): number {
  statementOf(database, 'DELETE FROM currentStep').run();
  const going = gathered(database, start);
  if (going !== undefined) statementOf(database, 'UPDATE step SET savedAt = ? WHERE id = ?').run(start.at, going);
  const id = going ?? insertStep(database, start);
  statementOf(database, 'INSERT INTO currentStep (id) VALUES (?)').run(id);
  return id;
}

/** Closes the step: names it, or takes it away when nothing was changed. Returns what changed, in order. */
export function finishStep(
  database: Database,
  stepId: number,
  kind: StepKind,
  label: string,
  sinceChangeId: number,
): readonly Change[] {
  const changes = changesOfStep(database, stepId, sinceChangeId);
  if (changes.length === 0) {
    statementOf(database, 'DELETE FROM step WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE stepId = ?)').run(
      stepId,
      stepId,
    );
  } else {
    statementOf(database, 'UPDATE step SET label = ? WHERE id = ?').run(label, stepId);
    if (kind === 'command') statementOf(database, "UPDATE step SET state = 'abandoned' WHERE state = 'undone'").run();
  }
  statementOf(database, 'DELETE FROM currentStep').run();
  return changes;
}

export const newestChangeId = (database: Database): number =>
  (statementOf(database, 'SELECT coalesce(max(id), 0) AS id FROM change').get() as { readonly id: number }).id;

export function changesOfStep(database: Database, stepId: number, sinceChangeId = 0): readonly Change[] {
  const rows = statementOf(
    database,
    'SELECT id, tableName, rowId, before, after FROM change WHERE stepId = ? AND id > ? ORDER BY id',
  ).all(stepId, sinceChangeId) as ChangeRow[];
  return rows.map(changeOf);
}

/** Everything that happened to one row, oldest first, each with the step it belongs to. */
export function changesOfRow(
  database: Database,
  rowId: string,
): readonly {
  readonly stepId: number;
  readonly at: string;
  readonly label: string;
  readonly kind: StepKind;
  readonly change: Change;
}[] {
  const rows = statementOf(
    database,
    `SELECT change.id, tableName, rowId, before, after, stepId, at, label, kind
       FROM change JOIN step ON step.id = change.stepId WHERE rowId = ? ORDER BY change.id`,
  ).all(rowId) as (ChangeRow & {
    readonly stepId: number;
    readonly at: string;
    readonly label: string;
    readonly kind: StepKind;
  })[];
  return rows.map((row) => ({
    stepId: row.stepId,
    at: row.at,
    label: row.label,
    kind: row.kind,
    change: changeOf(row),
  }));
}

interface ChangeRow {
  readonly id: number;
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

const changeOf = (row: ChangeRow): Change => ({
  id: row.id,
  table: row.tableName,
  rowId: row.rowId,
  before: row.before === null ? null : (JSON.parse(row.before) as StoredRow),
  after: row.after === null ? null : (JSON.parse(row.after) as StoredRow),
});

/** Takes back the newest step that is done. Returns its label and where it was done. */
export function undo(database: Database): { readonly label: string; readonly screen: string } {
  const step = newestDone(database);
  if (!step) throw new Refusal('nothing-to-undo');
  const { put } = rowImages(database);
  for (const change of changesOfStep(database, step.id).toReversed()) {
    put(change.table, change.rowId, change.after, change.before);
  }
  setState(database, step.id, 'undone');
  return step;
}

/** Does again the oldest step that is undone. */
export function redo(database: Database): { readonly label: string; readonly screen: string } {
  const step = oldestUndone(database);
  if (!step) throw new Refusal('nothing-to-redo');
  const { put } = rowImages(database);
  for (const change of changesOfStep(database, step.id)) {
    put(change.table, change.rowId, change.before, change.after);
  }
  setState(database, step.id, 'done');
  return step;
}

/**
 * Rows by their images: reading one, and putting one from an image to another, which refuses with `undo-conflict` where
 * the row is not as the first image says. Made once for many rows, so that each statement is prepared once.
 */
export interface RowImages {
  readonly read: (table: TableName, rowId: string) => StoredRow | null;
  readonly put: (table: TableName, rowId: string, from: StoredRow | null, to: StoredRow | null) => void;
}

export function rowImages(database: Database): RowImages {
  const prepare = (sql: string): Statement => statementOf(database, sql);
  const read = (table: TableName, rowId: string): StoredRow | null =>
    (prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as StoredRow | undefined) ?? null;
  return {
    read,
    put: (table, rowId, from, to) => {
      if (!isAs(read(table, rowId), from)) throw new Refusal('undo-conflict', { place: table });
      // Only what differs: the search index and the others are not kept up for columns that stay.
      const written = Object.entries(to ?? {}).filter(([name, value]) => value !== from?.[name]);
      const names = written.map(([name]) => name);
      const values = written.map(([, value]) => value);
      const quoted = names.map((name) => `"${name}"`);
      if (!to) prepare(`DELETE FROM "${table}" WHERE id = ?`).run(rowId);
      else if (!from) {
        const places = quoted.map(() => '?').join(', ');
        prepare(`INSERT INTO "${table}" (${quoted.join(', ')}) VALUES (${places})`).run(...values);
      } else if (written.length > 0) {
        const assignments = quoted.map((name) => `${name} = ?`).join(', ');
        prepare(`UPDATE "${table}" SET ${assignments} WHERE id = ?`).run(...values, rowId);
      }
    },
  };
}

/** Whether a row is as an image says. Columns that a later migration added are not in the image and do not count. */
function isAs(row: StoredRow | null, image: StoredRow | null): boolean {
  if (!row || !image) return row === image;
  return Object.entries(image).every(([name, value]) => row[name] === value);
}

/** What Undo and Redo would do now, and how far the log has come. `savedAt` is the newest commit. */
export function historyState(database: Database): HistoryState {
  const newest = statementOf(database, 'SELECT id, savedAt FROM step ORDER BY id DESC LIMIT 1').get() as
    | { readonly id: number; readonly savedAt: string }
    | undefined;
  return {
    undo: newestDone(database)?.label ?? null,
    redo: oldestUndone(database)?.label ?? null,
    stepId: newest?.id ?? 0,
    savedAt: newest?.savedAt ?? null,
  };
}

/** The rows of a list of changes as they are after them, each once, for the `changed` event. */
export function rowChanges(changes: readonly Change[]): readonly RowChange[] {
  const newest = new Map<string, Change>();
  for (const change of changes) newest.set(`${change.table} ${change.rowId}`, change);
  return [...newest.values()].map(({ table, rowId, after }) => ({
    table,
    id: rowId,
    row: after && { ...rowFromStored(table, after) },
  }));
}

/**
 * The step with which a copy begins has no change, and there is nothing in it to take back. The step that made the
 * workspace, and its institution with it, is never taken back: a workspace without one has no screen to stand on.
 */
const newestDone = (database: Database): StepRow | undefined =>
  statementOf(
    database,
    `SELECT * FROM step WHERE kind = 'command' AND state = 'done'
       AND EXISTS (SELECT 1 FROM change WHERE stepId = step.id)
       AND NOT EXISTS
         (SELECT 1 FROM change WHERE stepId = step.id AND tableName = 'institution' AND before IS NULL)
     ORDER BY id DESC LIMIT 1`,
  ).get() as StepRow | undefined;

const oldestUndone = (database: Database): StepRow | undefined =>
  statementOf(database, "SELECT * FROM step WHERE kind = 'command' AND state = 'undone' ORDER BY id LIMIT 1").get() as
    | StepRow
    | undefined;

function setState(database: Database, stepId: number, state: 'done' | 'undone'): void {
  statementOf(database, 'UPDATE step SET state = ? WHERE id = ?').run(state, stepId);
  // The running step says which one it took back or did again.
  statementOf(database, 'UPDATE step SET ofStepId = ? WHERE id = (SELECT id FROM currentStep)').run(stepId);
}

function gathered(database: Database, start: StepStart): number | undefined {
  if (start.gatherKey === null) return undefined;
  const newest = statementOf(database, 'SELECT * FROM step ORDER BY id DESC LIMIT 1').get() as
    | (StepRow & { readonly state: string })
    | undefined;
  if (!newest || newest.gatherKey !== start.gatherKey || newest.state !== 'done') return undefined;
  const age = Date.parse(start.at) - Date.parse(newest.at);
  return age >= 0 && age <= workspaceLimits.gatherMilliseconds ? newest.id : undefined;
}

function insertStep(database: Database, start: StepStart): number {
  const { lastInsertRowid } = statementOf(
    database,
    "INSERT INTO step (at, savedAt, channel, label, screen, kind, state, gatherKey) VALUES (?, ?, ?, '', ?, ?, 'done', ?)",
  ).run(start.at, start.at, start.channel, start.screen, start.kind, start.gatherKey);
  return Number(lastInsertRowid);
}
