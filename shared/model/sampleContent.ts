import { z } from 'zod';
import { factsSchema } from './facts.ts';
import { questionKeySchema } from './questionSet.ts';
import { sampleBlockSchema, sampleCitations } from './sampleRichText.ts';
import { tables } from './tables.ts';
import { answerStateSchema, carryingKinds, lineageKindSchema } from './words.ts';

/**
 * What the sample workspace is made of: the files of `resources/sample`, which have no ids. A thing is known by its
 * key (voice, evidence, frameworks, questions) or, for an action, by its reference within its plan. Fields have the
 * names and the meanings of `tables`, so that a loader can hand them to the commands as they are.
 */
const keySchema = questionKeySchema;
const refSchema = z.string().min(1);
const refs = z.array(refSchema).readonly();
const questionKeys = z.array(questionKeySchema).readonly();

/** Actions by reference and questions by key, in the plans and the two cycles of the sample. */
const linksSchema = z
  .strictObject({ lastPlan: refs, newPlan: refs, stage2: questionKeys, stage3: questionKeys })
  .readonly();

const cycleFileSchema = z
  .strictObject({
    stage: tables.cycle.shape.stage,
    /** The id of a question set in `resources/question-sets`. */
    questionSet: questionKeySchema,
    dueOn: tables.cycle.shape.dueOn,
    extendedFrom: tables.cycle.shape.extendedFrom,
    brief: tables.cycle.shape.brief,
    answers: z
      .array(
        z
          .strictObject({
            question: questionKeySchema,
            state: answerStateSchema,
            /** Keys of the asks that are ticked. */
            ticks: z.array(questionKeySchema).readonly(),
            facts: factsSchema,
            blocks: z.array(sampleBlockSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    signOff: z
      .array(tables.signOff.pick({ step: true, name: true, role: true, happenedOn: true, note: true }).readonly())
      .readonly(),
  })
  .readonly();

const planFields = tables.plan.omit({ id: true }).shape;
const actionFields = tables.action.omit({ id: true, planId: true, position: true, binned: true }).shape;
const uncarriedKindSchema = lineageKindSchema.exclude(carryingKinds);

const lastPlanSchema = z
  .strictObject({
    ...planFields,
    actions: z
      .array(
        z
          .strictObject({
            ...actionFields,
            /** Oldest first; the newest is current. None at all, or a newest without a RAG, is Not yet rated. */
            ratings: z
              .array(tables.rating.pick({ rag: true, ratedOn: true, progress: true, explanation: true }).readonly())
              .readonly(),
            /** Null while undecided, and for an action that is carried forward: then the new action names it. */
            outcome: z.strictObject({ kind: uncarriedKindSchema, reason: z.string() }).readonly().nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

const newPlanSchema = z
  .strictObject({
    ...planFields,
    actions: z
      .array(
        z
          .strictObject({
            ...actionFields,
            /** The actions of the last plan that this one goes on from; none for a new one, several for a merger. */
            lineage: z
              .array(
                z
                  .strictObject({ from: refSchema, kind: lineageKindSchema.extract(carryingKinds), reason: z.string() })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

const frameworkSchema = z
  .strictObject({
    key: keySchema,
    title: z.string().min(1),
    description: z.string(),
    items: z
      .array(
        z
          .strictObject({ key: keySchema, code: z.string(), title: z.string().min(1), newPlan: refs, lastPlan: refs })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** One schema a file: `institution` is `institution.json`, and so on. */
export const sampleFileSchemas = {
  institution: z
    .strictObject({
      institution: tables.institution.omit({
        id: true,
        logoId: true,
        academicYearStart: true,
        logoAlternativeText: true,
        houseStyleId: true,
      }),
      signatories: z.array(tables.signatory.omit({ id: true, position: true })).readonly(),
      staffNumbers: z.array(tables.staffNumber.omit({ id: true })).readonly(),
    })
    .readonly(),
  stage2: cycleFileSchema,
  stage3: cycleFileSchema,
  lastPlan: lastPlanSchema,
  newPlan: newPlanSchema,
  /** In the order of the register: the first is voice 1. */
  voice: z
    .array(
      z
        .strictObject({
          key: keySchema,
          ...tables.voice.omit({ id: true, number: true, binned: true }).shape,
          links: linksSchema,
        })
        .readonly(),
    )
    .readonly(),
  /** An item of kind `file` has a `url` here, because the sample brings no files with it. */
  evidence: z
    .array(
      z
        .strictObject({
          key: keySchema,
          ...tables.evidence.omit({ id: true, number: true, attachmentId: true, binned: true }).shape,
          links: linksSchema,
        })
        .readonly(),
    )
    .readonly(),
  frameworks: z.array(frameworkSchema).readonly(),
} as const;

export type SampleFileName = keyof typeof sampleFileSchemas;
export const sampleFileNames = Object.keys(sampleFileSchemas) as readonly SampleFileName[];

/** All files together. Refuses a reference, a key or a citation that leads nowhere, naming it and where it stands. */
export const sampleContentSchema = z
  .strictObject(sampleFileSchemas)
  .superRefine((content, context) => {
    for (const message of danglingReferences(content)) context.addIssue({ code: 'custom', message });
  })
  .readonly();

export type SampleContent = z.infer<typeof sampleContentSchema>;
export type SampleCycle = SampleContent['stage3'];
export type SampleAnswer = SampleCycle['answers'][number];
export type SampleLastAction = SampleContent['lastPlan']['actions'][number];
export type SampleNewAction = SampleContent['newPlan']['actions'][number];
export type SampleLinks = z.infer<typeof linksSchema>;

function danglingReferences(content: SampleContent): readonly string[] {
  const problems: string[] = [];
  const namesOf = (what: string, names: readonly string[]): ReadonlySet<string> => {
    const set = new Set<string>();
    for (const name of names) {
      if (set.has(name)) problems.push(`${what} ${name} is there twice`);
      set.add(name);
    }
    return set;
  };
  const known = {
    lastPlan: namesOf(
      'Last action',
      content.lastPlan.actions.map((action) => action.ref),
    ),
    newPlan: namesOf(
      'New action',
      content.newPlan.actions.map((action) => action.ref),
    ),
    stage2: namesOf(
      'Stage 2 answer',
      content.stage2.answers.map((answer) => answer.question),
    ),
    stage3: namesOf(
      'Stage 3 answer',
      content.stage3.answers.map((answer) => answer.question),
    ),
    voice: namesOf(
      'Voice',
      content.voice.map((entry) => entry.key),
    ),
    evidence: namesOf(
      'Evidence',
      content.evidence.map((item) => item.key),
    ),
  };
  namesOf(
    'Framework',
    content.frameworks.map((framework) => framework.key),
  );
  namesOf(
    'Framework item',
    content.frameworks.flatMap((framework) => framework.items.map((item) => item.key)),
  );
  const check = (kind: keyof typeof known, names: readonly string[], where: string): void => {
    for (const name of names)
      if (!known[kind].has(name)) problems.push(`${where} points to ${kind} ${name}, which is not there`);
  };

  for (const { key, links } of [...content.voice, ...content.evidence]) {
    check('lastPlan', links.lastPlan, key);
    check('newPlan', links.newPlan, key);
    check('stage2', links.stage2, key);
    check('stage3', links.stage3, key);
  }
  for (const item of content.frameworks.flatMap((framework) => framework.items)) {
    check('lastPlan', item.lastPlan, item.key);
    check('newPlan', item.newPlan, item.key);
  }
  for (const action of content.newPlan.actions)
    check(
      'lastPlan',
      action.lineage.map(({ from }) => from),
      action.ref,
    );
  for (const answer of [...content.stage2.answers, ...content.stage3.answers]) {
    for (const { kind, key } of sampleCitations(answer.blocks)) check(kind, [key], answer.question);
  }
  return problems;
}
