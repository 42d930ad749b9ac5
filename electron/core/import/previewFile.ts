import { Worker } from 'node:worker_threads';
import { importLimits } from '#shared/limits.ts';
import type { ImportCorrections, ImportPreview } from '#shared/model/importPreview.ts';
import { ImportError, type ImportErrorCode } from './importError.ts';
import type { WorkerAnswer, WorkerInput } from './worker.ts';

export type PreviewFileOptions = {
  readonly corrections?: ImportCorrections | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where a bundle keeps its worker; from source the file beside this one. */
  readonly workerUrl?: URL | undefined;
  /** Milliseconds, for tests; otherwise the limit of `importLimits`. */
  readonly timeout?: number | undefined;
};

/**
 * Previews a file in a worker with bounds on time and memory, so that no file can freeze or exhaust the application.
 * Throws only `ImportError`; `import-cancelled` as soon as the signal says so. The bytes stay the caller's.
 */
export function previewFile(bytes: Uint8Array, fileName: string, options: PreviewFileOptions): Promise<ImportPreview> {
  const {
    corrections,
    signal,
    workerUrl = new URL('./worker.ts', import.meta.url),
    timeout = importLimits.milliseconds,
  } = options;
  return new Promise((resolve, reject) => {
    const fail = (code: ImportErrorCode, cause?: unknown): void =>
      reject(new ImportError(code, { fileName }, { cause }));
    if (signal?.aborted) return fail('import-cancelled');
    // Refused here already, so that a huge file is not copied for the worker first.
    if (bytes.length === 0) return fail('file-empty');
    if (bytes.length > importLimits.fileBytes) return fail('file-too-large');

    const workerData: WorkerInput = { bytes, fileName, ...(corrections === undefined ? {} : { corrections }) };
    const worker = new Worker(workerUrl, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: importLimits.workerMegabytes },
    });
    const timer = setTimeout(() => end(() => fail('import-timed-out')), timeout);
    const onAbort = (): void => end(() => fail('import-cancelled'));
    let ended = false;
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.once('message', (answer: WorkerAnswer) =>
      end(() => {
        if (answer.ok) resolve(answer.preview as ImportPreview);
        else reject(new ImportError(answer.code, answer.detail));
      }),
    );
    worker.once('error', (cause: Error & { code?: string }) =>
      end(() => fail(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-too-large' : 'file-damaged', cause)),
    );
    worker.once('exit', () => end(() => fail('file-damaged')));

    function end(settle: () => void): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      void worker.terminate().then(settle, settle);
    }
  });
}
