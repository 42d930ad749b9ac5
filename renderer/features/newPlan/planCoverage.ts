import { ownersOf } from '#shared/model/owners.ts';
import type { Action, Institution, Link } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import type { FrameworkView } from '../../stores/frameworks.ts';
import { themeName } from '../../text/themes.ts';
import { quarterTitle } from '../overview/quarters.ts';

/**
 * The four themes that a plan is spread over. Evaluating impact is the self-assessment itself, so a plan without an
 * action for it lacks nothing (domain.md 1).
 */
const coveredThemes: readonly Theme[] = themes.filter((theme) => theme !== 'evaluating-impact');

export interface Coverage {
  readonly counts: readonly { readonly theme: Theme; readonly name: string; readonly count: number }[];
  /** "Sustainability has no action yet"; null where every theme has one. */
  readonly gap: string | null;
}

/** How the actions spread over the themes. An action counts under each of its themes. */
export function coverageOf(actions: readonly Pick<Action, 'themes'>[], institution: Institution | null): Coverage {
  const counts = themes.map((theme) => ({
    theme,
    name: themeName(theme, institution),
    count: actions.filter((action) => action.themes.includes(theme)).length,
  }));
  const without = counts.filter(({ theme, count }) => count === 0 && coveredThemes.includes(theme));
  return {
    counts: counts.filter(({ theme, count }) => count > 0 || coveredThemes.includes(theme)),
    gap:
      without.length === 0
        ? null
        : `${listed(without.map(({ name }) => name))} ${without.length === 1 ? 'has' : 'have'} no action yet`,
  };
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export interface OwnerShare {
  readonly owner: string;
  readonly count: number;
  /** domain.md 4: one body owning more than a third is a risk; of a few actions that says nothing. */
  readonly isMost: boolean;
}

const fewestActions = 6;

/** Who leads how many, those with most first. */
export function ownerShares(actions: readonly Pick<Action, 'lead'>[]): readonly OwnerShare[] {
  const shares = new Map<string, { readonly owner: string; count: number }>();
  for (const { lead } of actions) {
    for (const owner of ownersOf(lead)) {
      const share = shares.get(owner.toLowerCase());
      if (share) share.count += 1;
      else shares.set(owner.toLowerCase(), { owner, count: 1 });
    }
  }
  return [...shares.values()]
    .map((share) => ({ ...share, isMost: actions.length >= fewestActions && share.count * 3 > actions.length }))
    .toSorted((one, other) => other.count - one.count || one.owner.localeCompare(other.owner, 'en-GB'));
}

/** How many actions are due in each quarter that has any, in order; those without a date are told apart. */
export function dueByQuarter(actions: readonly Pick<Action, 'dueOn'>[]): {
  readonly quarters: readonly { readonly title: string; readonly count: number }[];
  readonly undated: number;
} {
  const counts = new Map<string, number>();
  const dated = actions.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  for (const day of dated) counts.set(quarterTitle(day), (counts.get(quarterTitle(day)) ?? 0) + 1);
  return {
    quarters: [...counts].map(([title, count]) => ({ title, count })),
    undated: actions.length - dated.length,
  };
}

/** The items of each framework that no action of the plan serves. */
export function frameworkGaps(
  actions: readonly Pick<Action, 'id'>[],
  frameworks: readonly FrameworkView[],
  links: Iterable<Link>,
): readonly { readonly title: string; readonly total: number; readonly without: readonly string[] }[] {
  const ids = new Set(actions.map(({ id }) => id));
  const served = new Set<string>();
  for (const link of links)
    if (link.sourceKind === 'frameworkItem' && link.targetKind === 'action' && ids.has(link.target))
      served.add(link.sourceId);
  return frameworks.flatMap(({ title, items }) => {
    if (items.length === 0) return [];
    const without = items.filter((item) => !served.has(item.id));
    return [{ title, total: items.length, without: without.map((item) => item.code || item.title) }];
  });
}
