import { actionName } from '../../actionPlan/actionWords.ts';
import type { ReadinessRule } from '../draft.ts';

/** domain.md 1: plans in sister schemes fail because actions are not specific or measurable. */
export const noMeasure: ReadinessRule = ({ newPlan }) =>
  newPlan.actions
    .filter((action) => action.successMeasure.trim() === '')
    .map((action) => ({
      weight: 'should',
      rule: 'no-measure',
      message: `No success measure: ${actionName(action)}`,
      reason: 'Without one, nobody can say later whether it worked.',
      target: `/new-plan/${action.id}/successMeasure`,
    }));

/** domain.md 4: no number in a measure. Digits of any script, a per cent sign, or a number in words. */
const number =
  /[\p{N}%]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|double|twice|all|every|each|none)\b/iu;

export const noNumberInMeasure: ReadinessRule = ({ newPlan }) =>
  newPlan.actions
    .filter((action) => action.successMeasure.trim() !== '' && !number.test(action.successMeasure))
    .map((action) => ({
      weight: 'look',
      rule: 'no-number-in-measure',
      message: `No number in the success measure: ${actionName(action)}`,
      reason: 'From what, to what, by when: a number makes it checkable.',
      target: `/new-plan/${action.id}/successMeasure`,
    }));

/** domain.md 4: verbs such as review, explore, consider. */
const vagueVerb = /^(?:to\s+)?(review|explore|consider|investigate|look into|continue to|discuss)\b/iu;

export const vagueActions: ReadinessRule = ({ newPlan }) =>
  newPlan.actions.flatMap((action) => {
    const [, verb] = vagueVerb.exec(action.text.trim()) ?? [];
    if (verb === undefined) return [];
    return [
      {
        weight: 'look' as const,
        rule: 'vague-action',
        message: `Begins with “${verb.toLowerCase()}”: ${actionName(action)}`,
        reason: 'Say what there will be at the end of it.',
        target: `/new-plan/${action.id}/text`,
      },
    ];
  });
