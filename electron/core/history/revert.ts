import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import type { CommandContext } from '../services.ts';
import { codeOf } from '../workspace/connection.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { editedSince } from './editedSince.ts';
import { type NetChange, netChanges } from './fieldChanges.ts';
import { changesOfStep, type RowImages, rowImages } from './steps.ts';

export interface RevertOptions {
  /** Takes back what can be and leaves the rest: values edited since stay, created actions in use go to the bin. */
  readonly evenIfEdited?: boolean;
  /** Rows of these tables stay as the step left them: the record of an import outlives the import. */
  readonly keepTables?: readonly TableName[];
  /** Rows of these tables that were edited since stay so without asking: they serve others than this step. */
  readonly yieldTables?: readonly TableName[];
}

/** What became of the rows that the step had changed. */
export interface Reverted {
  /** Rows that got values back, or came back. */
  readonly restored: number;
  /** Created rows that are gone again. */
  readonly removed: number;
  /** Created actions that are in the bin, because something belongs to them or they were edited. */
  readonly binned: number;
  /** Rows that still differ from before the step in what was edited since, or that had to stay. */
  readonly left: number;
}

/**
 * Takes one earlier step back at any later time, by its before-images, inside the running step (which undo can take
 * back in turn). Only fields that the step changed are touched, so work done since on others stays.
 * Throws `not-found` for a step that is not there, and `undo-conflict` where the step is already undone, or where
 * without `evenIfEdited` a value it set has been edited since or something belongs to a row it created; `detail.edited`
 * then lists all of it, so that a person can decide.
 */
export function revertStep(context: CommandContext, stepId: number, options: RevertOptions = {}): Reverted {
  const { database } = context.rows;
  const { evenIfEdited = false, keepTables = [], yieldTables = [] } = options;
  const step = database.prepare('SELECT state FROM step WHERE id = ?').get(stepId) as
    | { readonly state: string }
    | undefined;
  if (!step) throw new Refusal('not-found', { place: 'step' });
  if (step.state !== 'done') throw new Refusal('undo-conflict', { reason: 'This is undone already.' });

  const images = rowImages(database);
  const changes = netChanges(changesOfStep(database, stepId))
    .filter(({ table }) => !keepTables.includes(table))
    .map((change) => ({ ...change, now: images.read(change.table, change.rowId) }));
  const removable = rowsToRemove(database, changes);
  const counts = { restored: 0, removed: 0, binned: 0, left: 0 };
  const ways = changes.map((change) => ({ change, way: wayBack(change, removable.has(keyOf(change))) }));
  const obstacles = ways.flatMap(({ change: { table, rowId }, way: { obstacle, fields = [] } }) =>
    obstacle && !yieldTables.includes(table) ? [{ table, rowId, fields, reason: obstacle }] : [],
  );
  const [first] = obstacles;
  if (first && !evenIfEdited) {
    const edited = editedSince(context.rows, obstacles);
    throw new Refusal('undo-conflict', { place: first.table, reason: first.reason, edited });
  }
  // Later rows first, as undo does: what was made last hangs on what was made before.
  for (const { change, way } of ways.toReversed()) {
    const { table, rowId, now } = change;
    const { outcome, to, obstacle } = way;
    if (obstacle && yieldTables.includes(table)) continue;
    if (to !== undefined) putBack(images, table, rowId, now, to);
    if (outcome) counts[outcome] += 1;
    if (outcome === 'restored' && obstacle) counts.left += 1;
  }
  // References are checked by SQLite at the commit, too late to say what was wrong.
  if ((database.pragma('foreign_key_check') as readonly unknown[]).length > 0) {
    throw new Refusal('undo-conflict', { reason: 'What it belongs to has been removed since.' });
  }
  return counts;
}

interface WayBack {
  readonly outcome: keyof Reverted | null;
  /** The row as it is to be; null takes it away, and without it the row stays. */
  readonly to?: StoredRow | null;
  /** Why not all of it can be taken back, as a sentence; a reason to refuse unless told otherwise. */
  readonly obstacle?: string;
  /** The fields that are the obstacle, where fields are. */
  readonly fields?: readonly string[];
}

