import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportError } from './importError.ts';
import { previewFile } from './previewFile.ts';
import { readPreview } from './readPreview.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../../test/fixtures/plans/plain.xlsx', import.meta.url)));

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'read';
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
}

describe('previewing in a worker', () => {
  it('gives what reading in this thread gives, and follows corrections', async () => {
    expect(await previewFile(bytes, 'plain.xlsx', {})).toEqual(await readPreview(bytes, 'plain.xlsx'));
    const corrections = { statuses: { Green: 'amber' } } as const;
    expect(await previewFile(bytes, 'plain.xlsx', { corrections })).toEqual(
      await readPreview(bytes, 'plain.xlsx', { corrections }),
    );
  });

  it('passes on what is wrong with a file', async () => {
    expect(await codeOf(previewFile(bytes.slice(0, 3_000), 'plain.xlsx', {}))).toBe('file-damaged');
    expect(await codeOf(previewFile(new Uint8Array(), 'plain.xlsx', {}))).toBe('file-empty');
  });

  it('stops when it is cancelled, before or while it works', async () => {
    expect(await codeOf(previewFile(bytes, 'plain.xlsx', { signal: AbortSignal.abort() }))).toBe('import-cancelled');
    const controller = new AbortController();
    const running = codeOf(previewFile(bytes, 'plain.xlsx', { signal: controller.signal }));
    controller.abort();
    expect(await running).toBe('import-cancelled');
  });

  it('ends a worker that needs too much memory, and nothing else with it', async () => {
    const greedy = new URL('data:text/javascript,const all=[];for(;;)all.push(new Array(1e5).fill({}));');
    expect(await codeOf(previewFile(bytes, 'plain.xlsx', { workerUrl: greedy, timeout: 600_000 }))).toBe(
      'file-too-large',
    );
  });

  it('stops a worker that takes too long', async () => {
    const busy = new URL('data:text/javascript,for(;;){}');
    expect(await codeOf(previewFile(bytes, 'plain.xlsx', { workerUrl: busy, timeout: 100 }))).toBe('import-timed-out');
  });
});
