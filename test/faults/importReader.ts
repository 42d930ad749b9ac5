/**
 * A process of its own for the tests of this folder: previews every file of a folder as the application does and says
 * for each what came of it, one JSON line a file.
 *   node importReader.ts FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError, type ImportErrorDetail } from '#core/import/importError.ts';
import { previewFile } from '#core/import/previewFile.ts';
import { processorTimeFromHere } from '#test/helpers/processorTime.ts';
import { peakMegabytes } from './peakMemory.ts';

export type Outcome = {
  readonly fileName: string;
  /** `read`, or the code of the refusal. */
  readonly code: string;
  readonly detail?: ImportErrorDetail;
  readonly actions?: number;
  /** Of the processor: on a busy machine a file waits for others, which is not its fault. */
  readonly milliseconds: number;
  /** The most that the process has held so far. */
  readonly peakMegabytes: number;
};

/** How long a file may take on a busy machine. What it takes by itself is measured, and is held against the limit. */
export const patience = { timeout: 240_000 } as const;

if (import.meta.main) {
  const folder = process.argv[2] ?? '';
  for (const fileName of readdirSync(folder).toSorted()) {
    const taken = processorTimeFromHere();
    const came = await previewFile(readFileSync(join(folder, fileName)), fileName, patience).then(
      ({ actions }) => ({ code: 'read', actions: actions.length }),
      (cause: unknown) => {
        if (!(cause instanceof ImportError)) throw cause;
        return { code: cause.code, detail: cause.detail };
      },
    );
    const outcome: Outcome = {
      fileName,
      ...came,
      milliseconds: taken(),
      peakMegabytes: peakMegabytes(),
    };
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}
