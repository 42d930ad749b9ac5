/**
 * A process of its own for importFuzz.test.ts: previews damaged copies of every fixture as the application does.
 *   node importFuzzer.ts FIRST COUNT     says as one JSON line what came of the seeds FIRST to FIRST + COUNT - 1
 */
import { readdirSync, readFileSync } from 'node:fs';
import { ImportError } from '#core/import/importError.ts';
import { previewFile } from '#core/import/previewFile.ts';
import { importPreviewSchema } from '#shared/model/importPreview.ts';
import { processorTimeFromHere } from '#test/helpers/processorTime.ts';
import { workbookOf } from './importFiles.ts';
import { patience } from './importReader.ts';
import { mutate } from './mutations.ts';
import { peakMegabytes } from './peakMemory.ts';

export type FuzzReport = {
  /** How many ended in each way: `read`, or the code of the refusal. */
  readonly ends: Readonly<Record<string, number>>;
  /** Whatever is neither a valid preview nor a refusal. */
  readonly faults: readonly string[];
  /** The seeds that took longest, in milliseconds of the processor. */
  readonly slowest: readonly {
    readonly seed: number;
    readonly fileName: string;
    readonly milliseconds: number;
    readonly end: string;
  }[];
  readonly peakMegabytes: number;
};

const folder = new URL('../fixtures/plans/', import.meta.url);

/** Every plan of the fixtures, and the kinds of file that none of them is. */
export function originals(): readonly { readonly fileName: string; readonly bytes: Uint8Array }[] {
  const fixtures = readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .toSorted()
    .map((fileName) => ({ fileName, bytes: new Uint8Array(readFileSync(new URL(fileName, folder))) }));
  const kinds = ['biff8', 'biff5', 'xlsb', 'ods', 'fods', 'xlml', 'html'] as const;
  return [...fixtures, ...kinds.map((kind) => ({ fileName: `made.${kind}`, bytes: workbookOf(kind) }))];
}

async function endOf(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    const preview = await previewFile(bytes, fileName, patience);
    const valid = importPreviewSchema.safeParse(preview);
    return valid.success ? 'read' : `not a valid preview: ${valid.error.message}`;
  } catch (cause) {
    return cause instanceof ImportError ? cause.code : String((cause as Error).stack);
  }
}

if (import.meta.main) {
  const [first = 0, count = 0] = process.argv.slice(2).map(Number);
  const files = originals();
  const ends: Record<string, number> = {};
  const faults: string[] = [];
  const times: FuzzReport['slowest'][number][] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const { fileName, bytes } = files[seed % files.length] ?? { fileName: '', bytes: new Uint8Array() };
    const mutated = mutate(bytes, seed);
    const taken = processorTimeFromHere();
    const end = await endOf(mutated, fileName);
    times.push({ seed, fileName, milliseconds: taken(), end });
    if (/^[a-z-]+$/.test(end)) ends[end] = (ends[end] ?? 0) + 1;
    else faults.push(`seed ${seed} of ${fileName}: ${end}`);
  }
  const slowest = times.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 20);
  process.stdout.write(
    `${JSON.stringify({ ends, faults, slowest, peakMegabytes: peakMegabytes() } satisfies FuzzReport)}\n`,
  );
}
