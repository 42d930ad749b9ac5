import type { Action } from '#shared/model/tables.ts';

/** An action with nothing written in it but what is given. */
export const anAction = (given: Partial<Action> & Pick<Action, 'id' | 'planId'>): Action => ({
  position: 1,
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
  ...given,
});
