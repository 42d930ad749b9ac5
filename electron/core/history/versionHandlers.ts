import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import type { Handlers } from '../services.ts';
import { compareStates } from './compareStates.ts';
import { atStep } from './pastWorkspace.ts';
import { restoreStep } from './restoreVersion.ts';

export const versionHandlers: Pick<
  Handlers,
  'version.name' | 'version.rename' | 'version.compare' | 'version.restore'
> = {
  'version.name': ({ name, note, stepId: named }, { rows, ports, stepId, now, label }) => {
    if (named !== undefined) stepAt(rows.database, named);
    const id = ports.newId();
    // The step that names is the last one in the version, so everything after it is later by its number.
    rows.insert('version', { id, name, stepId: named ?? stepId, namedAt: now, note });
    label(named === undefined ? `Named this version ${name}` : `Named an earlier version ${name}`);
    return { id };
  },

  'version.rename': ({ id, name, note }, { rows, label }) => {
    const before = rows.get('version', id);
    rows.update('version', id, note === undefined ? { name } : { name, note });
    label(`Renamed the version ${before.name} to ${name}`);
    return {};
  },

  'version.compare': ({ from, to }, { rows }) => ({
    from: from === null ? null : stepAt(rows.database, from),
    to: to === null ? null : stepAt(rows.database, to),
    ...atStep(rows, from, (before) => atStep(rows, to, (after) => compareStates(before, after))),
  }),

  'version.restore': ({ stepId }, { rows, label }) => {
    const { label: name } = stepAt(rows.database, stepId);
    const version = rows.all('version', { stepId })[0]?.name;
    const changed = restoreStep(rows, stepId);
    label(version === undefined ? `Went back to the state after: ${name}` : `Went back to the version ${version}`);
    return { rows: changed };
  },
};

function stepAt(database: Database, stepId: number): { readonly label: string; readonly at: string } {
  const step = database.prepare('SELECT label, at FROM step WHERE id = ?').get(stepId) as
    | { readonly label: string; readonly at: string }
    | undefined;
  if (!step) throw new Refusal('not-found', { place: 'step' });
  return step;
}
