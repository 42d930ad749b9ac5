import type { LineageKind } from '#shared/model/words.ts';
import { fail, type Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import type { CellRead, GridChange } from '../../components/grid/gridColumns.ts';

/** What can be decided in the cell of an action: what needs no words of its own but a reason. */
export interface CellOutcome {
  readonly kind: 'done' | 'business-as-usual' | 'superseded' | 'dropped' | 'continued';
  readonly reason: string;
}

/** What the list of the cell calls each decision. */
export const outcomeLabels: Readonly<Record<LineageKind, string>> = {
  done: 'Done',
  'business-as-usual': 'Business as usual',
  continued: 'Carried forward',
  extended: 'Carried forward, extended',
  narrowed: 'Carried forward, narrowed',
  merged: 'Merged with others',
  split: 'Split into several',
  replaced: 'Replaced by another action',
  superseded: 'Superseded',
  dropped: 'Dropped',
};

const meanings: readonly (readonly [RegExp, CellOutcome['kind']])[] = [
  [/^(done|completed?|closed)$/u, 'done'],
  [/^(now )?(business as usual|bau)$/u, 'business-as-usual'],
  [/^carr(y|ied) forward(,? (as .*|unchanged))?$/u, 'continued'],
  [/^superseded$/u, 'superseded'],
  [/^dropped$/u, 'dropped'],
];

/** "Dropped: the site closed" as if it were decided in the record; the reason stands after a colon. */
export function readOutcome(text: string): CellRead {
  const [, words = '', reason = ''] = /^([^:]*)(?::\s*(.*))?$/su.exec(text.trim()) ?? [];
  const said = words.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/gu, ' ');
  if (said === '') return { ok: false, problem: 'A decision is taken back in the record, which Space opens.' };
  const kind = meanings.find(([pattern]) => pattern.test(said))?.[1];
  if (!kind)
    return {
      ok: false,
      problem:
        'Done, Business as usual, Carried forward, or Dropped with its reason; the rest is decided in the record, which Space opens.',
    };
  if ((kind === 'dropped' || kind === 'superseded') && reason.trim() === '')
    return {
      ok: false,
      problem: `Write “${outcomeLabels[kind]}: ” and the reason, or decide in the record, which Space opens.`,
    };
  const outcome: CellOutcome = { kind, reason: reason.trim() };
  return { ok: true, fields: { outcome } };
}

/** Whether some of what is to change is a decision. */
export const hasOutcome = (changes: readonly GridChange[]): boolean =>
  changes.some(({ fields }) => 'outcome' in fields);

/**
 * Carries out what was chosen, pasted or filled into the cells of one column, as one step: so all of them decide the
 * same, and nothing else changes with them.
 */
export async function decideInCells(changes: readonly GridChange[], toPlanId: string): Promise<Result<unknown>> {
  const [first] = changes;
  const outcome = first?.fields.outcome as CellOutcome | undefined;
  const isAlone = changes.every(({ rowId, fields }) => rowId !== null && Object.keys(fields).length === 1);
  if (!outcome || !isAlone) return refused('What happens next is decided apart from the other columns.');
  if (!changes.every(({ fields }) => sameOutcome(fields.outcome as CellOutcome | undefined, outcome)))
    return refused(
      'Several actions are given one decision at a time: first those that are done, then those that go on.',
    );
  const actionIds = changes.flatMap(({ rowId }) => rowId ?? []);
  const { kind, reason } = outcome;
  if (kind === 'continued') return run('lineage.carryEach', { fromActionIds: actionIds, toPlanId });
  return run('lineage.decide', { actionIds, kind, reason });
}

const sameOutcome = (one: CellOutcome | undefined, other: CellOutcome): boolean =>
  one?.kind === other.kind && one.reason === other.reason;

const refused = (reason: string): Result<never> => fail({ code: 'refused-by-rule', detail: { reason } });
