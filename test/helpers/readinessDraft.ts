import { join } from 'node:path';
import { loadQuestionSets } from '#core/cycle/questionSets.ts';
import { blankEvidence } from '#core/evidence/blankEvidence.ts';
import type { Draft } from '#core/readiness/draft.ts';
import { blankVoice } from '#core/voice/blankVoice.ts';
import { emptyRichText } from '#shared/model/richText.ts';
import type { Action, Evidence, Rating, Voice } from '#shared/model/tables.ts';
import { anAction } from './anAction.ts';

/** A Stage 3 draft of an invented university with nothing in it; state only what matters. */
export function emptyDraft(changes: Partial<Draft> = {}, stage = 3): Draft {
  const set = loadQuestionSets(join(import.meta.dirname, '../../resources')).find((each) => each.stage === stage);
  if (!set) throw new Error(`There is no stage ${stage}`);
  const plan = { title: 'Action plan', startsOn: '2027-02-01', endsOn: '2030-01-31', months: 36, submittedOn: null };
  return {
    today: '2026-11-21',
    cycle: {
      id: 'cycle',
      stage,
      questionSetId: 'set',
      signedOn: null,
      dueOn: '2027-01-31',
      extendedFrom: null,
      lastPlanId: 'last',
      newPlanId: 'new',
      createdAt: '2026-11-21T14:00:00.000Z',
      brief: { askedOfSignatory: '', changedSinceLastTime: '', risks: [], budget: '' },
    },
    questionSet: set,
    institution: undefined,
    signatories: [],
    answers: set.questions.map((question) => ({
      question,
      answer: {
        id: `answer ${question.key}`,
        cycleId: 'cycle',
        questionKey: question.key,
        content: emptyRichText,
        plainText: '',
        words: 0,
        facts: {},
        state: 'empty',
        editedAt: null,
      },
      ticked: new Set<string>(),
    })),
    lastPlan: { plan: { ...plan, id: 'last', startsOn: null, endsOn: null }, actions: [] },
    newPlan: { plan: { ...plan, id: 'new' }, actions: [] },
    ratings: new Map(),
    lineage: [],
    voice: [],
    evidence: [],
    links: [],
    frameworks: [],
    publicPage: [],
    dismissals: [],
    amendment: null,
    ...changes,
  };
}

export const draftAction = (id: string, fields: Partial<Action> = {}): Action =>
  anAction({ id, planId: 'new', ref: id, ...fields });

export const withNewActions = (actions: readonly Action[]): Draft => {
  const draft = emptyDraft();
  return { ...draft, newPlan: { ...draft.newPlan, actions } };
};

export const draftRating = (actionId: string, fields: Partial<Rating> = {}): Rating => ({
  id: `rating of ${actionId}`,
  actionId,
  rag: null,
  ratedOn: '2026-11-21',
  ratedAt: '2026-11-21T14:00:00.000Z',
  progress: '',
  explanation: '',
  source: 'review',
  ...fields,
});

export const draftVoice = (number: number, fields: Partial<Voice> = {}): Voice => ({
  ...blankVoice,
  id: `voice ${number}`,
  number,
  channel: 'survey',
  consent: 'anonymous',
  ...fields,
});

export const draftEvidence = (number: number, fields: Partial<Evidence> = {}): Evidence => ({
  ...blankEvidence,
  id: `evidence ${number}`,
  number,
  ...fields,
});
