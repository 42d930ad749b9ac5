import { useMemo, useRef } from 'react';
import { assertNever } from '#shared/assertNever.ts';
import type { Action } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import type { GridCommand, GridRequest } from '../../components/grid/gridProps.ts';
import { notify } from '../../stores/notices.ts';
import { goToInspector } from './inspectorElement.ts';
import { nameOfAction } from './planItem.ts';

export type PlanCommand = Exclude<GridCommand, { readonly kind: 'rate' }>;
export type AskForRow = (wanted: Omit<GridRequest, 'serial'>) => void;

export interface PlanActs {
  /** Adds an action after the given one, under the same theme, or at the end; then its text can be written. */
  readonly add: (afterId: string | null) => void;
  readonly bin: (ids: readonly string[]) => void;
  /** Moves actions together past their neighbour, in a plan by theme among those of the same theme. */
  readonly shift: (ids: readonly string[], by: -1 | 1) => void;
  readonly move: (ids: readonly string[], before: string | null) => void;
  readonly duplicate: (ids: readonly string[]) => void;
  readonly carryOut: (command: PlanCommand, ids: readonly string[]) => void;
}

/** What the keys and buttons of both plans do with whole actions. `actions` are those of the plan in their order. */
export function usePlanActs(
  planId: string | undefined,
  actions: readonly Action[],
  ask: AskForRow,
  byTheme: boolean,
): PlanActs {
  const named = (ids: readonly string[]): string => {
    const only = ids.length === 1 ? actions.find(({ id }) => id === ids[0]) : undefined;
    return only ? nameOfAction(only) : `${ids.length} actions`;
  };

  const add = async (afterId: string | null): Promise<void> => {
    if (planId === undefined) return;
    const at = actions.findIndex(({ id }) => id === afterId);
    const after = actions[at];
    const before = after ? actions[at + 1]?.id : undefined;
    const fields = after ? { themes: after.themes } : {};
    const result = await run('action.add', { planId, fields, ...(before === undefined ? {} : { before }) });
    if (result.ok) ask({ row: result.value.id, column: 'text', edit: true });
  };

  const bin = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    const result = await run('action.bin', { ids });
    if (!result.ok) return;
    const back = async () => {
      const undone = await run('action.unbin', { ids });
      if (undone.ok && ids[0] !== undefined) ask({ row: ids[0] });
    };
    notify({
      kind: 'done',
      message: `${named(ids)} ${ids.length === 1 ? 'is' : 'are'} in the bin.`,
      action: { label: 'Undo', run: () => void back() },
    });
  };

  const move = async (ids: readonly string[], before: string | null): Promise<void> => {
    const result = await run('action.move', { ids, before });
    if (result.ok && ids[0] !== undefined) ask({ row: ids[0], column: 'ref' });
  };

  const shift = async (ids: readonly string[], by: -1 | 1): Promise<void> => {
    const before = beforeAfterShift(actions, ids, by, byTheme);
    if (before !== undefined) await move(ids, before);
  };

  const duplicate = async (ids: readonly string[]): Promise<void> => {
    const chosen = actions.filter(({ id }) => ids.includes(id));
    const last = chosen.at(-1);
    if (planId === undefined || !last) return;
    const before = actions[actions.indexOf(last) + 1]?.id ?? null;
    const added = chosen.map(({ id: _id, planId: _plan, position: _at, binned: _bin, notes: _notes, ...fields }) => ({
      // Two actions with one reference would be taken for one another.
      fields: { ...fields, ref: '', addedSinceSubmission: false },
    }));
    const result = await run('action.change', { planId, kind: 'duplicate', changes: [], added, before });
    const [first] = result.ok ? result.value.ids : [];
    if (first !== undefined) ask({ row: first, column: 'text' });
  };

  const carryOut = (command: PlanCommand, ids: readonly string[]): void => {
    switch (command.kind) {
      case 'add':
        void add(ids.at(-1) ?? null);
        return;
      case 'bin':
        void bin(ids);
        return;
      case 'shift':
        void shift(ids, command.by);
        return;
      case 'duplicate':
        void duplicate(ids);
        return;
      case 'open':
        goToInspector(ids);
        return;
      default:
        assertNever(command);
    }
  };
  const latest = useRef({ add, bin, shift, move, duplicate, carryOut });
  latest.current = { add, bin, shift, move, duplicate, carryOut };
  // The same functions all the while, so that a record that shows them is not drawn again for them.
  return useMemo(
    () => ({
      add: (afterId) => void latest.current.add(afterId),
      bin: (ids) => void latest.current.bin(ids),
      shift: (ids, by) => void latest.current.shift(ids, by),
      move: (ids, before) => void latest.current.move(ids, before),
      duplicate: (ids) => void latest.current.duplicate(ids),
      carryOut: (command, ids) => latest.current.carryOut(command, ids),
    }),
    [],
  );
}

/**
 * The action that moved ones come to stand before; null for the end of the plan, undefined where they cannot move
 * further. In a plan by theme they move among the actions of the first one's theme, which is what it shows them among.
 */
export function beforeAfterShift(
  actions: readonly Action[],
  ids: readonly string[],
  by: -1 | 1,
  byTheme: boolean,
): string | null | undefined {
  const moving = new Set(ids);
  const first = actions.find(({ id }) => moving.has(id));
  const group = byTheme ? actions.filter((each) => (each.themes[0] ?? null) === (first?.themes[0] ?? null)) : actions;
  const places = group.flatMap(({ id }, place) => (moving.has(id) ? [place] : []));
  const neighbour = by < 0 ? group[Math.min(...places) - 1] : group[Math.max(...places) + 1];
  if (!first || !neighbour) return undefined;
  if (by < 0) return neighbour.id;
  const others = actions.filter(({ id }) => !moving.has(id));
  return others[others.findIndex(({ id }) => id === neighbour.id) + 1]?.id ?? null;
}
