import type { Action, Institution } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import { themeName } from '../../text/themes.ts';

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