/** What taking back means for one row, from its images before and after the step and what it is now. */
function wayBack(change: Changed, isRemovable: boolean): WayBack {
  const { table, before, after, now } = change;
  if (!before) {
    if (!now) return { outcome: null };
    if (isRemovable) return { outcome: 'removed', to: null };
    const obstacle = isEdited(change) ? 'It has been edited since.' : 'Something belongs to it since.';
    const fields = Object.keys(now).filter((field) => now[field] !== after?.[field]);
    return table === 'action'
      ? { outcome: 'binned', to: { ...now, binned: 1 }, obstacle, fields }
      : { outcome: 'left', obstacle, fields };
  }
  if (!after) {
    return now ? { outcome: 'left', obstacle: 'It has been brought back since.' } : { outcome: 'restored', to: before };
  }
  if (!now) return { outcome: 'left', obstacle: 'It has been removed since.' };
  const fields = Object.keys(before).filter((field) => before[field] !== after[field]);
  const untouched = fields.filter((field) => now[field] === after[field]);
  // A field that somebody has already put back is as it should be.
  const editedFields = fields.filter((field) => now[field] !== after[field] && now[field] !== before[field]);
  const isEditedSince = editedFields.length > 0;
  const obstacle = isEditedSince ? { obstacle: 'It has been edited since.', fields: editedFields } : {};
  if (untouched.length === 0) return { outcome: isEditedSince ? 'left' : null, ...obstacle };
  const values = Object.fromEntries(untouched.map((field) => [field, before[field] ?? null]));
  return { outcome: 'restored', to: { ...now, ...values }, ...obstacle };
}

function putBack(
  images: RowImages,
  table: TableName,
  rowId: string,
  from: StoredRow | null,
  to: StoredRow | null,
): void {
  try {
    images.put(table, rowId, from, to);
  } catch (cause) {
    if (!codeOf(cause).startsWith('SQLITE_CONSTRAINT')) throw cause;
    throw new Refusal('undo-conflict', { place: table, reason: 'Something else has taken its place.' }, { cause });
  }
}

interface Changed extends NetChange {
  readonly now: StoredRow | null;
}

const keyOf = ({ table, rowId }: { readonly table: TableName; readonly rowId: string }): string => `${table} ${rowId}`;

const isEdited = ({ after, now }: Changed): boolean =>
  now !== null && after !== null && Object.keys(now).some((field) => now[field] !== after[field]);

/** The created rows that nobody has edited and on which nothing hangs but other rows to be removed. */
function rowsToRemove(database: Database, changes: readonly Changed[]): ReadonlySet<string> {
  const created = changes.filter((change) => !change.before && change.now && !isEdited(change));
  const removable = new Set(created.map(keyOf));
  const references = referencesOf(database);
  // A row that has to stay keeps the rows that it belongs to: go round until nothing more has to stay.
  for (let before = -1; before !== removable.size; ) {
    before = removable.size;
    for (const { table, rowId } of created) {
      const key = keyOf({ table, rowId });
      if (!removable.has(key)) continue;
      const stays = references.some(
        (reference) =>
          (reference.to === null || reference.to === table) &&
          (reference.dependents.all(rowId) as { readonly id: string }[]).some(
            ({ id }) => !removable.has(keyOf({ table: reference.from, rowId: id })),
          ),
      );
      if (stays) removable.delete(key);
    }
  }
  return removable;
}

interface Reference {
  readonly from: TableName;
  /** null where any table may be meant. */
  readonly to: TableName | null;
  readonly dependents: ReturnType<Database['prepare']>;
}

/** Every column that names a row of another table, read off the schema, and the two ends of links. */
function referencesOf(database: Database): readonly Reference[] {
  const reference = (from: TableName, column: string, to: TableName | null): Reference => ({
    from,
    to,
    dependents: database.prepare(`SELECT id FROM "${from}" WHERE "${column}" = ?`),
  });
  const declared = tableNames.flatMap((from) =>
    (
      database.pragma(`foreign_key_list("${from}")`) as readonly { readonly table: TableName; readonly from: string }[]
    ).map(({ table, from: column }) => reference(from, column, table)),
  );
  return [...declared, reference('link', 'sourceId', null), reference('link', 'target', null)];
}
