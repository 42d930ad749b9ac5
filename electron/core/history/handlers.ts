import type { Database } from 'better-sqlite3';
import { assertNever } from '#shared/assertNever.ts';
import type { Step } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import type { Handlers } from '../services.ts';
import { fieldChanges, netChanges } from './fieldChanges.ts';
import { type Change, changesOfRow, changesOfStep, redo, type StepKind, undo } from './steps.ts';

export const historyHandlers: Pick<
  Handlers,
  'history.undo' | 'history.redo' | 'history.list' | 'history.changes' | 'history.ofRow'
> = {
  'history.undo': (_input, { rows, label }) => {
    const { label: done, screen } = undo(rows.database);
    label(done);
    return { label: done, screen };
  },

  'history.redo': (_input, { rows, label }) => {
    const { label: done, screen } = redo(rows.database);
    label(done);
    return { label: done, screen };
  },

  'history.list': ({ before, limit }, { rows }) => listOf(rows.database, before ?? Number.MAX_SAFE_INTEGER, limit),

  'history.changes': ({ stepId }, { rows }) => {
    const step = rows.database.prepare('SELECT 1 FROM step WHERE id = ?').get(stepId);
    if (!step) throw new Refusal('not-found', { place: 'step' });
    return netChanges(changesOfStep(rows.database, stepId)).flatMap(fieldChanges);
  },

  'history.ofRow': ({ rowId, limit }, { rows }) => {
    const steps = new Map<number, { readonly at: string; readonly label: string; readonly changes: Change[] }>();
    for (const { stepId, at, label, kind, change } of changesOfRow(rows.database, rowId)) {
      const known = steps.get(stepId);
      if (known) known.changes.push(change);
      else steps.set(stepId, { at, label: labelOf(kind, label), changes: [change] });
    }
    return [...steps.values()]
      .toReversed()
      .flatMap(({ at, label, changes }) =>
        netChanges(changes)
          .flatMap(fieldChanges)
          .map(({ field, before, after }) => ({ at, label, field, before, after })),
      )
      .slice(0, limit);
  },
};

/** Newest first. */
function listOf(database: Database, before: number, limit: number): readonly Step[] {
  return database
    .prepare(
      `SELECT id, at, label, kind, state, screen, (SELECT count(DISTINCT rowId) FROM change WHERE stepId = step.id) AS changes
       FROM step WHERE id < ? ORDER BY id DESC LIMIT ?`,
    )
    .all(before, limit) as Step[];
}

function labelOf(kind: StepKind, label: string): string {
  switch (kind) {
    case 'command':
      return label;
    case 'undo':
      return `Undid: ${label}`;
    case 'redo':
      return `Did again: ${label}`;
    default:
      return assertNever(kind);
  }
}
