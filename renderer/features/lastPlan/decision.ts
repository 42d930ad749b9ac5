import { assertNever } from '#shared/assertNever.ts';
import type { Action } from '#shared/model/tables.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { mergedFields } from './mergedFields.ts';

/** What can be decided about actions of the last plan, in the order and words of the list. */

export const endings = [
  ['done', 'Done'],
  ['business-as-usual', 'Now business as usual'],
  ['superseded', 'Superseded'],
  ['dropped', 'Dropped'],
] as const;
export const goingOn = [
  ['continued', 'Carry forward as it is'],
  ['reworded', 'Carry forward, reworded'],
  ['narrowed', 'Carry forward, narrowed'],
  ['extended', 'Carry forward, extended'],
  ['merged', 'Merge with others into one action'],
  ['split', 'Split into several actions'],
  ['replaced', 'Replace by a different action'],
  ['joined', 'Go on in an action already in the new plan'],
] as const;

export type Ending = (typeof endings)[number][0];
export type Choice = Ending | (typeof goingOn)[number][0];
export const choices: readonly (readonly [Choice, string])[] = [...endings, ...goingOn];

/** What one decision for many can be; splitting and replacing are about one action. */
export const choicesForMany: readonly Choice[] = [
  ...endings.map(([choice]) => choice),
  'continued',
  'reworded',
  'narrowed',
  'extended',
  'merged',
  'joined',
];
/** What a decision that led to an action can become without making another: the action of the new plan stays. */
export const choicesOfDecided: readonly Choice[] = [
  ...endings.map(([choice]) => choice),
  'continued',
  'narrowed',
  'extended',
  'replaced',
];

export const isEnding = (choice: Choice): choice is Ending => endings.some(([ending]) => ending === choice);
/** The choices with words of their own for the new action. */
export const rewords = (choice: Choice): boolean =>
  choice === 'reworded' || choice === 'narrowed' || choice === 'extended' || choice === 'replaced';

export interface Decision {
  readonly choice: Choice;
  readonly reason: string;
  /** The new action's text, where it has its own. */
  readonly text: string;
  /** Where several were selected and are reworded: the new text of each, by its id; those not in it keep their words. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The texts of the actions that one is split into. */
  readonly parts: readonly string[];
  /** The action of the new plan in which it goes on, for `joined` and for a decision that is altered. */
  readonly toActionId: string | null;
}

export const actionsToMerge = 2;
export const partsOfSplit = (parts: readonly string[]): readonly string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');

/** Why a decision cannot be carried out yet, in words for the form; the core's own rules come on top. */
export function unfinished({ choice, parts, toActionId }: Decision, actions: readonly Action[]): string | null {
  if (actions.length === 0) return 'Tick at least one action.';
  if (choice === 'merged' && actions.length < actionsToMerge) return 'Tick the actions that it is merged with.';
  if (choice === 'split' && partsOfSplit(parts).length < 2) return 'Write two actions or more that it is split into.';
  if (choice === 'joined' && toActionId === null) return 'Choose the action of the new plan in which it goes on.';
  return null;
}

/** Carries a decision out in one step. `altered` keeps the action of the new plan and changes what is said of it. */
export async function decide(
  actions: readonly Action[],
  decision: Decision,
  toPlanId: string,
  altered: boolean,
): Promise<Result<unknown>> {
  const { choice, reason, text, texts, parts, toActionId } = decision;
  const actionIds = actions.map(({ id }) => id);
  const [fromActionId = ''] = actionIds;
  const carryEach = (kind: 'continued' | 'extended' | 'narrowed') =>
    run('lineage.carryEach', {
      fromActionIds: actionIds,
      toPlanId,
      kind,
      texts: actionIds.flatMap((id) => (texts?.has(id) ? [{ id, text: texts.get(id) ?? '' }] : [])),
      reason,
    });
  const isMany = actionIds.length > 1;
  const carry = (kind: 'continued' | 'extended' | 'narrowed' | 'replaced', fields: { readonly text?: string }) =>
    altered && toActionId !== null
      ? run('lineage.join', { fromActionId, toActionId, kind, reason })
      : run('lineage.carryForward', { fromActionIds: actionIds, toPlanId, kind, fields, reason });
  switch (choice) {
    case 'done':
    case 'business-as-usual':
    case 'superseded':
    case 'dropped':
      return run('lineage.decide', { actionIds, kind: choice, reason });
    case 'continued':
      return isMany ? run('lineage.carryEach', { fromActionIds: actionIds, toPlanId }) : carry('continued', {});
    case 'reworded':
      return texts ? carryEach('continued') : carry('continued', { text });
    case 'narrowed':
    case 'extended':
      return texts ? carryEach(choice) : carry(choice, { text });
    case 'replaced':
      return carry(choice, { text });
    case 'merged':
      return run('lineage.carryForward', {
        fromActionIds: actionIds,
        toPlanId,
        kind: 'merged',
        fields: { ...mergedFields(actions), text },
        reason,
      });
    case 'split':
      return run('lineage.split', {
        fromActionId,
        toPlanId,
        into: partsOfSplit(parts).map((part) => ({ text: part })),
        reason,
      });
    case 'joined':
      return run('lineage.join', {
        fromActionId,
        ...(isMany ? { others: actionIds.slice(1) } : {}),
        toActionId: toActionId ?? '',
        kind: 'continued',
        reason,
      });
    default:
      return assertNever(choice);
  }
}
