import type { PrintedVoice } from '#shared/model/quoting.ts';
import type { CitationKind, RichText } from '#shared/model/richText.ts';
import type { AnswerState, LineageKind, Rag, Theme } from '#shared/model/words.ts';
import type { HouseStyle } from '../houseStyle/houseStyle.ts';

/**
 * A submission as plain data: what the Word, Excel, web page and PDF writers lay out, so that they cannot disagree.
 *
 * Built from the live workspace for a draft and from a frozen version for an issued copy. Nothing here is looked up
 * again: dates are ISO text (`2027-01-31`), words are as the institution writes them, consent to quote has been
 * applied, and notes kept for oneself are absent. Text that nobody wrote is `''`, a day or number that is not known
 * is `null`, and the writer says *Not set* or *None* in their place. Text may hold line breaks (`\n`).
 */
export interface Submission {
  readonly options: SubmissionOptions;
  readonly titleBlock: TitleBlock;
  /** What the institution calls its technicians; blank where it keeps the usual word. */
  readonly people: string;
  readonly brief: SignatoryBrief;
  /** In the official order of the question set. */
  readonly questions: readonly SubmissionQuestion[];
  readonly signatories: readonly SubmissionSignatory[];
  /** null at a stage that reviews no earlier plan. */
  readonly lastPlan: ReviewedPlan | null;
  readonly newPlan: NewPlan;
  readonly voice: readonly VoiceEntry[];
  readonly evidence: readonly EvidenceEntry[];
  /** Everything that an answer cites, numbered from 1 in the order of first mention. */
  readonly references: readonly SubmissionReference[];
  /**
   * Ids of the entries of technician voice that an answer cites and that must stay inside the institution. A draft says
   * at the place that something is left out; an issued copy reads as if nothing were cited there.
   */
  readonly keptInside: readonly string[];
  /** How the institution's own documents look; null for our own looks. No part of the content. */
  readonly houseStyle: HouseStyle | null;
}

export type SubmissionPart = 'brief' | 'questions' | 'signatures' | 'last-plan' | 'new-plan' | 'voice' | 'evidence';
export type SubmissionLanguage = 'en-GB' | 'cy-GB';

export interface SubmissionOptions {
  /** The parts to print; their order is always that of the document. */
  readonly parts: readonly SubmissionPart[];
  readonly planAs: 'tables' | 'lists';
  /** The language of the document and of the words that the writer adds to it. */
  readonly language: SubmissionLanguage;
  readonly copy: SubmissionCopy;
}

export type SubmissionCopy =
  /** `version` may be `''` for a draft that has no name. */
  | { readonly kind: 'draft'; readonly version: string }
  /** `fingerprint`: the first characters of the SHA-256 of the content, spaced for reading aloud. */
  | { readonly kind: 'issued'; readonly version: string; readonly fingerprint: string };

export interface TitleBlock {
  /** What it is submitted to: *Technician Commitment*. */
  readonly initiative: string;
  /** Such as *Stage 3 self-assessment and action plan*. */
  readonly title: string;
  /** For the header of every page, such as *Stage 3 self-assessment*. */
  readonly shortTitle: string;
  readonly stage: number;
  readonly institution: string;
  readonly planStartsOn: string | null;
  readonly planEndsOn: string | null;
  readonly planMonths: number | null;
  readonly lead: SubmissionPerson;
  readonly contact: SubmissionPerson;
  /** The day that the document carries: of issue, or of the last change to a draft. Never the clock's. */
  readonly date: string;
  readonly logo: SubmissionLogo | null;
}

export interface SubmissionPerson {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly telephone: string;
}

export interface SubmissionLogo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
  /** In pixels of the image itself. */
  readonly width: number;
  readonly height: number;
  readonly alternativeText: string;
}

/** One page for the person who signs. */
export interface SignatoryBrief {
  readonly askedOfSignatory: string;
  readonly changedSinceLastTime: string;
  /** Oldest first; usually two: as the last submission said, and now. Empty where no plan is reviewed. */
  readonly ragTotals: readonly RagTotals[];
  /** At most three. */
  readonly risks: readonly string[];
  readonly budget: string;
}

export interface RagTotals {
  /** The column's heading, such as *January 2024*. */
  readonly label: string;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly notRated: number;
}

export interface SubmissionQuestion {
  readonly key: string;
  /** As printed before the title; `''` where the form does not number its questions. */
  readonly number: string;
  readonly title: string;
  readonly prompt: string;
  /** Printed under the prompt where the institution wishes; a line each. */
  readonly guidance: readonly string[];
  readonly state: AnswerState;
  /** What was written in the editor; may be empty beside a detail. */
  readonly text: RichText;
  readonly detail: QuestionDetail | null;
}

