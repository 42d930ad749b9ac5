import { markOf, type PlanLintRule, targetOfMark } from '#shared/model/planLint.ts';
import { actionName } from '../../actionPlan/actionWords.ts';
import type { ReadinessRule } from '../draft.ts';

/** The marks beside the cells of the new plan, as findings: one rule for each, in the order of Readiness. */
const ofEachAction =
  (rule: PlanLintRule): ReadinessRule =>
  ({ newPlan: { plan, actions } }) =>
    actions.flatMap((action) => {
      const mark = markOf(rule, action, plan);
      if (mark === null) return [];
      const { weight, words, detail = '', reason } = mark;
      const message = `${words}: ${actionName(action)}${detail}`;
      return [{ weight, rule, message, reason, target: targetOfMark(action.id, mark) }];
    });

export const actionWithoutText = ofEachAction('action-without-text');
export const noLead = ofEachAction('no-lead');
export const noDueDate = ofEachAction('no-due-date');
export const datesOutsidePlan = ofEachAction('date-outside-plan');
export const dueBeforeStart = ofEachAction('due-before-start');
export const noMeasure = ofEachAction('no-measure');
export const noNumberInMeasure = ofEachAction('no-number-in-measure');
export const ongoingDates = ofEachAction('ongoing-date');
export const vagueActions = ofEachAction('vague-action');
export const tooManyOwners = ofEachAction('too-many-owners');
export const actionWithoutTheme = ofEachAction('action-without-theme');
