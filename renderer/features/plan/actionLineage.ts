import type { Action, Lineage } from '#shared/model/tables.ts';
import { remembered } from '../../stores/remembered.ts';

/** An action that another came from, or goes on in; and those beyond it, in the same direction. */
export interface Kin {
  readonly lineage: Lineage;
  /** Null where the line ends: done, dropped …, or the action is gone. */
  readonly action: Action | null;
  /** Empty as well where they are listed elsewhere already: mergers and splits can meet again. */
  readonly kin: readonly Kin[];
}

type Rows<Row> = ReadonlyMap<string, Row>;

/** The actions of earlier plans that an action came from, the nearest first, each with those that it came from. */
export const ancestorsOf = (id: string, lineages: Rows<Lineage>, actions: Rows<Action>): readonly Kin[] =>
  kinOf(id, byLaterEnd(lineages), 'fromActionId', actions);

/** What an action goes on in, in the plans after its own, to the end of each line. */
export const descendantsOf = (id: string, lineages: Rows<Lineage>, actions: Rows<Action>): readonly Kin[] =>
  kinOf(id, byEarlierEnd(lineages), 'toActionId', actions);

type End = 'fromActionId' | 'toActionId';

function indexed(lineages: Rows<Lineage>, end: End): ReadonlyMap<string, readonly Lineage[]> {
  const index = new Map<string, Lineage[]>();
  for (const lineage of lineages.values()) {
    const id = lineage[end];
    if (id === null) continue;
    const own = index.get(id);
    if (own) own.push(lineage);
    else index.set(id, [lineage]);
  }
  return index;
}

const byLaterEnd = remembered((lineages: Rows<Lineage>) => indexed(lineages, 'toActionId'));
const byEarlierEnd = remembered((lineages: Rows<Lineage>) => indexed(lineages, 'fromActionId'));

function kinOf(
  start: string,
  index: ReadonlyMap<string, readonly Lineage[]>,
  far: End,
  actions: Rows<Action>,
): readonly Kin[] {
  // Followed once each, so that neither a circle nor mergers that meet again make the tree endless or huge.
  const followed = new Set([start]);
  const follow = (id: string): readonly Kin[] =>
    (index.get(id) ?? []).map((lineage) => {
      const next = lineage[far];
      if (next === null) return { lineage, action: null, kin: [] };
      const known = followed.has(next);
      followed.add(next);
      return { lineage, action: actions.get(next) ?? null, kin: known ? [] : follow(next) };
    });
  return follow(start);
}
