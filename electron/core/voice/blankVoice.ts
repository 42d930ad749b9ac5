import type { Voice } from '#shared/model/tables.ts';

/** A voice entry before anybody has written in it. */
export const blankVoice: Omit<Voice, 'id' | 'number'> = {
  heardOn: null,
  channel: 'other',
  groupName: '',
  personName: '',
  asked: null,
  replied: null,
  kind: 'summary',
  words: '',
  // The most careful consent until somebody says more.
  consent: 'internal',
  themes: [],
  changed: '',
  whyNot: '',
  binned: false,
};
