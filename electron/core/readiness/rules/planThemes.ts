import { type Theme, themes } from '#shared/model/words.ts';
import { themeTitle } from '../../export/build/themeTitles.ts';
import { questionPage, type ReadinessRule } from '../draft.ts';

/** domain.md 1: a plan covers the four themes; the fifth is the self-assessment itself and needs no action. */
const plannedThemes = themes.filter((theme) => theme !== 'evaluating-impact');

export const emptyPlan: ReadinessRule = (draft) =>
  draft.newPlan.actions.length > 0
    ? []
    : [
        {
          weight: 'must',
          rule: 'empty-plan',
          message: 'The new plan has no actions',
          reason: `The submission sets out the next ${draft.questionSet.planMonths} months.`,
          target: questionPage(draft, 'plan'),
        },
      ];

export const themeWithoutAction: ReadinessRule = (draft) => {
  if (draft.newPlan.actions.length === 0) return [];
  const covered = new Set<Theme>(draft.newPlan.actions.flatMap((action) => action.themes));
  return plannedThemes
    .filter((theme) => !covered.has(theme))
    .map((theme) => ({
      weight: 'should',
      rule: 'theme-without-action',
      message: `No action of the new plan has the theme ${themeTitle(theme, draft.institution)}`,
      reason: 'Reviewers look for a fair spread over the themes, or a reason where there is none.',
      target: questionPage(draft, 'plan'),
    }));
};
