import { z } from 'zod';
import { factsSchema } from '../model/facts.ts';
import { houseStyleNoteSchema, houseStyleRefusals } from '../model/houseStyle.ts';
import { questionSetSchema } from '../model/questionSet.ts';
import { richTextSchema } from '../model/richText.ts';
import { tables } from '../model/tables.ts';
import { dateSchema, dayOfYearSchema, idSchema, signOffStepSchema } from '../model/words.ts';
import { bounded, command, done, fileTokenSchema, job, line, nothing, passage, query } from './define.ts';

const id = z.strictObject({ id: idSchema });
const institutionFields = bounded(tables.institution.omit({ id: true }))
  .extend({ academicYearStart: dayOfYearSchema })
  .partial();
const signatoryFields = bounded(tables.signatory.omit({ id: true, position: true }));
const staffNumberFields = bounded(tables.staffNumber.omit({ id: true }));
const writable = ['not-found', 'signed-off'] as const;

export const cycleProposalSchema = z.strictObject({
  dueOn: dateSchema.nullable(),
  planMonths: z.int().positive(),
  planStartsOn: dateSchema.nullable(),
  planEndsOn: dateSchema.nullable(),
  reviewsLastPlan: z.boolean(),
  /** In a sentence, how the date follows from the signing date and the windows. */
  reason: z.string(),
});

export const selfAssessmentChannels = {
  'institution.edit': command(z.strictObject({ fields: institutionFields }), done, ['not-found', 'signed-off']),
  /** Takes a picture (png or jpeg, by what it holds and not by its name) as the logo. */
  'institution.setLogo': job(z.strictObject({ file: fileTokenSchema }), z.strictObject({ logoId: idSchema }), [
    'refused-by-rule',
    'file-token-unknown',
    'file-too-large',
    'file-empty',
    'file-unreadable',
    'workspace-read-only',
  ]),
  'institution.logo': query(
    nothing,
    z
      .strictObject({
        fileName: z.string(),
        mediaType: z.enum(['image/png', 'image/jpeg']),
        base64: z.string(),
        width: z.int().positive(),
        height: z.int().positive(),
      })
      .nullable(),
  ),
  /**
   * Takes the looks of a Word document or template (docx, dotx) as the house style, and says what is taken over. One
   * with macros is refused, whatever it is called.
   */
  'institution.setHouseStyle': job(
    z.strictObject({ file: fileTokenSchema }),
    z.strictObject({ houseStyleId: idSchema, notes: z.array(houseStyleNoteSchema).readonly() }),
    [...houseStyleRefusals, 'file-token-unknown', 'file-unreadable', 'workspace-read-only'],
  ),
  'institution.houseStyle': query(
    nothing,
    z
      .strictObject({
        fileName: z.string(),
        notes: z.array(houseStyleNoteSchema).readonly(),
        logo: z.strictObject({ mediaType: z.enum(['image/png', 'image/jpeg']), base64: z.string() }).nullable(),
      })
      .nullable(),
  ),
  'signatory.add': command(z.strictObject({ fields: signatoryFields }), id),
  'signatory.edit': command(z.strictObject({ id: idSchema, fields: signatoryFields.partial() }), done, writable),
  'signatory.remove': command(id, done, writable),
  'staffNumber.add': command(z.strictObject({ fields: staffNumberFields }), id),
  'staffNumber.edit': command(z.strictObject({ id: idSchema, fields: staffNumberFields.partial() }), done, writable),
  'staffNumber.remove': command(id, done, writable),

  'cycle.propose': query(
    z.strictObject({ stage: z.int().positive(), signedOn: dateSchema.nullable() }),
    cycleProposalSchema,
    ['not-found'],
  ),
  /** Starts the next cycle: copies the question set in, makes an empty answer a question, and the plan to write. */
  'cycle.start': command(
    z.strictObject({
      stage: z.int().positive(),
      signedOn: dateSchema.nullable(),
      dueOn: dateSchema.optional(),
      /** The form to write under; without it, the newest of the stage that comes with the application. */
      questionSet: questionSetSchema.optional(),
      /** The plan that this cycle reviews; without it, the new plan of the cycle before, else an empty one. */
      lastPlanId: idSchema.optional(),
    }),
    z.strictObject({ id: idSchema, lastPlanId: idSchema, newPlanId: idSchema }),
    ['not-found', 'refused-by-rule'],
  ),
  'cycle.edit': command(
    z.strictObject({
      id: idSchema,
      fields: tables.cycle.pick({ signedOn: true, dueOn: true, extendedFrom: true, brief: true }).partial(),
    }),
    done,
    writable,
  ),

  /** Moves the due date to the next window of the cycle's own question set. An extension is given once. */
  'cycle.extend': command(z.strictObject({ id: idSchema }), z.strictObject({ dueOn: dateSchema }), [
    'refused-by-rule',
    ...writable,
  ]),

  /** Autosave of the editor. Consecutive writes of one answer within a minute are one step. */
  'answer.write': command(
    z.strictObject({ id: idSchema, content: richTextSchema }),
    z.strictObject({ words: z.int() }),
    writable,
  ),
  /** Puts in a text that was written earlier and not saved: a step of its own, whatever was typed a moment ago. */
  'answer.putBack': command(z.strictObject({ id: idSchema, content: richTextSchema }), done, writable),
  'answer.setFacts': command(z.strictObject({ id: idSchema, facts: factsSchema }), done, writable),
  /** `empty` cannot be set: it follows from having neither text nor facts. */
  'answer.setState': command(z.strictObject({ id: idSchema, state: z.enum(['draft', 'ready']) }), done, [
    'refused-by-rule',
    ...writable,
  ]),
  /** With what the page seals text that is not saved yet, to leave it with the browser; 32 bytes as base64. */
  'answer.unsavedKey': job(nothing, z.strictObject({ key: z.base64() })),
  'ask.tick': command(z.strictObject({ answerId: idSchema, askKey: z.string(), ticked: z.boolean() }), done, writable),

  'signOff.record': command(
    z.strictObject({
      cycleId: idSchema,
      step: signOffStepSchema,
      name: line,
      role: line,
      happenedOn: dateSchema,
      issuedDocumentId: idSchema.nullable(),
      note: passage,
    }),
    id,
    ['not-found', 'refused-by-rule'],
  ),
  /** Takes a step back, the last of the round in hand; what was signed before an amendment stays on file. */
  'signOff.remove': command(id, done, ['not-found', 'refused-by-rule']),
  /** Keeps a picture or a copy of the signed page with the step. */
  'signOff.attachScan': job(z.strictObject({ id: idSchema, file: fileTokenSchema }), done, [
    'not-found',
    'file-empty',
    'file-too-large',
    'file-token-unknown',
    'file-unreadable',
    'disk-full',
  ]),
  'signOff.removeScan': command(id, done, ['not-found']),
  /** A copy of the scan, as a token for the host to save. */
  'signOff.saveScan': job(id, z.strictObject({ file: fileTokenSchema, fileName: z.string() }), ['not-found']),
  /** Opens what was signed again, for a reason that stays on record, until it is signed anew. */
  'amendment.start': command(z.strictObject({ cycleId: idSchema, name: line, reason: passage }), id, [
    'not-found',
    'refused-by-rule',
  ]),
  /** Ends an amendment in which nothing was changed: what was signed before is as it was, and is closed again. */
  'amendment.withdraw': command(id, done, ['not-found', 'refused-by-rule']),
} as const;
