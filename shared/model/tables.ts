import { z } from 'zod';
import { textLimits } from '../limits.ts';
import { commentReadingSchema } from './commentPreview.ts';
import { factsSchema } from './facts.ts';
import { gridScreenSchema, gridViewSchema } from './gridView.ts';
import { importReportSchema, readingSchema } from './importPreview.ts';
import { promptPlaceSchema, surenessSchema } from './officialForm.ts';
import { ownQuestionSetContentSchema } from './ownQuestionSet.ts';
import { questionSetSchema } from './questionSet.ts';
import { richTextSchema } from './richText.ts';
import {
  answerStateSchema,
  consentSchema,
  dateSchema,
  dayOfYearSchema,
  idSchema,
  instantSchema,
  lineageKindSchema,
  ragSchema,
  signOffStepSchema,
  themeSchema,
  voiceChannelSchema,
} from './words.ts';

/**
 * The rows of a workspace, one schema a table, with the names that SQL uses. The renderer holds these same rows and
 * applies each `changed` event to them, so there is one shape from the disk to the screen.
 * Columns that SQL keeps as JSON text or as 0/1 are values here; `electron/core/workspace/rows.ts` converts.
 */
const text = z.string();
const passage = z.string().max(textLimits.passageCharacters);
const day = dateSchema.nullable();
const themeList = z.array(themeSchema).readonly();
const position = z.number();

