import { ownersOf } from './owners.ts';
import type { Action, Plan } from './tables.ts';

/**
 * What is worth a look in a new plan (domain.md 4), action by action and of the plan as a whole. One place for the
 * marks beside the cells and for Readiness, so that they cannot disagree. Nothing here stops anybody.
 */

export const planLintRules = [
  'action-without-text',
  'no-lead',
  'no-due-date',
  'date-outside-plan',
  'due-before-start',
  'no-measure',
  'no-number-in-measure',
  'ongoing-date',
  'vague-action',
  'too-many-owners',
  'action-without-theme',
] as const;
export type PlanLintRule = (typeof planLintRules)[number];

/** The fields of an action that a mark can stand beside. */
export type MarkedField = 'text' | 'themes' | 'lead' | 'dueText' | 'successMeasure';

export interface PlanMark {
  readonly rule: PlanLintRule;
  /** As in Readiness. What the submission asks for (`must`) cannot be set aside. */
  readonly weight: 'must' | 'should' | 'look';
  readonly field: MarkedField;
  /** A few words for the cell, where the action is in view: "No number". */
  readonly short: string;
  /** For a list, before the name of the action: "No number in the success measure". */
  readonly words: string;
  /** For a list, after the name. */
  readonly detail?: string;
  readonly reason: string;
}

type Looked = Pick<Action, 'text' | 'themes' | 'lead' | 'startOn' | 'dueOn' | 'dueText' | 'successMeasure'>;
type Period = Pick<Plan, 'startsOn' | 'endsOn'>;
type Check = (action: Looked, plan: Period) => Omit<PlanMark, 'rule'> | null;

/** domain.md 4: "ongoing". It has no end, so it is never completed. */
const withoutEnd = /\b(?:ongoing|on-going|continuous(?:ly)?|continual(?:ly)?|rolling|throughout|permanent(?:ly)?)\b/iu;
/** domain.md 4: no number in a measure. Digits of any script, a per cent sign, or a number in words. */
const number =
  /[\p{N}%]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|double|twice|all|every|each|none)\b/iu;
/** domain.md 4: verbs such as review, explore, consider. */
const vagueVerb = /^(?:to\s+)?(review|explore|consider|investigate|look into|continue to|discuss)\b/iu;
/** domain.md 4: more than three owners. Those who support are not counted: that is where the others belong. */
const mostLeads = 3;

const checks: Readonly<Record<PlanLintRule, Check>> = {
  // An action without a word in it cannot be printed.
  'action-without-text': ({ text }) =>
    text.trim() === ''
      ? {
          weight: 'must',
          field: 'text',
          short: 'No words yet',
          words: 'Nothing says what is to be done',
          reason: 'Write the action, or put it in the bin.',
        }
      : null,
  'no-lead': ({ lead }) =>
    lead.trim() === ''
      ? {
          weight: 'should',
          field: 'lead',
          short: 'No lead',
          words: 'Nobody leads it',
          reason: 'What nobody leads is seldom done.',
        }
      : null,
  'no-due-date': ({ dueText, dueOn }) =>
    dueText.trim() === '' && dueOn === null
      ? {
          weight: 'should',
          field: 'dueText',
          short: 'No due date',
          words: 'No due date',
          reason: 'A plan says by when.',
        }
      : null,
  'date-outside-plan': (action, plan) =>
    isOutsidePlan(action, plan)
      ? {
          weight: 'should',
          field: 'dueText',
          short: 'Outside the plan',
          words: 'Outside the period of the plan',
          reason: 'Its start or due date is before the plan begins or after it ends.',
        }
      : null,
  'due-before-start': ({ startOn, dueOn }) =>
    startOn !== null && dueOn !== null && dueOn < startOn
      ? {
          weight: 'should',
          field: 'dueText',
          short: 'Before its start',
          words: 'Due before it starts',
          reason: 'One of the two dates is a slip.',
        }
      : null,
  // domain.md 1: plans in sister schemes fail because actions are not specific or measurable.
  'no-measure': ({ successMeasure }) =>
    successMeasure.trim() === ''
      ? {
          weight: 'should',
          field: 'successMeasure',
          short: 'No measure',
          words: 'No success measure',
          reason: 'Without one, nobody can say later whether it worked.',
        }
      : null,
  'no-number-in-measure': ({ successMeasure }) =>
    successMeasure.trim() !== '' && !number.test(successMeasure)
      ? {
          weight: 'look',
          field: 'successMeasure',
          short: 'No number',
          words: 'No number in the success measure',
          reason: 'From what, to what, by when: a number makes it checkable.',
        }
      : null,
  'ongoing-date': ({ dueText }) =>
    withoutEnd.test(dueText)
      ? {
          weight: 'look',
          field: 'dueText',
          short: 'No end',
          words: 'No end',
          detail: ` is due “${dueText.trim()}”`,
          reason: 'What goes on for ever cannot be rated green. Give a date for its first result.',
        }
      : null,
  'vague-action': ({ text }) => {
    const [, verb] = vagueVerb.exec(text.trim()) ?? [];
    return verb === undefined
      ? null
      : {
          weight: 'look',
          field: 'text',
          short: `Begins with “${verb.toLowerCase()}”`,
          words: `Begins with “${verb.toLowerCase()}”`,
          reason: 'Say what there will be at the end of it.',
        };
  },
  'too-many-owners': ({ lead }) => {
    const leads = ownersOf(lead).length;
    return leads <= mostLeads
      ? null
      : {
          weight: 'look',
          field: 'lead',
          short: `${leads} leads`,
          words: `${leads} leads`,
          reason: 'One lead answers for it; the others support.',
        };
  },
  'action-without-theme': ({ themes }) =>
    themes.length === 0
      ? {
          weight: 'look',
          field: 'themes',
          short: 'No theme',
          words: 'No theme',
          reason: 'It counts towards no theme and stands under none when the plan is grouped.',
        }
      : null,
};

