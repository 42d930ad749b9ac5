import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInThread, startReadingThread, type ThreadJob } from './readingThread.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../../test/fixtures/plans/plain.xlsx', import.meta.url)));
/** Longer than a test may take: whatever ends before was not ended by the time it took. */
const job = (signal?: AbortSignal): ThreadJob => ({
  input: { bytes, fileName: 'plain.xlsx', options: {} },
  milliseconds: 600_000,
  signal,
});

/** A thread of a few lines instead of the one that reads. `answer` stands for whatever it answers with. */
const threadOf = (source: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${source}`)}`);
const answering = `let count = 0; parentPort.postMessage('ready');
  parentPort.on('message', () => { count += 1; parentPort.postMessage({ reusable: REUSABLE, ok: true, preview: count }); });`;

const previewOf = async (url: URL): Promise<unknown> => {
  const outcome = await runInThread(url, job());
  return outcome.ended === 'answered' && outcome.answer.ok ? outcome.answer.preview : outcome.ended;
};

describe('the thread that reads files', () => {
  it('waits for the next file, unless it has grown', async () => {
    const kept = threadOf(answering.replace('REUSABLE', 'true'));
    expect([await previewOf(kept), await previewOf(kept), await previewOf(kept)]).toEqual([1, 2, 3]);
    const grown = threadOf(answering.replace('REUSABLE', 'false'));
    expect([await previewOf(grown), await previewOf(grown)]).toEqual([1, 1]);
  });

  it('reads one file after the other', async () => {
    const url = threadOf(`${answering.replace('REUSABLE', 'true')} // another`);
    startReadingThread(url);
    expect(await Promise.all([previewOf(url), previewOf(url), previewOf(url)])).toEqual([1, 2, 3]);
  });

  it('is left at once when the reading is cancelled, also while another file is read', async () => {
    const busy = threadOf(`parentPort.postMessage('ready'); parentPort.on('message', () => { for (;;); });`);
    const controller = new AbortController();
    const running = runInThread(busy, job(controller.signal));
    const waiting = runInThread(busy, job(controller.signal));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect([(await running).ended, (await waiting).ended]).toEqual(['cancelled', 'cancelled']);
  });

  it('tells a thread that does not start from one that fails over a file', async () => {
    expect((await runInThread(threadOf(`throw new Error('No start');`), job())).ended).toBe('not-started');
    const failing = threadOf(
      `parentPort.postMessage('ready'); parentPort.on('message', () => { throw new Error('No end'); });`,
    );
    expect((await runInThread(failing, job())).ended).toBe('failed');
  });

  it('is ended when it takes bytes beyond the limit of the process', async () => {
    const greedy = threadOf(`parentPort.postMessage('ready'); const all = [];
      parentPort.on('message', () => { for (;;) all.push(new Uint8Array(1_000_000).fill(1)); });`);
    expect((await runInThread(greedy, job())).ended).toBe('out-of-memory');
  });
});