export const tables = {
  institution: z.strictObject({
    id: idSchema,
    name: text,
    shortName: text,
    profile: text,
    /** What the institution calls its technicians: technicians, technical professionals … */
    technicianWord: text,
    /** Vice-Chancellor, Principal, Director … */
    leaderTitle: text,
    contactName: text,
    contactRole: text,
    contactEmail: text,
    contactTelephone: text,
    website: text,
    /** The day the Commitment was signed. */
    signedOn: day,
    /** Own words for themes, by theme; a theme that is absent keeps its usual word. */
    themeWords: z.partialRecord(themeSchema, z.string()),
    logoId: idSchema.nullable(),
    /** Month and day, as 08-01, on which the academic year begins. */
    academicYearStart: dayOfYearSchema,
    /** What the logo shows, in a few words; blank where the institution's name says it. */
    logoAlternativeText: text,
    /** The attachment whose looks the Word document takes over. */
    houseStyleId: idSchema.nullable(),
  }),
  signatory: z.strictObject({
    id: idSchema,
    position,
    /** Institutional Lead, Vice-Chancellor, Chair of the Board … */
    role: text,
    name: text,
    title: text,
  }),
  staffNumber: z.strictObject({
    id: idSchema,
    countedOn: day,
    count: z.number().nonnegative(),
    basis: z.enum(['headcount', 'fte']),
    definition: text,
    source: text,
  }),
  questionSet: z.strictObject({
    id: idSchema,
    setId: text,
    version: text,
    stage: z.int().positive(),
    content: questionSetSchema,
  }),
  plan: z.strictObject({
    id: idSchema,
    title: text,
    startsOn: day,
    endsOn: day,
    months: z.int().positive().nullable(),
    submittedOn: day,
  }),
  cycle: z.strictObject({
    id: idSchema,
    stage: z.int().positive(),
    questionSetId: idSchema,
    signedOn: day,
    dueOn: dateSchema,
    /** The due date before an extension, where there was one. */
    extendedFrom: day,
    lastPlanId: idSchema,
    newPlanId: idSchema,
    createdAt: instantSchema,
    /** For the signatory's brief: what is asked of them, risks and the budget, in the lead's words. */
    brief: z.strictObject({
      askedOfSignatory: passage,
      changedSinceLastTime: passage,
      risks: z.array(passage).max(3).readonly(),
      budget: passage,
    }),
  }),
  action: z.strictObject({
    id: idSchema,
    planId: idSchema,
    position,
    /** As the user writes it: may be missing, repeat or change. Only `id` is safe. */
    ref: text,
    themes: themeList,
    objective: text,
    text: text,
    lead: text,
    supporting: text,
    startText: text,
    startOn: day,
    dueText: text,
    dueOn: day,
    successMeasure: text,
    resources: text,
    impactEvidence: text,
    /** Kept from import and for oneself; never exported. */
    notes: text,
    addedSinceSubmission: z.boolean(),
    binned: z.boolean(),
  }),
  rating: z.strictObject({
    id: idSchema,
    actionId: idSchema,
    /** null keeps progress without a rating: Not yet rated. */
    rag: ragSchema.nullable(),
    ratedOn: dateSchema,
    ratedAt: instantSchema,
    progress: text,
    explanation: text,
    /** `review`, or the name of the imported file it came from. */
    source: text,
  }),
  lineage: z.strictObject({
    id: idSchema,
    fromActionId: idSchema,
    toActionId: idSchema.nullable(),
    kind: lineageKindSchema,
    reason: text,
  }),
  answer: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    questionKey: text,
    content: richTextSchema,
    plainText: text,
    words: z.int().nonnegative(),
    facts: factsSchema,
    state: answerStateSchema,
    editedAt: instantSchema.nullable(),
  }),
  askTick: z.strictObject({ id: idSchema, answerId: idSchema, askKey: text }),
  /** An answer as it stood under a form that the cycle has left; `questionSetId` is that form. */
  earlierAnswer: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    questionSetId: idSchema,
    questionKey: text,
    content: richTextSchema,
    words: z.int().nonnegative(),
    facts: factsSchema,
    /** Keys of the asks that were ticked. */
    ticked: z.array(z.string()).readonly(),
    state: answerStateSchema,
    /** Where it went, and why it is to be looked at again there; empty where it stays here only. */
    movedTo: z.array(z.strictObject({ questionKey: z.string(), notes: z.array(z.string()).readonly() })).readonly(),
    movedAt: instantSchema,
  }),
  ownQuestionSet: z.strictObject({ id: idSchema, content: ownQuestionSetContentSchema, editedAt: instantSchema }),
  voice: z.strictObject({
    id: idSchema,
    number: z.int().positive(),
    heardOn: day,
    channel: voiceChannelSchema,
    /** Who, as a group; a person only where they agreed to be named. */
    groupName: text,
    personName: text,
    asked: z.int().nonnegative().nullable(),
    replied: z.int().nonnegative().nullable(),
    kind: z.enum(['quote', 'summary']),
    words: text,
    consent: consentSchema,
    themes: themeList,
    changed: text,
    whyNot: text,
    binned: z.boolean(),
  }),
  evidence: z.strictObject({
    id: idSchema,
    number: z.int().positive(),
    /** The key of a kind of evidence. */
    kind: text,
    title: text,
    description: text,
    url: text,
    attachmentId: idSchema.nullable(),
    datedOn: day,
    staleAfter: day,
    binned: z.boolean(),
  }),
  /** A kind that evidence may have: the usual ones, and those that the institution has added. */
  evidenceKind: z.strictObject({
    id: idSchema,
    position,
    /** What `evidence.kind` says: a usual kind by its name, one of the institution's own by its id. */
    key: text,
    /** Blank where a usual kind keeps its usual word. */
    title: text,
    /** No longer offered; what has it keeps it. */
    retired: z.boolean(),
  }),
  /** A file that stood at an item of evidence before the one that stands there now. */
  earlierFile: z.strictObject({
    id: idSchema,
    evidenceId: idSchema,
    attachmentId: idSchema,
    /** When it made room for another. */
    replacedAt: instantSchema,
  }),
  attachment: z.strictObject({
    id: idSchema,
    sha256: text,
    fileName: text,
    mediaType: text,
    bytes: z.int().nonnegative(),
    addedAt: instantSchema,
  }),
  /** Voice, evidence or a framework item, linked to what it serves. `target` is an id, or a theme's name. */
  link: z.strictObject({
    id: idSchema,
    sourceKind: z.enum(['voice', 'evidence', 'frameworkItem']),
    sourceId: idSchema,
    targetKind: z.enum(['answer', 'action', 'theme', 'evidence', 'frameworkItem']),
    target: text,
  }),
  framework: z.strictObject({ id: idSchema, position, title: text, description: text, binned: z.boolean() }),
  frameworkItem: z.strictObject({
    id: idSchema,
    frameworkId: idSchema,
    position,
    code: text,
    title: text,
    binned: z.boolean(),
  }),
  /** An import's corrected reading, remembered by the header it was for. */
  mapping: z.strictObject({ id: idSchema, headerKey: text, content: readingSchema, editedAt: instantSchema }),
  /** The same of a file of survey comments. */
  commentMapping: z.strictObject({
    id: idSchema,
    headerKey: text,
    content: commentReadingSchema,
    editedAt: instantSchema,
  }),
  importRun: z.strictObject({
    id: idSchema,
    /** null: entries of technician voice were brought in. */
    planId: idSchema.nullable(),
    fileName: text,
    sha256: text,
    appliedAt: instantSchema,
    stepId: z.int().positive(),
    undoneAt: instantSchema.nullable(),
    /** Imports of earlier releases kept counts and problems only. */
    report: importReportSchema.partial({ lines: true, notInFile: true }),
  }),
  version: z.strictObject({
    id: idSchema,
    name: text,
    stepId: z.int().nonnegative(),
    namedAt: instantSchema,
    note: text,
  }),
  issuedDocument: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    kind: z.enum(['word', 'excel', 'web']),
    versionId: idSchema.nullable(),
    fileName: text,
    sha256: text,
    fingerprint: text,
    issuedAt: instantSchema,
    settings: z.json(),
  }),
  signOff: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    step: signOffStepSchema,
    name: text,
    role: text,
    happenedOn: dateSchema,
    versionId: idSchema.nullable(),
    issuedDocumentId: idSchema.nullable(),
    note: text,
    /** The amendment that it was recorded in; null for the first round. */
    amendmentId: idSchema.nullable(),
    /** The attachment that shows the signed page. */
    scanId: idSchema.nullable(),
  }),
  /** What was signed is changed by an amendment, which is open until it is signed. */
  amendment: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    number: z.int().positive(),
    /** Who started it. */
    name: text,
    reason: text,
    startedOn: dateSchema,
    /** The step that started it. */
    stepId: z.int().nonnegative(),
    /** The version that was signed before. */
    versionId: idSchema.nullable(),
  }),
  /** A comment that somebody left in the margin of a Word document, beside the answer or the action it is about. */
  documentComment: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    documentName: text,
    author: text,
    text: text,
    /** The beginning of the paragraph that it stands beside. */
    about: text,
    targetKind: z.enum(['answer', 'action', 'document']),
    targetId: idSchema.nullable(),
    keptAt: instantSchema,
    settled: z.boolean(),
  }),
  /** A finding of Readiness that was set aside with a reason, by its rule and the place it leads to. */
  dismissal: z.strictObject({ id: idSchema, rule: text, target: text, reason: text, dismissedOn: dateSchema }),
  savedView: z.strictObject({ id: idSchema, screen: gridScreenSchema, name: text, content: gridViewSchema }),
  /** The blank official form of a cycle; its bytes are the attachment's, so that filling it can be repeated exactly. */
  officialForm: z.strictObject({
    id: idSchema,
    cycleId: idSchema,
    attachmentId: idSchema,
    openedAt: instantSchema,
    /** Keys of the questions that the form does not ask and that are to be printed nowhere; others go into an appendix. */
    leftOut: z.array(z.string()).readonly(),
  }),
  /** One thing that the form asks for, and what of ours answers it. */
  officialPrompt: z.strictObject({
    id: idSchema,
    formId: idSchema,
    position: z.int().nonnegative(),
    /** Its place in the form: the same bytes give the same keys. */
    promptKey: text,
    /** The official wording, and what stands with it. */
    text: text,
    guidance: z.array(z.string()).readonly(),
    section: text,
    place: promptPlaceSchema,
    /** null: nothing of ours answers it. */
    questionKey: text.nullable(),
    /** A fact of the question or a part of a signature; null for the whole answer. */
    part: text.nullable(),
    sureness: surenessSchema,
    reason: text,
    /** A guess becomes the official wording of its question once a person has confirmed it. */
    confirmed: z.boolean(),
  }),
  /** A copy that was handed over, as the workspace that it came from keeps it; its id is that of the copy. */
  handover: z.strictObject({
    id: idSchema,
    /** The workspace that handed it over; a whole copy carries the list of the one that it came from. */
    fromId: idSchema,
    toName: text,
    byName: text,
    fileName: text,
    handedAt: instantSchema,
    /** Whether voice that must not leave went with it, and with it the whole history. */
    withInternal: z.boolean(),
    /** When it was merged back last. */
    mergedAt: instantSchema.nullable(),
    /** The newest change of the copy's own log by then, and the check sum of that change. */
    mergedThrough: z.int().nonnegative().nullable(),
    mergedMark: text,
  }),
  /** What a copy knows of where it came from; there is one row in a copy and none elsewhere. */
  origin: z.strictObject({
    id: idSchema,
    workspaceId: idSchema,
    toName: text,
    byName: text,
    handedAt: instantSchema,
    withInternal: z.boolean(),
    /** The newest change that it was handed over with. */
    startChange: z.int().nonnegative(),
  }),
} as const;

