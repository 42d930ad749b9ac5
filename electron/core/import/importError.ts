import { Refusal, type RefusedKind } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';

/** Every way in which a file can fail to be read, by name. */
export type ImportErrorCode =
  | 'file-empty'
  | 'file-not-a-plan'
  | 'file-encrypted'
  | 'file-damaged'
  | 'file-too-large'
  | 'file-type-unsupported'
  | 'import-timed-out'
  | 'import-cancelled';

/** Names the file and where in it; never its contents. */
export type ImportErrorDetail = {
  readonly fileName: string;
  readonly place?: string;
  /** The limit that the file goes beyond, in words: `50 MB`. */
  readonly limit?: string;
  readonly kind?: RefusedKind;
};

/** The only error that reading a file throws, whatever its bytes are. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  readonly detail: ImportErrorDetail;
  constructor(code: ImportErrorCode, detail: ImportErrorDetail, options?: ErrorOptions) {
    super(detail.place === undefined ? code : `${code}: ${detail.place}`, options);
    this.name = 'ImportError';
    this.code = code;
    this.detail = detail;
  }
}

/** A file that is refused for its bytes alone. */
export const fileTooLarge = (fileName: string): ImportError =>
  new ImportError('file-too-large', { fileName, limit: `${importLimits.fileBytes / 1_048_576} MB` });

/** A file that could not be read as what a channel answers; anything else is a fault and stays what it is. */
export function refusalOf(cause: unknown): unknown {
  if (!(cause instanceof ImportError)) return cause;
  return new Refusal(cause.code === 'import-cancelled' ? 'cancelled' : cause.code, cause.detail, { cause });
}
