import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { read, utils, write } from '@e965/xlsx';
import { build } from 'vite';
import { previewFile } from '#core/import/previewFile.ts';
import type { Outcome } from '../faults/importReader.ts';
import { againstFloor, type Bench, type Measurement, median, medianTimes, under } from './measure.ts';

const [few, usual, many] = [500, 5_000, 50_000] as const;
const project = resolve(import.meta.dirname, '../..');

/**
 * The preview of a plan in the thread that users get, against SheetJS reading the same bytes and no more; the start of
 * that thread; how the time grows with the rows; and the memory of a process that does nothing else.
 */
export const importBench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-'));
  try {
    const workerUrl = await builtWorker(folder);
    const preview = (bytes: Uint8Array) => previewFile(bytes, 'plan.xlsx', { workerUrl });
    const started = performance.now();
    await preview(workbook(few));
    const first = performance.now() - started;

    // Other bytes each time: the thread knows a file again that it has just read.
    const books = Array.from({ length: 6 }, (_, index) => workbook(usual, index));
    let next = 0;
    const times = await medianTimes(
      5,
      () => preview(books[next++ % books.length] ?? new Uint8Array()),
      () => read(books[next % books.length], { cellStyles: true }),
    );
    return [
      againstFloor('import.preview', times, 2.5),
      under('import.first', first, 'ms', 1_500),
      ...(await growth(preview, times.work)),
      ...memory(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Ten times the rows against ten times the time: a ratio near 1 is a straight line. */
async function growth(
  preview: (bytes: Uint8Array) => Promise<unknown>,
  timeOfUsual: number,
): Promise<readonly Measurement[]> {
  const timeOf = async (rows: number, runs: number): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const bytes = workbook(rows, run);
      const started = performance.now();
      await preview(bytes);
      times.push(performance.now() - started);
    }
    return median(times);
  };
  const timeOfFew = await timeOf(few, 5);
  const timeOfMany = await timeOf(many, 3);
  return [
    againstFloor('import.growth.5000', { work: timeOfUsual, floor: timeOfFew * (usual / few) }, 1.5),
    againstFloor('import.growth.50000', { work: timeOfMany, floor: timeOfUsual * (many / usual) }, 1.5),
  ];
}

/** The most that a process of its own holds while it previews a file of this many rows. */
function memory(folder: string): readonly Measurement[] {
  return [usual, many].map((rows) => {
    const files = mkdtempSync(join(folder, 'files-'));
    writeFileSync(join(files, 'plan.xlsx'), workbook(rows));
    const said = execFileSync(process.execPath, [join(project, 'test/faults/importReader.ts'), files], {
      encoding: 'utf8',
    });
    const { peakMegabytes } = JSON.parse(said) as Outcome;
    return under(`import.memory.${rows}`, peakMegabytes, 'MB', 700);
  });
}

async function builtWorker(folder: string): Promise<URL> {
  await build({
    configFile: join(project, 'build/vite.worker.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: false },
  });
  return pathToFileURL(join(folder, 'importWorker.js'));
}

function workbook(rows: number, variant = 0): Uint8Array {
  const rags = ['Green', 'Amber', 'Red', ''];
  const themes = ['Visibility', 'Recognition', 'Career Development', 'Sustainability'];
  const lines = Array.from({ length: rows }, (_, index) => [
    `A${index + 1}`,
    themes[index % themes.length],
    `Offer workshop number ${index + 1 + variant} to technical staff of every faculty`,
    'Head of Technical Services',
    `31/0${(index % 8) + 1}/2026`,
    rags[index % rags.length],
    index % 4 === 2 ? 'Waiting for a room large enough' : '',
    `At least ${10 + (index % 40)} places taken`,
  ]);
  const sheet = utils.aoa_to_sheet([
    ['Ref', 'Theme', 'Action', 'Lead', 'Due', 'RAG', 'Reason', 'Success measure'],
    ...lines,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Plan');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}
