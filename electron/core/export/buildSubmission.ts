import type { Audience } from '#shared/model/quoting.ts';
import { roundInHand } from '#shared/model/signOffRounds.ts';
import type { Cycle, Institution, Plan } from '#shared/model/tables.ts';
import { roundsOf } from '../signOff/repository.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { buildEvidence, buildReferences } from './build/evidence.ts';
import type { PlanGrouping } from './build/frameworkGroups.ts';
import { citedButKeptInside } from './build/keptInside.ts';
import { buildLogo } from './build/logo.ts';
import { buildNewPlan, buildReviewedPlan } from './build/plans.ts';
import { buildQuestions } from './build/questions.ts';
import { ragTotals } from './build/ragTotals.ts';
import { buildVoice } from './build/voice.ts';
import type { Submission, SubmissionOptions, SubmissionPerson, SubmissionQuestion } from './submission.ts';
import { documentWords } from './word/documentWords.ts';

/**
 * Builds the submission of one cycle from the rows as they are. Pure but for reading: the same rows give the same
 * submission, so that the same content gives the same bytes. Throws the refusal `not-found` for an unknown cycle.
 * `date` is the day that the document carries. What technicians said is in it as far as their consent lets `audience`
 * see it. In our own looks: the Word document asks for the institution's (`houseStyleOf`).
 */
export function buildSubmission(
  rows: TableAccess,
  cycleId: string,
  options: SubmissionOptions,
  date: string,
  audience: Audience = 'signatory',
  planBy: PlanGrouping = 'theme',
): Submission {
  const words = documentWords(options.language);
  const cycle = rows.get('cycle', cycleId);
  const institution = rows.all('institution')[0];
  const set = rows.get('questionSet', cycle.questionSetId).content;
  const lastPlan = rows.get('plan', cycle.lastPlanId);
  const newPlan = rows.get('plan', cycle.newPlanId);
  const voice = buildVoice(rows, cycle, audience, words);
  const evidence = buildEvidence(rows, cycle, words);
  const questions = buildQuestions(rows, cycle, set.questions, words);
  return {
    options,
    titleBlock: {
      ...titleBlock(cycle, institution, newPlan, words.titleBlock.titles(cycle.stage, set.reviewsLastPlan), date),
      logo: buildLogo(rows, institution),
    },
    people: ownWord(institution?.technicianWord ?? ''),
    brief: {
      askedOfSignatory: cycle.brief.askedOfSignatory,
      changedSinceLastTime: cycle.brief.changedSinceLastTime,
      ragTotals: set.reviewsLastPlan ? ragTotals(rows, lastPlan.id, date, words) : [],
      risks: cycle.brief.risks.filter((risk) => risk.trim() !== ''),
      budget: cycle.brief.budget,
    },
    questions,
    signatories: signatories(rows, cycle, institution),
    lastPlan: set.reviewsLastPlan ? buildReviewedPlan(rows, lastPlan, institution, words, planBy) : null,
    newPlan: buildNewPlan(rows, newPlan, institution, words, planBy),
    voice,
    evidence,
    references: buildReferences(questions, voice, evidence, words),
    keptInside: citedButKeptInside(rows, questions),
    houseStyle: null,
  };
}

/** Blank for the usual word, which every language of the document has of its own. */
const ownWord = (word: string): string => (word.trim() === 'technicians' ? '' : word.trim());

/** What is printed as not answered. The answer to some questions is a part of the document, which has its own lists. */
export function unansweredQuestions({ questions }: Pick<Submission, 'questions'>): readonly SubmissionQuestion[] {
  return questions.filter((question) => {
    if (question.detail?.kind === 'part') return false;
    if (question.detail?.kind === 'publication') return !question.detail.publication.statusPublished;
    return question.state === 'empty';
  });
}

function titleBlock(
  cycle: Cycle,
  institution: Institution | undefined,
  newPlan: Plan,
  titles: Pick<Submission['titleBlock'], 'initiative' | 'title' | 'shortTitle'>,
  date: string,
): Omit<Submission['titleBlock'], 'logo'> {
  const contact: SubmissionPerson = {
    name: institution?.contactName ?? '',
    role: institution?.contactRole ?? '',
    email: institution?.contactEmail ?? '',
    telephone: institution?.contactTelephone ?? '',
  };
  return {
    ...titles,
    stage: cycle.stage,
    institution: institution?.name ?? '',
    planStartsOn: newPlan.startsOn,
    planEndsOn: newPlan.endsOn,
    planMonths: newPlan.months,
    lead: contact,
    contact,
    date,
  };
}

/** The signatories of the institution; before anybody is named, the two that the form always asks for. */
function signatories(rows: TableAccess, cycle: Cycle, institution: Institution | undefined): Submission['signatories'] {
  // Under an amendment nobody has signed yet: what was signed before were other words.
  const signed = roundInHand(roundsOf(rows, cycle.id)).records.filter(({ step }) => step === 'signed');
  const named = rows.all('signatory', {}, ['position']);
  const people =
    named.length > 0
      ? named
      : [
          { role: 'Institutional Lead', name: institution?.contactName ?? '', title: institution?.contactRole ?? '' },
          { role: institution?.leaderTitle ?? 'Vice-Chancellor', name: '', title: institution?.leaderTitle ?? '' },
        ];
  return people.map(({ role, name, title }) => ({
    role,
    name,
    title,
    signedOn:
      signed.find((record) => record.role === role || (name !== '' && record.name === name))?.happenedOn ?? null,
  }));
}
