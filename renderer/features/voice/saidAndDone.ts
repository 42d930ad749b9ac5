import { type Audience, type PrintedVoice, voiceAsPrinted } from '#shared/model/quoting.ts';
import type { Action, Link, Voice } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import { hasNoChange } from './voiceList.ts';

export interface SaidAndDone {
  readonly voice: Voice;
  readonly printed: PrintedVoice;
  /** By plan, since the same reference may stand in each. */
  readonly plans: readonly { readonly plan: string; readonly actions: readonly Action[] }[];
}

export interface SaidAndDoneView {
  /** By the first theme of each entry, in the order of the Commitment; null comes last. */
  readonly groups: readonly { readonly theme: Theme | null; readonly entries: readonly SaidAndDone[] }[];
  /** Printed, with nothing said of what came of it. */
  readonly open: readonly Voice[];
  /** Not printed for this reader. */
  readonly keptInside: readonly Voice[];
}

/** “You said, we did” as a reader sees it: the same rule of consent that the documents are written by. */
export function saidAndDone(
  voices: readonly Voice[],
  actions: ReadonlyMap<string, Action>,
  links: Iterable<Link>,
  audience: Audience,
  planName: (planId: string) => string,
): SaidAndDoneView {
  const actionsOf = new Map<string, Action[]>();
  for (const { sourceKind, sourceId, targetKind, target } of links) {
    const action = sourceKind === 'voice' && targetKind === 'action' ? actions.get(target) : undefined;
    if (action && !action.binned) actionsOf.set(sourceId, [...(actionsOf.get(sourceId) ?? []), action]);
  }
  const ordered = voices.toSorted((one, other) => one.number - other.number);
  const entries = ordered.flatMap((voice): readonly SaidAndDone[] => {
    const printed = voiceAsPrinted(voice, audience);
    const plans = Map.groupBy(actionsOf.get(voice.id) ?? [], ({ planId }) => planId);
    return printed
      ? [{ voice, printed, plans: [...plans].map(([planId, own]) => ({ plan: planName(planId), actions: own })) }]
      : [];
  });
  const told = entries.filter(({ voice }) => !hasNoChange(voice));
  return {
    groups: [...themes, null]
      .map((theme) => ({ theme, entries: told.filter(({ voice }) => (voice.themes[0] ?? null) === theme) }))
      .filter((group) => group.entries.length > 0),
    open: entries.filter(({ voice }) => hasNoChange(voice)).map(({ voice }) => voice),
    keptInside: ordered.filter((voice) => voiceAsPrinted(voice, audience) === null),
  };
}
