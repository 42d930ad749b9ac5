import type { Action, Link, Voice } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';

export interface ActionMatrix {
  /** In the order of the register, oldest first: a conversation reads forwards. */
  readonly voices: readonly Voice[];
  readonly actions: readonly Action[];
  /** The link of a voice and an action, by `linkKey`. */
  readonly links: ReadonlyMap<string, Link>;
  /** Entries that no action of the plan answers, and actions that answer no entry. */
  readonly unanswered: readonly Voice[];
  readonly unasked: readonly Action[];
}

export const linkKey = (voiceId: string, actionId: string): string => `${voiceId} ${actionId}`;

/**
 * Which entries are linked to which actions of a plan. With a theme, only entries and actions of that theme; a link
 * to an action of another theme still answers an entry.
 */
export function actionMatrix(
  voices: readonly Voice[],
  actions: readonly Action[],
  links: Iterable<Link>,
  theme: Theme | null,
): ActionMatrix {
  const ofTheme = ({ themes }: { readonly themes: readonly Theme[] }): boolean =>
    theme === null || themes.includes(theme);
  const actionIds = new Set(actions.map(({ id }) => id));
  const voiceIds = new Set(voices.map(({ id }) => id));
  const byKey = new Map<string, Link>();
  const answered = new Set<string>();
  const asked = new Set<string>();
  for (const link of links) {
    if (link.sourceKind !== 'voice' || link.targetKind !== 'action') continue;
    if (!voiceIds.has(link.sourceId) || !actionIds.has(link.target)) continue;
    byKey.set(linkKey(link.sourceId, link.target), link);
    answered.add(link.sourceId);
    asked.add(link.target);
  }
  const shownVoices = voices.filter(ofTheme).toSorted((one, other) => one.number - other.number);
  const shownActions = actions.filter(ofTheme);
  return {
    voices: shownVoices,
    actions: shownActions,
    links: byKey,
    unanswered: shownVoices.filter(({ id }) => !answered.has(id)),
    unasked: shownActions.filter(({ id }) => !asked.has(id)),
  };
}
