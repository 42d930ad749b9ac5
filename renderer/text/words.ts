import type { AnswerState, Consent, LineageKind, Rag, SignOffStep, Theme, VoiceChannel } from '#shared/model/words.ts';

/** The words of the interface for the values of the model, exhaustive by type. */
export const themeWords: Readonly<Record<Theme, string>> = {
  visibility: 'Visibility',
  recognition: 'Recognition',
  'career-development': 'Career Development',
  sustainability: 'Sustainability',
  'evaluating-impact': 'Evaluating Impact',
};
export const ragWords: Readonly<Record<Rag | 'unrated', string>> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  unrated: 'Not yet rated',
};
export const ragMeanings: Readonly<Record<Rag | 'unrated', string>> = {
  green: 'undertaken and completed',
  amber: 'in progress',
  red: 'still to be carried out',
  unrated: 'not yet rated',
};
export const answerStateWords: Readonly<Record<AnswerState, string>> = {
  empty: 'Empty',
  draft: 'In draft',
  ready: 'Ready',
};
export const lineageWords: Readonly<Record<LineageKind, string>> = {
  continued: 'Continued as it is',
  extended: 'Extended',
  narrowed: 'Narrowed',
  replaced: 'Replaced',
  merged: 'Merged',
  split: 'Split',
  done: 'Done',
  'business-as-usual': 'Business as usual',
  superseded: 'Superseded',
  dropped: 'Dropped',
};
export const voiceChannelWords: Readonly<Record<VoiceChannel, string>> = {
  'focus-group': 'Focus group',
  survey: 'Survey',
  'steering-group-seat': 'Steering Group seat',
  'network-event': 'Network event',
  interview: 'Interview',
  'anonymous-form': 'Anonymous form',
  'event-feedback': 'Event feedback',
  'exit-interview': 'Exit interview',
  other: 'Other',
};
export const consentWords: Readonly<Record<Consent, string>> = {
  named: 'May be quoted by name',
  role: 'May be quoted by role',
  anonymous: 'May be quoted anonymously',
  internal: 'Not outside the institution',
};
export const signOffWords: Readonly<Record<SignOffStep, string>> = {
  draft: 'Draft',
  'with-steering-group': 'With the Steering Group',
  'with-leader': 'With the leader',
  signed: 'Signed',
  submitted: 'Submitted',
  published: 'Published',
};
