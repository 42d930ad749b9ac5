import { Refusal } from '#shared/errors.ts';
import { FaultyDocument } from './faults.ts';

/** `what`: as a sentence begins, such as *The workbook*. A fault that the check found is named, for whoever mends it. */
export function exportRefusal(cause: unknown, what: string): Refusal {
  const reason =
    cause instanceof FaultyDocument
      ? `${what} did not pass the check before writing: ${cause.message}.`
      : `${what} could not be made from what the workspace holds.`;
  return new Refusal('export-failed', { reason }, { cause });
}
