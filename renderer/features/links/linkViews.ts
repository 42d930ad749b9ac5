import { assertNever } from '#shared/assertNever.ts';
import { evidenceKindNames } from '#shared/model/evidenceKinds.ts';
import type { Link } from '#shared/model/tables.ts';
import { frameworksOf } from '../../stores/frameworks.ts';
import { actionsOf, answersOf, currentCycle, questionSetOf } from '../../stores/views.ts';
import type { Rows } from '../../stores/workspace.ts';
import { monthAndYear } from '../../text/dates.ts';
import { consentWords, voiceChannelWords } from '../../text/words.ts';

export type SourceKind = Link['sourceKind'];
export type TargetKind = Link['targetKind'];

/** Something that can be linked, in the words of a list. */
export interface LinkChoice {
  readonly id: string;
  readonly kind: SourceKind | TargetKind;
  /** The first line: a title, or what was said. */
  readonly title: string;
  /** The second: date, channel, consent … */
  readonly detail: string;
  readonly quote: boolean;
}

const joined = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');

/** Every item of a kind that may be a source, newest first; framework items in the order of their framework. */
export function choicesOfSource(rows: Rows, kind: SourceKind): readonly LinkChoice[] {
  switch (kind) {
    case 'voice':
      return [...rows.voice.values()]
        .filter((voice) => !voice.binned)
        .toSorted((a, b) => b.number - a.number)
        .map((voice) => ({
          id: voice.id,
          kind,
          title: voice.words || voice.groupName || `Voice ${voice.number}`,
          detail: joined([
            voiceChannelWords[voice.channel],
            voice.heardOn && monthAndYear(voice.heardOn),
            voice.groupName,
            voice.replied !== null && voice.asked !== null && `${voice.replied} of ${voice.asked} replied`,
            consentWords[voice.consent],
          ]),
          quote: voice.kind === 'quote',
        }));
    case 'evidence': {
      const kindName = evidenceKindNames(rows.evidenceKind.values());
      return [...rows.evidence.values()]
        .filter((evidence) => !evidence.binned)
        .toSorted((a, b) => b.number - a.number)
        .map((evidence) => ({
          id: evidence.id,
          kind,
          title: evidence.title || evidence.url || `Evidence ${evidence.number}`,
          detail: joined([kindName(evidence.kind), evidence.datedOn && monthAndYear(evidence.datedOn)]),
          quote: false,
        }));
    }
    case 'frameworkItem':
      return frameworksOf(rows)
        .flatMap(({ items }) => items)
        .map((item) => ({
          id: item.id,
          kind,
          title: item.title,
          detail: joined([rows.framework.get(item.frameworkId)?.title, item.code]),
          quote: false,
        }));
    default:
      return assertNever(kind);
  }
}

/**
 * What a source is linked to from its own register: actions of every plan and answers of every cycle, the cycle in hand
 * first.
 */
export function choicesOfTarget(rows: Rows): readonly LinkChoice[] {
  const current = currentCycle(rows);
  const cycles = [...rows.cycle.values()].toSorted(
    (a, b) => Number(b.id === current?.id) - Number(a.id === current?.id) || b.stage - a.stage,
  );
  const plans = new Map<string, string>();
  for (const cycle of cycles)
    for (const [detail, planId] of [
      ['New plan', cycle.newPlanId],
      ['Last plan', cycle.lastPlanId],
    ] as const)
      if (!plans.has(planId))
        plans.set(planId, cycle.id === current?.id ? detail : (rows.plan.get(planId)?.title ?? 'Earlier plan'));
  const actions = [...plans].flatMap(([planId, detail]) =>
    actionsOf(rows, planId).map((action): LinkChoice => {
      const title = joined([action.ref, action.text]) || 'Action without a text';
      return { id: action.id, kind: 'action', title, detail, quote: false };
    }),
  );
  const asked = cycles.flatMap((cycle) => {
    const answers = answersOf(rows, cycle);
    const detail = cycle.id === current?.id ? 'Answer' : `Answer at Stage ${cycle.stage}`;
    return (questionSetOf(rows, cycle)?.questions ?? []).flatMap((question): readonly LinkChoice[] => {
      const answer = answers.get(question.key);
      return answer ? [{ id: answer.id, kind: 'answer', title: question.title, detail, quote: false }] : [];
    });
  });
  return [...actions, ...asked];
}

export interface LinkedItem {
  readonly link: Link;
  readonly choice: LinkChoice;
}

/** What serves an action, an answer or a theme, of one kind. What lies in the bin is left out. */
export function linkedTo(
  rows: Rows,
  { targetKind, target, sourceKind }: Pick<Link, 'targetKind' | 'target' | 'sourceKind'>,
): readonly LinkedItem[] {
  const choices = new Map(choicesOfSource(rows, sourceKind).map((choice) => [choice.id, choice]));
  return [...rows.link.values()].flatMap((link) => {
    const choice = choices.get(link.sourceId);
    const isOurs = link.targetKind === targetKind && link.target === target && link.sourceKind === sourceKind;
    return isOurs && choice ? [{ link, choice }] : [];
  });
}

/** Every word of the search is in the item, in any order. */
export function matches(choice: LinkChoice, search: string): boolean {
  const text = `${choice.title} ${choice.detail}`.toLocaleLowerCase('en-GB');
  return search
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
