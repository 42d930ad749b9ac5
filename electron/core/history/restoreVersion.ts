import { Refusal } from '#shared/errors.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import { signedPlaceOf } from '../signOff/signedPlace.ts';
import { codeOf } from '../workspace/connection.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { storedRowsAt } from './pastWorkspace.ts';
import { rowImages } from './steps.ts';

/**
 * Tables that tell what happened, and how a person looks at things. Going back to an earlier state does not undo
 * either: what was issued, signed or imported stays on record.
 */
export const recordTables: ReadonlySet<TableName> = new Set<TableName>([
  'version',
  'issuedDocument',
  'signOff',
  'amendment',
  'importRun',
  'mapping',
  'commentMapping',
  'savedView',
  'documentComment',
  'handover',
  'origin',
]);

/**
 * Puts every row back to what it was right after a step, inside the running step, which Undo takes back like any other.
 * Gives the number of rows that changed. A row made since stays where what is on record belongs to it. Throws
 * `not-found` for a step there is none of, and `signed-off` where a row belongs to what was signed.
 */
export function restoreStep(rows: TableAccess, stepId: number): number {
  const { database } = rows;
  if (!database.prepare('SELECT 1 FROM step WHERE id = ?').get(stepId))
    throw new Refusal('not-found', { place: 'step' });
  const images = rowImages(database);
  const past = storedRowsAt(database, stepId);
  const changes = tableNames
    .filter((table) => !recordTables.has(table))
    .flatMap((table) => {
      const then = past.get(table) ?? new Map<string, StoredRow>();
      const now = new Map(
        (database.prepare(`SELECT * FROM "${table}"`).all() as StoredRow[]).map((row) => [String(row.id), row]),
      );
      return [...new Set([...then.keys(), ...now.keys()])].flatMap((rowId) => {
        const from = now.get(rowId) ?? null;
        const to = withoutRecord(table, from, then.get(rowId) ?? null);
        return differ(from, to) ? [{ table, rowId, from, to }] : [];
      });
    });
  for (const { table, from, to } of changes) for (const row of [from, to]) if (row) ensureOpen(rows, table, row);
  const put = (rowsToPut: readonly Gone[]): void => {
    for (const { table, rowId, from, to } of rowsToPut) images.put(table, rowId, from, to);
  };
  try {
    // What stays no longer belongs to what goes, and what goes makes room for what comes back.
    const edited = changes.filter(({ from, to }) => from && to);
    put(edited);
    const gone = removable(
      rows,
      changes.filter(({ to }) => !to),
    );
    put(gone);
    const back = changes.filter(({ from }) => !from);
    put(back);
    return edited.length + gone.length + back.length;
  } catch (cause) {
    if (!codeOf(cause).startsWith('SQLITE_CONSTRAINT')) throw cause;
    throw new Refusal('undo-conflict', { reason: 'Something else has taken its place.' }, { cause });
  }
}

interface Gone {
  readonly table: TableName;
  readonly rowId: string;
  readonly from: StoredRow | null;
  readonly to: StoredRow | null;
}

/** Those of the rows made since to which nothing on record belongs, directly or through another of them. */
function removable(rows: TableAccess, gone: readonly Gone[]): readonly Gone[] {
  const { database } = rows;
  const references = tableNames.flatMap((from) =>
    (
      database.pragma(`foreign_key_list("${from}")`) as readonly { readonly table: TableName; readonly from: string }[]
    ).map(({ table, from: column }) => ({
      to: table,
      holders: database.prepare(`SELECT id FROM "${from}" WHERE "${column}" = ?`),
      from,
    })),
  );
  const key = (table: TableName, rowId: string): string => `${table} ${rowId}`;
  const going = new Set(gone.map(({ table, rowId }) => key(table, rowId)));
  for (let before = -1; before !== going.size; ) {
    before = going.size;
    for (const { table, rowId } of gone) {
      if (!going.has(key(table, rowId))) continue;
      const isHeld = references.some(
        ({ to, from, holders }) =>
          to === table && (holders.all(rowId) as { readonly id: string }[]).some(({ id }) => !going.has(key(from, id))),
      );
      if (isHeld) going.delete(key(table, rowId));
    }
  }
  return gone.filter(({ table, rowId }) => going.has(key(table, rowId)));
}

/** The day of submission stands on the plan, but is of the record of sign-off, which stays. */
const withoutRecord = (table: TableName, from: StoredRow | null, to: StoredRow | null): StoredRow | null =>
  table === 'plan' && from && to ? { ...to, submittedOn: from.submittedOn ?? null } : to;

const differ = (from: StoredRow | null, to: StoredRow | null): boolean =>
  !from || !to ? from !== to : Object.entries(to).some(([name, value]) => from[name] !== value);

/** Through the one gate that every change of what was signed goes through. */
function ensureOpen(rows: TableAccess, table: TableName, row: StoredRow): void {
  const place = signedPlaceOf(rows, table, row);
  if (place !== null) ensureUnsigned(rows, place);
}