export type TableName = keyof typeof tables;
export type Row<Table extends TableName> = Readonly<z.infer<(typeof tables)[Table]>>;
export const tableNames = Object.keys(tables) as readonly TableName[];

export type Institution = Row<'institution'>;
export type Signatory = Row<'signatory'>;
export type StaffNumber = Row<'staffNumber'>;
export type Plan = Row<'plan'>;
export type Cycle = Row<'cycle'>;
export type Action = Row<'action'>;
export type Rating = Row<'rating'>;
export type Lineage = Row<'lineage'>;
export type Answer = Row<'answer'>;
export type Voice = Row<'voice'>;
export type Evidence = Row<'evidence'>;
export type EvidenceKind = Row<'evidenceKind'>;
export type Attachment = Row<'attachment'>;
export type Link = Row<'link'>;
export type Framework = Row<'framework'>;
export type FrameworkItem = Row<'frameworkItem'>;
export type Version = Row<'version'>;
export type IssuedDocument = Row<'issuedDocument'>;
export type SignOff = Row<'signOff'>;
export type DocumentComment = Row<'documentComment'>;
export type Amendment = Row<'amendment'>;
export type Dismissal = Row<'dismissal'>;
export type EarlierAnswer = Row<'earlierAnswer'>;
export type OwnQuestionSet = Row<'ownQuestionSet'>;
export type OfficialForm = Row<'officialForm'>;
export type OfficialPrompt = Row<'officialPrompt'>;
export type Origin = Row<'origin'>;
export type QuestionSetRow = Row<'questionSet'>;

/** One row after a change, or its absence. */
export const rowChangeSchema = z.strictObject({
  table: z.enum(tableNames as readonly [TableName, ...TableName[]]),
  id: z.string(),
  row: z.record(z.string(), z.unknown()).nullable(),
});
export type RowChange = Readonly<z.infer<typeof rowChangeSchema>>;
