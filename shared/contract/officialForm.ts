import { z } from 'zod';
import { idSchema } from '../model/words.ts';
import { command, done, fileTokenSchema, job, jobIdSchema, line } from './define.ts';

const writable = ['not-found', 'signed-off'] as const;

export const officialFormChannels = {
  /**
   * Keeps the blank form of a cycle, reads its prompts and guesses which question of ours each belongs to, in one step.
   * A form that was opened before gives way; what was confirmed for the same wording stays confirmed.
   */
  'officialForm.open': job(
    z.strictObject({ cycleId: idSchema, file: fileTokenSchema, jobId: jobIdSchema }),
    z.strictObject({ id: idSchema, prompts: z.int().positive(), guessed: z.int().nonnegative() }),
    [
      'file-token-unknown',
      'file-unreadable',
      'file-empty',
      'file-encrypted',
      'file-damaged',
      'file-too-large',
      'form-not-word',
      'form-has-macros',
      'form-no-prompts',
      'cancelled',
      ...writable,
    ],
  ),
  /** Says what of ours answers a prompt, which confirms it. Null: nothing does, and the form keeps its blank. */
  'officialForm.pair': command(
    z.strictObject({ promptId: idSchema, questionKey: line.nullable(), part: line.nullable() }),
    done,
    ['refused-by-rule', ...writable],
  ),
  /** Takes every guess that is left as it stands. */
  'officialForm.confirmAll': command(z.strictObject({ id: idSchema }), done, writable),
  /** Whether the answer to a question that the form does not ask is printed in an appendix or nowhere. */
  'officialForm.leaveOut': command(
    z.strictObject({ id: idSchema, questionKey: line, leftOut: z.boolean() }),
    done,
    writable,
  ),
  /** Takes the form off the cycle: our own wording is shown and printed again. */
  'officialForm.remove': command(z.strictObject({ id: idSchema }), done, writable),
  /** The blank form as it was opened; see `Platform.saveFile`. */
  'officialForm.saveOut': job(
    z.strictObject({ id: idSchema }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string() }),
    ['not-found'],
  ),
  /**
   * The official form itself, filled: each answer after its prompt, tables as appendices, everything else as it was.
   * A draft says so on every page, takes guesses as they stand and leaves signatures blank; an issued copy is kept byte
   * for byte, and refused while guesses are left. `language` is of the headings and labels that are added.
   */
  'export.form': job(
    z.strictObject({
      cycleId: idSchema,
      draft: z.boolean(),
      language: z.enum(['en-GB', 'cy-GB']).default('en-GB'),
      jobId: jobIdSchema,
    }),
    z.strictObject({
      file: fileTokenSchema,
      fileName: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      fingerprint: z.string(),
      issuedDocumentId: idSchema.nullable(),
      /** Prompts that took an answer, and those of them that are paired by a guess. */
      filled: z.int().nonnegative(),
      guesses: z.int().nonnegative(),
      /** Wordings of the prompts whose answer stands after a drawn box, since it has no room in it. */
      afterBoxes: z.array(z.string()).readonly(),
      /** Titles of the questions whose answers stand in an appendix, and of those that are printed nowhere. */
      inAppendix: z.array(z.string()).readonly(),
      leftOut: z.array(z.string()).readonly(),
      /** What the form asks for and is paired, but has nothing written for it. Signatures are always left to sign on. */
      blank: z.array(z.string()).readonly(),
    }),
    ['not-found', 'refused-by-rule', 'export-failed', 'cancelled'],
  ),
} as const;
