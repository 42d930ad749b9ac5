import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { Action, Rating } from '#shared/model/tables.ts';
import type { LineageKind } from '#shared/model/words.ts';

/** An action with the ratings that its row shows. */
export interface PlanItem {
  readonly action: Action;
  readonly current: Rating | null;
  readonly previous: Rating | null;
  /** Anything else that the row shows, as text, so that a change of it is seen. */
  readonly note: string;
  /** What was decided about an action of the last plan; null where nothing is. `note` says the same in words. */
  readonly outcome?: LineageKind | null;
  /** What Readiness found in an action of the new plan. */
  readonly findings?: readonly ReadinessItem[];
}

export const idOfItem = ({ action }: PlanItem): string => action.id;
export const nameOfItem = ({ action }: PlanItem): string => nameOfAction(action);
export const actionNoun = { one: 'action', many: 'actions' } as const;

/** Items are made anew for every change; rows of the workspace keep their identity, so an unchanged one is not drawn again. */
export const sameItem = (one: PlanItem, other: PlanItem): boolean =>
  one.action === other.action &&
  one.current === other.current &&
  one.previous === other.previous &&
  one.note === other.note &&
  one.outcome === other.outcome &&
  sameFindings(one.findings ?? [], other.findings ?? []);

const sameFindings = (one: readonly ReadinessItem[], other: readonly ReadinessItem[]): boolean =>
  one.length === other.length &&
  one.every(({ rule, message }, at) => other[at]?.rule === rule && other[at]?.message === message);

/** "8 actions · 5 green, 2 amber, 1 red" */
export function groupSummary(items: readonly PlanItem[], rated: boolean): string {
  const actions = `${items.length} ${items.length === 1 ? 'action' : 'actions'}`;
  if (!rated) return actions;
  const count = { green: 0, amber: 0, red: 0, unrated: 0 };
  for (const { current } of items) count[current?.rag ?? 'unrated'] += 1;
  const counts = [
    [count.green, 'green'],
    [count.amber, 'amber'],
    [count.red, 'red'],
    [count.unrated, 'not yet rated'],
  ] as const;
  return `${actions} · ${counts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ')}`;
}

/** What the screen reader and the inspector call an action: its reference, or the start of its text. */
export function nameOfAction({ ref, text }: Pick<Action, 'ref' | 'text'>): string {
  if (ref.trim() !== '') return ref.trim();
  const start = text.trim().slice(0, 60);
  return start === '' ? 'Action without a text' : start;
}
