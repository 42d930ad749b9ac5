import type { Question } from '#shared/model/questionSet.ts';
import { type QuotingConcern, quotingConcerns } from '#shared/model/quoting.ts';
import { citationsIn } from '#shared/model/richText.ts';
import type { Voice } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import { themeTitle } from '../../export/build/themeTitles.ts';
import { type Draft, inBrief, questionPage, type ReadinessRule } from '../draft.ts';

/** domain.md 1: evidence that the technician voice shaped the plan is a minimum expectation. */
export const noVoice: ReadinessRule = (draft) =>
  draft.voice.length > 0
    ? []
    : [
        {
          weight: 'must',
          rule: 'no-voice',
          message: `Nothing that ${draft.institution?.technicianWord.trim() || 'technicians'} said is recorded yet`,
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
export const voiceOfSmallGroup: ReadinessRule = ({ voice }) =>
  voice
    .filter((each) => quotingConcerns(each).includes('small-group'))
    .map((each) => ({
      weight: 'look',
      rule: 'voice-of-small-group',
      message: `Voice ${each.number} quotes one of fewer than five people`,
      reason: 'The quotation may tell who said it. A summary is safer.',
      target: `/voice/${each.id}`,
    }));

/** domain.md 4: a voice theme with no action. */
export const voiceThemeWithoutAction: ReadinessRule = ({ voice, newPlan, institution }) => {
  const covered = new Set<Theme>(newPlan.actions.flatMap((action) => action.themes));
  const seen = new Set<Theme>();
  return voice.flatMap((each) => {
    const open = each.themes.filter((theme) => !covered.has(theme) && !seen.has(theme));
    for (const theme of open) seen.add(theme);
    return open.map((theme) => ({
      weight: 'should' as const,
      rule: 'voice-theme-without-action',
      message: `Voice ${each.number} speaks of ${themeTitle(theme, institution)}, and no action of the new plan has that theme`,
      reason: 'Either an action answers it, or the plan says why none does.',
      target: `/voice/${each.id}`,
    }));
  });
};

/** domain.md 4: consent to quote; what may not leave the institution is not printed. */
export const citedInternalVoice: ReadinessRule = (draft) =>
  citedWith(draft, 'stays-inside').map(({ question, voice }) => ({
    weight: 'must',
    rule: 'cited-internal-voice',
    message: `${question.title} cites voice ${voice.number}, which may not be quoted outside`,
    reason:
      'The consent covers use inside the institution only. A draft says that a source is left out; in an issued copy nothing is cited there, so the sentence has to stand without it.',
    target: `/question/${question.key}`,
  }));

/** What an answer leans on and nobody can look up any more: it was put into the bin, or never came with the file. */
export const citedSourceGone: ReadinessRule = ({ answers, voice, evidence }) => {
  const there = new Set([...voice, ...evidence].map(({ id }) => id));
  return answers.flatMap(({ question, answer }) => {
    const gone = new Set(citationsIn(answer.content).flatMap(({ id }) => (there.has(id) ? [] : [id]))).size;
    if (gone === 0) return [];
    return [
      {
        weight: 'must' as const,
        rule: 'cited-source-gone',
        message: `${question.title} cites ${inBrief(gone, 'source that is', 'sources that are')} no longer there`,
        reason: 'It is printed as “[source missing]”. Bring the source back from the bin, or take the citation out.',
        target: `/question/${question.key}`,
      },
    ];
  });
};

export const citedVoiceOfSmallGroup: ReadinessRule = (draft) =>
  citedWith(draft, 'small-group').map(({ question, voice }) => ({
    weight: 'should',
    rule: 'cited-voice-of-small-group',
    message: `${question.title} cites voice ${voice.number}, a quote from fewer than five people`,
    reason: 'Whoever knows the group may tell who said it. A summary is safer, or consent to be named.',
    target: `/voice/${voice.id}`,
  }));

export const citedVoiceWithoutName: ReadinessRule = (draft) =>
  citedWith(draft, 'name-missing').map(({ question, voice }) => ({
    weight: 'look',
    rule: 'cited-voice-without-name',
    message: `${question.title} cites voice ${voice.number}, which may be quoted by name and has none`,
    reason: 'The group is printed in place of the name.',
    target: `/voice/${voice.id}`,
  }));

/** Where answers cite an entry of which this is to be thought; each entry once for each answer. */
function citedWith(
  { answers, voice }: Draft,
  concern: QuotingConcern,
): readonly { readonly question: Question; readonly voice: Voice }[] {
  const concerned = new Map(
    voice.filter((each) => quotingConcerns(each).includes(concern)).map((each) => [each.id, each]),
  );
  return answers.flatMap(({ question, answer }) => {
    const cited = new Set(citationsIn(answer.content).flatMap(({ id }) => concerned.get(id) ?? []));
    return [...cited].map((each) => ({ question, voice: each }));
  });
}
