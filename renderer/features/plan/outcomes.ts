import { assertNever } from '#shared/assertNever.ts';
import type { Action, Lineage } from '#shared/model/tables.ts';
import { remembered } from '../../stores/remembered.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { nameOfAction } from './planItem.ts';

/** What becomes of an action of a plan, and what it came from, in words. */

export interface Outcome {
  readonly lineage: Lineage;
  /** The action of the new plan in which it goes on; null where it ends. */
  readonly successor: Action | null;
}

type Rows<Row> = ReadonlyMap<string, Row>;

/** Every decision about each action, by its id. A decision whose successor is gone altogether leads nowhere. */
export function outcomesByAction(
  lineages: Rows<Lineage>,
  actions: Rows<Action>,
): ReadonlyMap<string, readonly Outcome[]> {
  const outcomes = new Map<string, Outcome[]>();
  for (const lineage of lineages.values()) {
    const successor = lineage.toActionId === null ? null : (actions.get(lineage.toActionId) ?? null);
    const own = outcomes.get(lineage.fromActionId);
    if (own) own.push({ lineage, successor });
    else outcomes.set(lineage.fromActionId, [{ lineage, successor }]);
  }
  for (const own of outcomes.values())
    own.sort((a, b) => (a.successor?.position ?? 0) - (b.successor?.position ?? 0) || idOrder(a.lineage, b.lineage));
  return outcomes;
}

const outcomesOfRows = remembered(outcomesByAction);
export function useOutcomes(): ReadonlyMap<string, readonly Outcome[]> {
  const lineages = useWorkspace((state) => state.rows.lineage);
  const actions = useWorkspace((state) => state.rows.action);
  return outcomesOfRows(lineages, actions);
}

const idOrder = (a: Lineage, b: Lineage): number => a.id.localeCompare(b.id);

/** Words that differ only in spaces are the same words. */
export const sameWords = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ');

/** "Carried forward": what was decided, without where it leads. `from` is the action that was decided about. */
export function outcomeKind({ lineage, successor }: Outcome, from: Pick<Action, 'text'>): string {
  switch (lineage.kind) {
    case 'done':
      return 'Done';
    case 'business-as-usual':
      return 'Business as usual';
    case 'superseded':
      return 'Superseded';
    case 'dropped':
      return 'Dropped';
    case 'continued':
      return successor && !sameWords(successor.text, from.text)
        ? 'Carried forward, reworded'
        : 'Carried forward as it is';
    case 'extended':
      return 'Carried forward, extended';
    case 'narrowed':
      return 'Carried forward, narrowed';
    case 'replaced':
      return 'Replaced by another action';
    case 'merged':
      return 'Merged with others';
    case 'split':
      return 'Split into several';
    default:
      return assertNever(lineage.kind);
  }
}

/** "Carried forward as V1, reworded", "Split into V1 and V2", "Dropped"; empty where nothing is decided. */
export function outcomeWords(outcomes: readonly Outcome[], from: Pick<Action, 'text'>): string {
  const splits = outcomes.filter(({ lineage }) => lineage.kind === 'split');
  const others = outcomes.filter(({ lineage }) => lineage.kind !== 'split');
  const parts = others.map((outcome) => oneOutcome(outcome, from));
  if (splits.length > 0) parts.push(`Split into ${listed(splits.map(({ successor }) => placed(successor)))}`);
  return parts.join('; ');
}

function oneOutcome(outcome: Outcome, from: Pick<Action, 'text'>): string {
  const { lineage, successor } = outcome;
  const kind = outcomeKind(outcome, from);
  if (!successor) return kind;
  if (lineage.kind === 'replaced') return `Replaced by ${placed(successor)}`;
  if (lineage.kind === 'merged') return `Merged into ${placed(successor)}`;
  const way = kind.replace(/^Carried forward(, | )/u, '');
  return way === 'as it is'
    ? `Carried forward as ${placed(successor)}`
    : `Carried forward as ${placed(successor)}, ${way}`;
}

const placed = (action: Action | null): string =>
  action === null ? 'another action' : `${nameOfAction(action)}${action.binned ? ' (in the bin)' : ''}`;

/** "V1", "V1 and V2", "V1, V2 and V3" */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
