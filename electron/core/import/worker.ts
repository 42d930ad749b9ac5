import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importCorrectionsSchema } from '#shared/model/importPreview.ts';
import { ImportError, type ImportErrorCode, type ImportErrorDetail } from './importError.ts';
import { readPreview } from './readPreview.ts';

/** What the worker is given, and what it answers with: one message, then it ends. */
export type WorkerInput = { readonly bytes: Uint8Array; readonly fileName: string; readonly corrections?: unknown };
export type WorkerAnswer =
  | { readonly ok: true; readonly preview: unknown }
  | { readonly ok: false; readonly code: ImportErrorCode; readonly detail: ImportErrorDetail };

const inputSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  corrections: importCorrectionsSchema.optional(),
});

async function answer(): Promise<WorkerAnswer> {
  const { bytes, fileName, corrections } = inputSchema.parse(workerData);
  try {
    return { ok: true, preview: await readPreview(bytes, fileName, corrections) };
  } catch (cause) {
    if (cause instanceof ImportError) return { ok: false, code: cause.code, detail: cause.detail };
    throw cause;
  }
}

if (parentPort !== null) parentPort.postMessage(await answer());