export function markOf(rule: PlanLintRule, action: Looked, plan: Period): PlanMark | null {
  const mark = checks[rule](action, plan);
  return mark === null ? null : { rule, ...mark };
}

/** Every mark of an action, in the order of Readiness. */
export const marksOf = (action: Looked, plan: Period): readonly PlanMark[] =>
  planLintRules.flatMap((rule) => markOf(rule, action, plan) ?? []);

/** Where a mark leads, as a path of the renderer; with the rule it is what a dismissal is kept under. */
export const targetOfMark = (actionId: string, { field }: Pick<PlanMark, 'field'>): string =>
  `/new-plan/${actionId}/${field}`;

/** domain.md 4: dates outside the plan. A start before the plan is work that goes on, and no slip. */
export const isOutsidePlan = (
  { startOn, dueOn }: Pick<Action, 'startOn' | 'dueOn'>,
  { startsOn, endsOn }: Period,
): boolean =>
  (endsOn !== null && dueOn !== null && dueOn > endsOn) ||
  (startsOn !== null && dueOn !== null && dueOn < startsOn) ||
  (endsOn !== null && startOn !== null && startOn > endsOn);

export interface OwnerShare {
  readonly owner: string;
  readonly actionIds: readonly string[];
  /** domain.md 4: one body owning more than a third. In a plan of a few actions that says nothing. */
  readonly isMost: boolean;
}
const fewestActions = 6;

/** Who leads how many actions, by the name as it is written first; those who lead most come first. */
export function ownerShares(actions: readonly Pick<Action, 'id' | 'lead'>[]): readonly OwnerShare[] {
  const shares = new Map<string, { readonly owner: string; readonly actionIds: string[] }>();
  for (const { id, lead } of actions) {
    for (const owner of ownersOf(lead)) {
      const share = shares.get(owner.toLowerCase());
      if (share) share.actionIds.push(id);
      else shares.set(owner.toLowerCase(), { owner, actionIds: [id] });
    }
  }
  return [...shares.values()]
    .map((share) => ({
      ...share,
      isMost: actions.length >= fewestActions && share.actionIds.length * 3 > actions.length,
    }))
    .toSorted(
      (one, other) => other.actionIds.length - one.actionIds.length || one.owner.localeCompare(other.owner, 'en-GB'),
    );
}

/** domain.md 4: dates bunched. From this many dated actions on, this share on one day is worth a look. */
const fewestDated = 8;
const bunchedShare = 0.5;

export interface BunchedDay {
  readonly day: string;
  readonly actionIds: readonly string[];
  /** How many actions have a due date at all. */
  readonly dated: number;
}

/** The day on which most of the actions are due; null where they are spread. */
export function bunchedDay(actions: readonly Pick<Action, 'id' | 'dueOn'>[]): BunchedDay | null {
  const byDay = new Map<string, string[]>();
  let dated = 0;
  for (const { id, dueOn } of actions) {
    if (dueOn === null) continue;
    dated += 1;
    byDay.set(dueOn, [...(byDay.get(dueOn) ?? []), id]);
  }
  if (dated < fewestDated) return null;
  for (const [day, actionIds] of byDay) if (actionIds.length > dated * bunchedShare) return { day, actionIds, dated };
  return null;
}
