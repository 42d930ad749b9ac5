import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { Draft, ReadinessRule } from './draft.ts';
import { unexplainedAcronyms } from './rules/acronyms.ts';
import { amendmentOpen } from './rules/amendment.ts';
import { doubtfulAddress, staleEvidence } from './rules/evidence.ts';
import { frameworkItemsWithoutAnything } from './rules/frameworkCoverage.ts';
import { incompleteFacts } from './rules/incompleteFacts.ts';
import { greensWithoutEvidence, redsWithoutReason, undecidedActions, unratedActions } from './rules/lastPlanRatings.ts';
import { namesOnPublicPage } from './rules/namesInPublic.ts';
import {
  actionWithoutText,
  actionWithoutTheme,
  datesOutsidePlan,
  dueBeforeStart,
  noDueDate,
  noLead,
  noMeasure,
  noNumberInMeasure,
  ongoingDates,
  tooManyOwners,
  vagueActions,
} from './rules/planActions.ts';
import { bunchedDates, oneBodyOwnsMost } from './rules/planSpread.ts';
import { emptyPlan, themeWithoutAction } from './rules/planThemes.ts';
import { publication } from './rules/publication.ts';
import { signatories } from './rules/signatories.ts';
import { toDos } from './rules/toDos.ts';
import { unansweredQuestions } from './rules/unansweredQuestions.ts';
import { untickedAsks } from './rules/untickedAsks.ts';
import {
  citedInternalVoice,
  citedSourceGone,
  citedVoiceOfSmallGroup,
  citedVoiceWithoutName,
  noVoice,
  voiceOfSmallGroup,
  voiceThemeWithoutAction,
  voiceWithoutChange,
} from './rules/voice.ts';
import { longAnswers, wordLimits } from './rules/wordLimits.ts';

/** In the order in which a submission is read. */
const rules: readonly ReadinessRule[] = [
  toDos,
  unansweredQuestions,
  wordLimits,
  longAnswers,
  untickedAsks,
  incompleteFacts,
  unratedActions,
  redsWithoutReason,
  greensWithoutEvidence,
  undecidedActions,
  emptyPlan,
  actionWithoutText,
  themeWithoutAction,
  noLead,
  noDueDate,
  datesOutsidePlan,
  dueBeforeStart,
  noMeasure,
  noNumberInMeasure,
  ongoingDates,
  vagueActions,
  tooManyOwners,
  oneBodyOwnsMost,
  bunchedDates,
  actionWithoutTheme,
  frameworkItemsWithoutAnything,
  noVoice,
  citedInternalVoice,
  citedSourceGone,
  citedVoiceOfSmallGroup,
  citedVoiceWithoutName,
  voiceWithoutChange,
  voiceThemeWithoutAction,
  voiceOfSmallGroup,
  staleEvidence,
  doubtfulAddress,
  publication,
  namesOnPublicPage,
  signatories,
  amendmentOpen,
  unexplainedAcronyms,
];

const weights = { must: 0, should: 1, look: 2 } as const;

/**
 * What is left, the heaviest first; within a weight, in the order of the submission; what was set aside comes last. It
 * never blocks a draft.
 */
export function readinessOf(draft: Draft): readonly ReadinessItem[] {
  const dismissed = new Map(draft.dismissals.map((each) => [`${each.rule} ${each.target}`, each]));
  return rules
    .flatMap((rule) => rule(draft))
    .map((finding): ReadinessItem => {
      const own = finding.weight === 'must' ? undefined : dismissed.get(`${finding.rule} ${finding.target}`);
      return { ...finding, dismissed: own ? { id: own.id, reason: own.reason } : null };
    })
    .toSorted(
      (one, other) =>
        Number(one.dismissed !== null) - Number(other.dismissed !== null) ||
        weights[one.weight] - weights[other.weight],
    );
}
