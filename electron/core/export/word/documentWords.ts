import type { SubmissionLanguage } from '#core/export/submission.ts';
import type { PrintedCount } from '#shared/model/quoting.ts';
import {
  isUsualEvidenceKind,
  type LineageKind,
  type Rag,
  type Theme,
  type UsualEvidenceKind,
  type VoiceChannel,
} from '#shared/model/words.ts';
import { englishWords } from './englishWords.ts';
import { welshWords } from './welshWords.ts';

/** Every word that the writer itself adds to the document, in the document's language. */
export interface DocumentWords {
  readonly months: readonly string[];
  readonly draft: string;
  readonly draftTitle: (title: string) => string;
  /** Of a copy that has a number. */
  readonly version: (number: string) => string;
  readonly fingerprint: (fingerprint: string) => string;
  readonly page: string;
  readonly of: string;
  readonly contents: string;
  readonly endOfDocument: string;
  readonly notSet: string;
  readonly none: string;
  readonly notAnswered: string;
  /** Before words that the writer marked to come back to. */
  readonly toDo: string;
  /** In place of a citation, in a draft: what it cites may not leave the institution. */
  readonly citationKeptInside: string;
  /** In place of a citation whose source was deleted. */
  readonly citationGone: string;
  readonly yes: string;
  readonly no: string;
  readonly labelled: (label: string, value: string) => string;
  readonly titleBlock: {
    /** @param reviews whether the stage reviews an earlier plan. */
    readonly titles: (
      stage: number,
      reviews: boolean,
    ) => { readonly initiative: string; readonly title: string; readonly shortTitle: string };
    readonly institution: string;
    readonly period: string;
    readonly lead: string;
    readonly contact: string;
    /** In place of the contact, where one person is both. */
    readonly leadIsContact: string;
    readonly version: string;
    readonly date: string;
    readonly from: (start: string, end: string) => string;
    readonly months: (months: number) => string;
  };
  readonly parts: {
    readonly brief: string;
    readonly questions: string;
    readonly signatures: string;
    readonly references: string;
    readonly 'last-plan': string;
    readonly 'new-plan': string;
    readonly voice: string;
    readonly evidence: string;
    readonly appendix: (letter: string, title: string) => string;
  };
  readonly brief: {
    readonly asked: string;
    readonly changed: string;
    readonly rag: string;
    readonly rating: string;
    readonly total: string;
    readonly risks: string;
    readonly budget: string;
  };
  /** As they are called where the institution has no word of its own. */
  readonly themes: Readonly<Record<Theme, string>>;
  readonly reference: {
    readonly voice: (number: number) => string;
    readonly evidence: (number: number) => string;
  };
  readonly question: {
    readonly seePart: (title: string) => string;
    readonly partLeftOut: (title: string) => string;
    readonly statusPublished: string;
    readonly planPublished: string;
    readonly addresses: string;
  };
  readonly signature: {
    readonly onBehalfOf: (institution: string) => string;
    readonly nobody: string;
    readonly name: string;
    readonly title: string;
    readonly signature: string;
    readonly date: string;
  };
  readonly rag: {
    /** Letter, then word; the letter is what a technician's key on paper uses. */
    readonly letter: Readonly<Record<Rag | 'not-rated', string>>;
    readonly word: Readonly<Record<Rag | 'not-rated', string>>;
    readonly meaning: Readonly<Record<Rag | 'not-rated', string>>;
    readonly keyHeading: string;
  };
  readonly plan: {
    readonly ref: string;
    readonly objective: string;
    readonly action: string;
    readonly lead: string;
    readonly supporting: string;
    readonly timescale: string;
    readonly due: string;
    readonly successMeasure: string;
    readonly resources: string;
    readonly rag: string;
    readonly progress: string;
    readonly explanation: string;
    readonly outcome: string;
    readonly previously: (word: string) => string;
    readonly addedSinceSubmission: string;
    readonly alsoUnder: string;
    readonly continues: string;
    readonly impactEvidence: string;
    readonly period: string;
    readonly actionHeading: (ref: string) => string;
    readonly noActions: string;
    readonly noTheme: string;
    readonly noItem: (framework: string) => string;
    readonly lineage: Readonly<Record<LineageKind, string>>;
    readonly continuedAs: (ref: string) => string;
  };
  readonly voice: {
    /** @param people as the institution calls them; blank for the usual word of the language. */
    readonly introduction: (people: string) => string;
    readonly number: string;
    readonly heard: string;
    readonly said: string;
    readonly did: string;
    readonly themes: string;
    readonly quote: (words: string) => string;
    readonly replies: (replied: PrintedCount, asked: PrintedCount) => string;
    readonly lastPlanActions: string;
    readonly newPlanActions: string;
    readonly earlierPlanActions: (plan: string) => string;
    readonly laterPlanActions: (plan: string) => string;
    /** Where neither a change nor a reason against one is written. */
    readonly nothingDone: string;
    readonly notChanged: (reason: string) => string;
    readonly nothing: string;
    readonly channel: Readonly<Record<VoiceChannel, string>>;
  };
  readonly evidence: {
    readonly number: string;
    readonly item: string;
    readonly shows: string;
    readonly supports: string;
    /** Where it is linked to nothing that this document holds. */
    readonly supportsNothing: string;
    readonly nothing: string;
    readonly kind: Readonly<Record<UsualEvidenceKind, string>>;
  };
  /** What is written into the official form beside answers and appendices. */
  readonly form: {
    readonly answeredAbove: (prompt: string) => string;
    readonly further: string;
  };
  readonly logo: (institution: string) => string;
}

export function documentWords(language: SubmissionLanguage): DocumentWords {
  return language === 'cy-GB' ? welshWords : englishWords;
}

/** What a kind of evidence is called: a usual one in the language of the document. */
export const evidenceKindText = (kind: string, words: DocumentWords): string =>
  isUsualEvidenceKind(kind) ? words.evidence.kind[kind] : kind;

/** `2027-01-31` as *31 January 2027*; text that is not a day is given back as it is. */
export function dateInWords(day: string, words: DocumentWords): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  const month = words.months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? day : `${Number(parts[3])} ${month} ${parts[1]}`;
}
