import { z } from 'zod';
import { idSchema } from './model/words.ts';

/**
 * Every way in which a call can fail, by name. The sentence and the way out that a person reads for each stand in
 * `renderer/text/errors.ts`, which does not compile when one is missing.
 */
export const errorCodes = [
  // the call itself
  'channel-unknown',
  'input-invalid',
  'not-found',
  'conflict',
  'refused-by-rule',
  'internal',
  'screen-failed',
  'cancelled',
  // the workspace file
  'workspace-not-open',
  'workspace-missing',
  'workspace-in-use',
  'workspace-not-ours',
  'workspace-empty-file',
  'workspace-newer',
  'workspace-damaged',
  'workspace-read-only',
  'workspace-exists',
  'workspace-migration-failed',
  'workspace-replaced',
  'disk-full',
  'disk-refused',
  'backup-missing',
  'backup-damaged',
  // copies that were handed over
  'copy-damaged',
  'copy-is-this-workspace',
  'copy-not-handed-over',
  'copy-of-another',
  // history
  'nothing-to-undo',
  'nothing-to-redo',
  'undo-conflict',
  // files that come in and go out
  'file-token-unknown',
  'file-unreadable',
  'file-empty',
  'file-not-a-plan',
  'file-encrypted',
  'file-damaged',
  'file-too-large',
  'file-type-unsupported',
  'question-set-refused',
  'import-timed-out',
  'import-preview-expired',
  'form-not-word',
  'form-has-macros',
  'form-no-prompts',
  'style-not-word',
  'style-has-macros',
  'style-has-none',
  'export-failed',
  'export-not-here',
  'file-name-refused',
  'file-in-use',
  'save-disk-full',
  'save-not-allowed',
  'save-folder-missing',
  'signed-off',
  // the way to the host
  'host-unreachable',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What a file is that holds no plan to read: each has its own way to a file that does. */
export const refusedKinds = [
  'picture',
  'pdf',
  'older-word',
  'rich-text',
  'open-text',
  'pages',
  'numbers',
  'presentation',
  'notebook',
  'project',
  'drawing',
  'message',
  'database',
  'workspace',
  'archive',
  'link',
  'web-page',
  'xml',
  'other-spreadsheet',
  'film-or-sound',
  'program',
  'folder',
  // a workbook, but without anything to read
  'no-bytes',
  'no-cells',
  'only-macros',
] as const;
export type RefusedKind = (typeof refusedKinds)[number];

/** What a message may need to name the thing: never contents of an answer or an action beyond what it is called by. */
export const errorDetailSchema = z.strictObject({
  /** Path into the input, as in `fields.dueOn`, so that the error can stand beside its field. */
  field: z.string().optional(),
  fileName: z.string().optional(),
  /** Sheet, row, cell, page: where in the file. */
  place: z.string().optional(),
  /** Who has the workspace open. */
  holder: z.string().optional(),
  /** One plain sentence from a rule, for `refused-by-rule` and `input-invalid`. */
  reason: z.string().optional(),
  limit: z.string().optional(),
  /** What the file is, where that says what to do instead. */
  kind: z.enum(refusedKinds).optional(),
  /** For `undo-conflict`: each action with what was edited of it since, as in “V2: lead, due date”. */
  edited: z.array(z.string()).readonly().optional(),
  /** For `signed-off`: the cycle that an amendment would open. */
  cycleId: idSchema.optional(),
});
export type ErrorDetail = z.infer<typeof errorDetailSchema>;

export const appErrorSchema = z.strictObject({ code: errorCodeSchema, detail: errorDetailSchema });
export type AppError = z.infer<typeof appErrorSchema>;

/** Thrown inside core by rules and rooms; `dispatch` turns it into a `Result`, so that it never crosses a border. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(detail.reason ?? code, options);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
