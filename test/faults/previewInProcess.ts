import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ErrorCode } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import { errorText } from '../../renderer/text/errors.ts';
import type { Refused } from './importOtherKinds.ts';
import type { Outcome } from './importReader.ts';

/** Previews each file as the application does, in a process of its own, whose memory is thereby known. */
export async function previewAll(
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
): Promise<ReadonlyMap<string, Outcome>> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-'));
  try {
    for (const { fileName, bytes } of files) writeFileSync(join(folder, fileName), bytes);
    const child = spawn(process.execPath, [join(import.meta.dirname, 'importReader.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const [exitCode] = await once(child, 'close');
    expect(exitCode).toBe(0);
    const outcomes = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome);
    return new Map(outcomes.map((outcome) => [outcome.fileName, outcome]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Within the time that a person waits, on a machine that does nothing else, and the memory that the application may take. */
export function expectBounded(outcome: Outcome): void {
  expect(outcome.milliseconds).toBeLessThan(importLimits.milliseconds);
  expect(outcome.peakMegabytes).toBeLessThan(700);
}

/** One sentence that names the file and one that says what to do, within the bounds. */
export function expectRefused({ fileName, code, kind, place }: Refused, outcome: Outcome | undefined): void {
  if (outcome === undefined) throw new Error('The process said nothing about this file.');
  expect(outcome).toMatchObject({ fileName, code, detail: { fileName, ...(kind === undefined ? {} : { kind }) } });
  if (place !== undefined) expect(outcome.detail?.place).toContain(place);
  const { message, remedy } = errorText({ code: outcome.code as ErrorCode, detail: outcome.detail ?? {} });
  expect(message).toContain(`“${fileName}”`);
  expect(message).toMatch(/^[^!\n]+\.$/);
  expect(remedy).toMatch(/^[A-Z][^!\n]+\.$/);
  expectBounded(outcome);
}
