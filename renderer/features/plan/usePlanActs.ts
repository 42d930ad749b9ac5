import { useMemo, useRef } from 'react';
import { assertNever } from '#shared/assertNever.ts';
import type { Action } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { notify } from '../../stores/notices.ts';
import { goToInspector } from './inspectorElement.ts';
import type { PlaceRequest } from './PlanTable.tsx';
import { nameOfAction } from './planColumns.ts';
import type { PlanCommand } from './planKeys.ts';

interface PlanActs {
  /** Adds an action after the given one, under the same theme, or at the end; then its text can be written. */
  readonly add: (afterId: string | null) => void;
  readonly bin: (id: string) => void;
  /** Moves an action past its neighbour in what the table shows. */
  readonly shift: (id: string, by: -1 | 1) => void;
  readonly carryOut: (command: Exclude<PlanCommand, { readonly kind: 'rate' }>, id: string | null) => void;
}

/** What the keys and buttons of both plans do with a whole action. `actions` are those of the plan in their order. */
export function usePlanActs(
  planId: string | undefined,
  actions: readonly Action[],
  ask: (wanted: Omit<PlaceRequest, 'serial'>) => void,
): PlanActs {
  const add = async (afterId: string | null): Promise<void> => {
    if (planId === undefined) return;
    const at = actions.findIndex(({ id }) => id === afterId);
    const after = actions[at];
    const before = after ? actions[at + 1]?.id : undefined;
    const fields = after ? { themes: after.themes } : {};
    const result = await run('action.add', { planId, fields, ...(before === undefined ? {} : { before }) });
    if (result.ok) ask({ actionId: result.value.id, column: 'text', edit: true });
  };

  const bin = async (id: string): Promise<void> => {
    const action = actions.find((each) => each.id === id);
    if (!action) return;
    const result = await run('action.bin', { ids: [id] });
    if (!result.ok) return;
    const back = async () => {
      const undone = await run('action.unbin', { ids: [id] });
      if (undone.ok) ask({ actionId: id });
    };
    notify({
      kind: 'done',
      message: `${nameOfAction(action)} is in the bin.`,
      action: { label: 'Undo', run: () => void back() },
    });
  };

  const shift = async (id: string, by: -1 | 1): Promise<void> => {
    const before = beforeAfterShift(actions, id, by);
    if (before === undefined) return;
    const result = await run('action.move', { ids: [id], before });
    if (result.ok) ask({ actionId: id, column: 'ref' });
  };

  const carryOut: PlanActs['carryOut'] = (command, id) => {
    switch (command.kind) {
      case 'add':
        void add(id);
        return;
      case 'bin':
        if (id !== null) void bin(id);
        return;
      case 'shift':
        if (id !== null) void shift(id, command.by);
        return;
      case 'open':
        goToInspector(id);
        return;
      default:
        assertNever(command);
    }
  };
  const latest = useRef({ add, bin, shift, carryOut });
  latest.current = { add, bin, shift, carryOut };
  // The same functions all the while, so that a record that shows them is not drawn again for them.
  return useMemo(
    () => ({
      add: (afterId) => void latest.current.add(afterId),
      bin: (id) => void latest.current.bin(id),
      shift: (id, by) => void latest.current.shift(id, by),
      carryOut: (command, id) => latest.current.carryOut(command, id),
    }),
    [],
  );
}

/**
 * The action that a moved one comes to stand before; null for the end of the plan, undefined where it cannot move
 * further. It moves among the actions of its own theme, since that is what the table shows it among.
 */
export function beforeAfterShift(actions: readonly Action[], id: string, by: -1 | 1): string | null | undefined {
  const action = actions.find((each) => each.id === id);
  const group = actions.filter((each) => (each.themes[0] ?? null) === (action?.themes[0] ?? null));
  const neighbour = group[group.findIndex((each) => each.id === id) + by];
  if (!action || !neighbour) return undefined;
  if (by < 0) return neighbour.id;
  const others = actions.filter((each) => each.id !== id);
  return others[others.findIndex((each) => each.id === neighbour.id) + 1]?.id ?? null;
}
