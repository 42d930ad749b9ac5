import { z } from 'zod';

/** The five themes of the Technician Commitment, in its own order (*Evaluating impact* is the self-assessment itself). */
export const themes = [
  'visibility',
  'recognition',
  'career-development',
  'sustainability',
  'evaluating-impact',
] as const;
export const themeSchema = z.enum(themes);
export type Theme = z.infer<typeof themeSchema>;

/** Completion, not health: green done, amber in progress, red still to be carried out. `null` is not yet rated. */
export const rags = ['green', 'amber', 'red'] as const;
export const ragSchema = z.enum(rags);
export type Rag = z.infer<typeof ragSchema>;

/** What becomes of an action of the last plan. The first six lead to an action of the new plan, the others do not. */
export const lineageKinds = [
  'continued',
  'extended',
  'narrowed',
  'replaced',
  'merged',
  'split',
  'done',
  'business-as-usual',
  'superseded',
  'dropped',
] as const;
export const lineageKindSchema = z.enum(lineageKinds);
export type LineageKind = z.infer<typeof lineageKindSchema>;
export const carryingKinds = ['continued', 'extended', 'narrowed', 'replaced', 'merged', 'split'] as const;

export const answerStateSchema = z.enum(['empty', 'draft', 'ready']);
export type AnswerState = z.infer<typeof answerStateSchema>;

/** How technicians were heard. */
export const voiceChannels = [
  'focus-group',
  'survey',
  'steering-group-seat',
  'network-event',
  'interview',
  'anonymous-form',
  'event-feedback',
  'exit-interview',
  'other',
] as const;
export const voiceChannelSchema = z.enum(voiceChannels);
export type VoiceChannel = z.infer<typeof voiceChannelSchema>;

/** Consent to quote: by name, by role, without attribution, or not outside the institution. */
export const consents = ['named', 'role', 'anonymous', 'internal'] as const;
export const consentSchema = z.enum(consents);
export type Consent = z.infer<typeof consentSchema>;

/** The kinds of evidence that every workspace begins with; the institution adds its own, renames and retires. */
export const usualEvidenceKinds = [
  'link',
  'file',
  'document',
  'testimonial',
  'publication',
  'award',
  'registration',
  'image',
  'other',
] as const;
export type UsualEvidenceKind = (typeof usualEvidenceKinds)[number];
export const isUsualEvidenceKind = (kind: string): kind is UsualEvidenceKind =>
  usualEvidenceKinds.some((usual) => usual === kind);

export const signOffSteps = [
  'draft',
  'with-steering-group',
  'with-leader',
  'signed',
  'submitted',
  'published',
] as const;
export const signOffStepSchema = z.enum(signOffSteps);
export type SignOffStep = z.infer<typeof signOffStepSchema>;

/** 2027-01-31: a calendar day with no time and no zone. */
export const dateSchema = z.iso.date();
/** 08-01: month and day, of every year, so 29 February is none. */
export const dayOfYearSchema = z
  .string()
  .refine((text) => /^\d{2}-\d{2}$/.test(text) && dateSchema.safeParse(`2026-${text}`).success, {
    error: 'The day must exist in that month of every year',
  });
/** Most universities in the UK begin their academic year on 1 August. */
export const usualAcademicYearStart = '08-01';
/** 2026-11-21T14:02:11.000Z: an instant, in UTC. */
export const instantSchema = z.iso.datetime();
export const idSchema = z.uuid();