/** What a question holds besides, or instead of, writing. */
export type QuestionDetail =
  | { readonly kind: 'facts'; readonly facts: readonly SubmissionFact[] }
  | { readonly kind: 'publication'; readonly publication: SubmissionPublication }
  /** The answer is a part of the document; where that part is left out, the text says so. */
  | { readonly kind: 'part'; readonly part: 'last-plan' | 'new-plan' | 'signatures' };

export type SubmissionFact =
  | { readonly kind: 'value'; readonly label: string; readonly value: string }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly columns: readonly string[];
      /** A cell for each column. */
      readonly rows: readonly (readonly string[])[];
    };

export interface SubmissionPublication {
  /** null: nobody has said. */
  readonly statusPublished: boolean | null;
  readonly planPublished: boolean | null;
  readonly urls: readonly string[];
}

export interface SubmissionSignatory {
  readonly role: string;
  readonly name: string;
  readonly title: string;
  /** The day of the signature; printed on issued copies only. */
  readonly signedOn: string | null;
}

/** Actions that stand together under one heading: a theme, or an item of a framework where the plan is grouped so. */
export interface PlanGroup<Action> {
  readonly key: string;
  readonly title: string;
  readonly actions: readonly Action[];
}

export interface PlanHeading {
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface ReviewedPlan extends PlanHeading {
  readonly groups: readonly PlanGroup<ReviewedAction>[];
}

export interface NewPlan extends PlanHeading {
  readonly groups: readonly PlanGroup<PlannedAction>[];
}

export interface SubmissionAction {
  readonly id: string;
  /** As the institution writes it: it may be missing or repeat. */
  readonly ref: string;
  readonly themes: readonly Theme[];
  /** The other groups that it serves, by title, besides the one it stands under. */
  readonly alsoUnder: readonly string[];
  readonly objective: string;
  readonly text: string;
  readonly lead: string;
  readonly supporting: string;
  /** As written; the parsed day is beside it where one was understood. */
  readonly startText: string;
  readonly startOn: string | null;
  readonly dueText: string;
  readonly dueOn: string | null;
  readonly successMeasure: string;
  readonly resources: string;
}

export interface ReviewedAction extends SubmissionAction {
  /** null: not yet rated, which is not red. */
  readonly rag: Rag | null;
  readonly ratedOn: string | null;
  readonly previousRag: Rag | null;
  readonly progress: string;
  /** Why it is red; every red needs one. */
  readonly explanation: string;
  /** What becomes of it; `newRef` is the reference of the action that carries it on. */
  readonly outcomes: readonly { readonly kind: LineageKind; readonly newRef: string; readonly reason: string }[];
  /** Not in the plan that was submitted. */
  readonly addedSinceSubmission: boolean;
}

export interface PlannedAction extends SubmissionAction {
  readonly impactEvidence: string;
  /** References of the actions of the last plan that it carries on. */
  readonly continues: readonly string[];
}

/** One thing that technicians said, with consent already applied: what may not leave the institution is absent. */
export interface VoiceEntry extends PrintedVoice {
  readonly id: string;
  /** As printed: from 1 without a gap, since a gap would tell that somebody spoke who must not be heard outside. */
  readonly number: number;
  /** In the register, for whoever looks the entry up there; no document prints it. */
  readonly registerNumber: number;
  /** Themes as the institution calls them. */
  readonly themes: readonly string[];
  /** The actions that it is linked to, each by its reference or its first words. */
  readonly lastPlanActions: readonly string[];
  readonly newPlanActions: readonly string[];
  /** Those of any other plan, a line for each plan that says which. */
  readonly otherPlanActions: readonly string[];
}

export interface EvidenceEntry {
  readonly id: string;
  readonly number: number;
  /** A usual kind by its name, for the writer's own language; any other in the institution's words. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** Of the attached file. */
  readonly fileName: string;
  readonly datedOn: string | null;
  /** The answers, actions and themes that it supports, each in a few words. */
  readonly supports: readonly string[];
}

export interface SubmissionReference {
  readonly number: number;
  readonly kind: CitationKind;
  /** The id that a citation in an answer carries. */
  readonly id: string;
  /** The whole entry, such as *Technician survey, March 2026, 148 replies*. */
  readonly text: string;
  readonly url: string;
}
