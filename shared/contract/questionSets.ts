import { z } from 'zod';
import { questionSetLimits } from '../limits.ts';
import { ownQuestionSetContentSchema } from '../model/ownQuestionSet.ts';
import { questionKeySchema, questionSetSchema } from '../model/questionSet.ts';
import { idSchema } from '../model/words.ts';
import { command, done, fileTokenSchema, job, jobIdSchema, nothing, query } from './define.ts';

const id = z.strictObject({ id: idSchema });

export const questionSetChannels = {
  /** Those that come with the application, by stage and, within one, the newest version first. */
  'questionSet.shipped': query(nothing, z.array(questionSetSchema).readonly()),
  /** Reads a question set that somebody gives as a JSON file, and checks it. */
  'questionSet.read': job(
    z.strictObject({ file: fileTokenSchema }),
    z.strictObject({ fileName: z.string(), content: questionSetSchema }),
    ['question-set-refused', 'file-token-unknown', 'file-too-large', 'file-empty', 'file-unreadable'],
  ),
  /** A question set as a JSON file, for the host to save. */
  'questionSet.save': job(
    z.strictObject({ content: questionSetSchema, jobId: jobIdSchema }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string(), bytes: z.int(), sha256: z.string() }),
  ),
  /**
   * Takes the draft of a cycle to another form of the same stage, in one step. Each answer of the form in use that is
   * named goes to the questions given; the draft as it was stays readable as `earlierAnswer`.
   */
  'questionSet.move': command(
    z.strictObject({
      cycleId: idSchema,
      content: questionSetSchema,
      destinations: z
        .array(
          z.strictObject({
            from: questionKeySchema,
            to: z.array(questionKeySchema).max(questionSetLimits.questions).readonly(),
          }),
        )
        .max(questionSetLimits.questions)
        .readonly(),
    }),
    z.strictObject({ questionSetId: idSchema, draftAgain: z.int().nonnegative() }),
    ['not-found', 'refused-by-rule', 'signed-off'],
  ),
  /** Begins a question set of the institution's own; a copy of the content is kept. */
  'ownQuestionSet.add': command(z.strictObject({ content: ownQuestionSetContentSchema }), id, ['refused-by-rule']),
  'ownQuestionSet.edit': command(
    z.strictObject({
      id: idSchema,
      content: ownQuestionSetContentSchema,
      /** What was done, for the name of the step; consecutive edits of the same are one step. */
      what: z.string().max(200),
      /** Whether it is typing, which gathers, or an act that stands by itself. */
      typing: z.boolean(),
    }),
    done,
    ['not-found'],
  ),
  'ownQuestionSet.remove': command(id, done, ['not-found']),
} as const;
