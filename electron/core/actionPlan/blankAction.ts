import type { Action } from '#shared/model/tables.ts';

/** An action before anybody has written in it. */
export const blankAction: Omit<Action, 'id' | 'planId' | 'position'> = {
  ref: '',
  themes: [],
  objective: '',
  text: '',
  lead: '',
  supporting: '',
  startText: '',
  startOn: null,
  dueText: '',
  dueOn: null,
  successMeasure: '',
  resources: '',
  impactEvidence: '',
  notes: '',
  addedSinceSubmission: false,
  binned: false,
};
