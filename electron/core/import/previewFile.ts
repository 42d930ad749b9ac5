import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { assertNever } from '#shared/assertNever.ts';
import { importLimits } from '#shared/limits.ts';
import type { ListCorrections, ListReading } from '#shared/model/frameworkList.ts';
import type { ImportPreview } from '#shared/model/importPreview.ts';
import type { CommentUnderstanding } from './comments/understandComments.ts';
import { fileTooLarge, ImportError, type ImportErrorCode } from './importError.ts';
import { runInThread, startReadingThread } from './readingThread.ts';
import type { ReadPreviewOptions } from './readPreview.ts';
import type { CommentsInput, WorkerInput } from './worker.ts';

export interface ReadingBounds {
  readonly signal?: AbortSignal | undefined;
  /** Where a bundle keeps its worker; from source the file beside this one. */
  readonly workerUrl?: URL | undefined;
  /** Milliseconds, for tests; otherwise the limit of `importLimits`. */
  readonly timeout?: number | undefined;
}
export type PreviewFileOptions = ReadPreviewOptions & ReadingBounds;

const workerOfSource = (): URL => new URL('./worker.ts', import.meta.url);

/** To be called when a file is likely to be chosen soon: the first preview then does not wait for its thread. */
export const prepareToPreview = (workerUrl: URL | undefined): void => startReadingThread(workerUrl ?? workerOfSource());

/**
 * Previews a file in a thread with bounds on time and memory, so that no file can freeze or exhaust the application.
 * Whatever the bytes are, throws only `ImportError`; `import-cancelled` as soon as the signal says so. The bytes stay
 * the caller's.
 */
export async function previewFile(
  bytes: Uint8Array,
  fileName: string,
  { signal, workerUrl, timeout, ...options }: PreviewFileOptions,
): Promise<ImportPreview> {
  return (await readInThread({ bytes, fileName, options }, { signal, workerUrl, timeout })) as ImportPreview;
}

/** Reads a file as comments of technicians, in the same thread, with the same bounds and errors. */
export async function previewComments(
  bytes: Uint8Array,
  fileName: string,
  comments: CommentsInput,
  bounds: ReadingBounds,
): Promise<CommentUnderstanding> {
  return (await readInThread({ bytes, fileName, options: {}, comments }, bounds)) as CommentUnderstanding;
}

/** Reads a file as the list of a framework, in the same thread, with the same bounds and errors. */
export async function readListFile(
  bytes: Uint8Array,
  fileName: string,
  list: ListCorrections,
  bounds: ReadingBounds,
): Promise<ListReading> {
  return (await readInThread({ bytes, fileName, options: {}, list }, bounds)) as ListReading;
}

function unpack(port: MessagePort): unknown {
  const received = receiveMessageOnPort(port);
  port.close();
  if (received === undefined) throw new Error('The thread that reads files answered nothing.');
  return received.message;
}

async function readInThread(input: WorkerInput, bounds: ReadingBounds): Promise<unknown> {
  const { bytes, fileName } = input;
  const { signal, workerUrl = workerOfSource(), timeout = importLimits.milliseconds } = bounds;
  const fail = (code: ImportErrorCode, cause?: unknown): never => {
    throw new ImportError(code, { fileName }, { cause });
  };
  if (signal?.aborted) fail('import-cancelled');
  // Refused here already, so that a huge file is not copied for the thread first.
  if (bytes.length === 0) throw new ImportError('file-empty', { fileName, kind: 'no-bytes' });
  if (bytes.length > importLimits.fileBytes) throw fileTooLarge(fileName);

  const outcome = await runInThread(workerUrl, { input, milliseconds: timeout, signal });
  switch (outcome.ended) {
    case 'answered':
      if (outcome.answer.ok) return unpack(outcome.answer.preview);
      throw new ImportError(outcome.answer.code, outcome.answer.detail);
    case 'timed-out':
      return fail('import-timed-out');
    case 'cancelled':
      return fail('import-cancelled');
    case 'out-of-memory':
      return fail('file-too-large');
    case 'failed':
      return fail('file-damaged', outcome.cause);
    case 'not-started':
      throw new Error('The thread that reads files did not start.', { cause: outcome.cause });
    default:
      return assertNever(outcome);
  }
}
