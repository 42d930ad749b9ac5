import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { namedBy, type Reference } from './references.ts';

/**
 * What makes two rows the same thing although each side made its own: a tick of one ask, a file by its bytes. Tables
 * come after those that they name, so that what they name is known by one id by then.
 */
const keys: readonly (readonly [TableName, readonly string[]])[] = [
  ['attachment', ['sha256', 'fileName']],
  ['evidenceKind', ['key']],
  ['mapping', ['headerKey']],
  ['commentMapping', ['headerKey']],
  ['savedView', ['screen', 'name']],
  ['dismissal', ['rule', 'target']],
  ['answer', ['cycleId', 'questionKey']],
  ['askTick', ['answerId', 'askKey']],
  ['earlierAnswer', ['cycleId', 'questionSetId', 'questionKey']],
  ['officialForm', ['cycleId']],
  ['officialPrompt', ['formId', 'promptKey']],
  ['earlierFile', ['evidenceId', 'attachmentId']],
  ['link', ['sourceId', 'target']],
  ['lineage', ['fromActionId', 'toActionId']],
];

/** The states of a copy with the ids that the same things have here. */
export function knownAsHere(
  references: readonly Reference[],
  here: StoredTables,
  common: StoredTables,
  copy: StoredTables,
): { readonly common: StoredTables; readonly copy: StoredTables } {
  const ids = new Map<string, string>();
  for (const [table, columns] of keys) {
    const keyOf = (row: StoredRow): string =>
      JSON.stringify(columns.map((column) => ids.get(String(row[column])) ?? row[column]));
    const mine = here.get(table) ?? new Map<string, StoredRow>();
    const theirs = copy.get(table) ?? new Map<string, StoredRow>();
    const before = common.get(table) ?? new Map<string, StoredRow>();
    // The id that it has here, or else the one that it had for both: taken away and made again is never having gone.
    const byKey = new Map([...before.values(), ...mine.values()].map((row) => [keyOf(row), String(row.id)]));
    for (const [id, row] of [...theirs, ...before]) {
      if (mine.has(id) || ids.has(id)) continue;
      const known = byKey.get(keyOf(row)) ?? (table === 'lineage' ? onlyDecision(here, common, copy, row) : undefined);
      if (known !== undefined && known !== id && !theirs.has(known)) ids.set(id, known);
    }
  }
  if (ids.size === 0) return { common, copy };
  return { common: renamed(common, references, ids), copy: renamed(copy, references, ids) };
}

/** Both decided what becomes of an action, once each, where nothing was decided before: one decision, perhaps in two ways. */
function onlyDecision(
  here: StoredTables,
  common: StoredTables,
  copy: StoredTables,
  { fromActionId }: StoredRow,
): string | undefined {
  const of = (side: StoredTables) =>
    [...(side.get('lineage')?.values() ?? [])].filter((row) => row.fromActionId === fromActionId);
  const [mine, ...others] = of(here);
  return others.length === 0 && of(copy).length === 1 && of(common).length === 0 ? mine && String(mine.id) : undefined;
}

function renamed(side: StoredTables, references: readonly Reference[], ids: ReadonlyMap<string, string>): StoredTables {
  const nameOf = (id: string): string => ids.get(id) ?? id;
  return new Map(
    [...side].map(([table, rows]) => [
      table,
      new Map(
        [...rows].map(([id, row]) => {
          const named = namedBy(references, table, row).map(({ column, value }) => [column, nameOf(value)]);
          return [nameOf(id), { ...row, id: nameOf(id), ...Object.fromEntries(named) }];
        }),
      ),
    ]),
  );
}
