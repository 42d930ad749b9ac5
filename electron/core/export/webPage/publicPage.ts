import type { SignOffStep } from '#shared/model/words.ts';
import type {
  NewPlan,
  RagTotals,
  ReviewedPlan,
  SubmissionLanguage,
  SubmissionLogo,
  SubmissionPerson,
  VoiceEntry,
} from '../submission.ts';

/** What the web page and the csv beside it are written from: a submission with everything taken out that stays inside. */
export interface PublicPage {
  readonly language: SubmissionLanguage;
  readonly copy: PublicCopy;
  readonly institution: string;
  readonly stage: number;
  readonly status: PublicStatus;
  readonly contact: SubmissionPerson;
  readonly planStartsOn: string | null;
  readonly planEndsOn: string | null;
  readonly planMonths: number | null;
  readonly date: string;
  readonly logo: SubmissionLogo | null;
  /** What the institution calls its technicians; blank for the usual word. */
  readonly people: string;
  readonly ragTotals: readonly RagTotals[];
  /** null where there is none, or it is not to be on the page. */
  readonly lastPlan: ReviewedPlan | null;
  readonly newPlan: NewPlan;
  /** null where it is not to be on the page. */
  readonly voice: readonly VoiceEntry[] | null;
}

export type PublicCopy =
  | { readonly kind: 'draft' }
  | { readonly kind: 'issued'; readonly version: string; readonly fingerprint: string };

export interface PublicStatus {
  /** The day on which the institution signed the Commitment. */
  readonly signatorySince: string | null;
  /** How far the self-assessment of this stage has come, and on which day. */
  readonly step: SignOffStep | null;
  readonly stepOn: string | null;
}

export type PublicPart = 'last-plan' | 'voice';
