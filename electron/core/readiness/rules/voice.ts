import { citationsIn } from '#shared/model/richText.ts';
import type { Theme } from '#shared/model/words.ts';
import { questionPage, type ReadinessRule } from '../draft.ts';

/** domain.md 1: evidence that the technician voice shaped the plan is a minimum expectation. */
export const noVoice: ReadinessRule = (draft) =>
  draft.voice.length > 0
    ? []
    : [
        {
          weight: 'must',
          rule: 'no-voice',
          message: 'Nothing that technicians said is recorded yet',
          reason: 'The submission shows how the technician voice shaped the plan.',
          target: questionPage(draft, 'plan'),
        },
      ];

/** domain.md 4: what changed because of it, or why not: "you said, we did". */
export const voiceWithoutChange: ReadinessRule = ({ voice }) =>
  voice
    .filter((each) => each.changed.trim() === '' && each.whyNot.trim() === '')
    .map((each) => ({
      weight: 'should',
      rule: 'voice-without-change',
      message: `Voice ${each.number} has neither a change nor a reason why not`,
      reason: 'People who were asked look for what became of it.',
      target: `/voice/${each.id}`,
    }));

/** domain.md 4: a quote from a group of fewer than five may identify its speaker. */
const smallestAnonymousGroup = 5;

export const voiceOfSmallGroup: ReadinessRule = ({ voice }) =>
  voice
    .filter((each) => {
      const size = each.replied ?? each.asked;
      const mayNameNobody = each.consent === 'anonymous' || each.consent === 'role';
      return each.kind === 'quote' && mayNameNobody && size !== null && size < smallestAnonymousGroup;
    })
    .map((each) => ({
      weight: 'look',
      rule: 'voice-of-small-group',
      message: `Voice ${each.number} quotes one of fewer than five people`,
      reason: 'The quotation may tell who said it. A summary is safer.',
      target: `/voice/${each.id}`,
    }));

/** domain.md 4: a voice theme with no action. */
export const voiceThemeWithoutAction: ReadinessRule = ({ voice, newPlan }) => {
  const covered = new Set<Theme>(newPlan.actions.flatMap((action) => action.themes));
  const seen = new Set<Theme>();
  return voice.flatMap((each) => {
    const open = each.themes.filter((theme) => !covered.has(theme) && !seen.has(theme));
    for (const theme of open) seen.add(theme);
    return open.map((theme) => ({
      weight: 'should' as const,
      rule: 'voice-theme-without-action',
      message: `Voice ${each.number} speaks of ${theme.replace('-', ' ')}, and no action of the new plan has that theme`,
      reason: 'Either an action answers it, or the plan says why none does.',
      target: `/voice/${each.id}`,
    }));
  });
};

/** domain.md 4: consent to quote; what may not leave the institution is not printed. */
export const citedInternalVoice: ReadinessRule = ({ answers, voice }) => {
  const internal = new Map(voice.filter((each) => each.consent === 'internal').map((each) => [each.id, each]));
  return answers.flatMap(({ question, answer }) => {
    const cited = new Set(citationsIn(answer.content).map((each) => internal.get(each.id)));
    return [...cited].flatMap((each) =>
      each
        ? [
            {
              weight: 'must' as const,
              rule: 'cited-internal-voice',
              message: `${question.title} cites voice ${each.number}, which may not be quoted outside`,
              reason: 'The consent covers use inside the institution only, so it is left out of what is printed.',
              target: `/question/${question.key}`,
            },
          ]
        : [],
    );
  });
};
