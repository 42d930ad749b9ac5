import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { sampleForTests } from './runPlanner.ts';

const sampleOf = sampleForTests();
const script = new URL('../../electron/hosts/cli/planner.ts', import.meta.url).pathname;

it('a reader that has seen enough, as head, ends the command without a word', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [script, 'show', sampleOf(folder), '--json'], {
    env: { ...process.env, PLANNER_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: string[] = [];
  child.stderr.on('data', (part: Buffer) => told.push(part.toString()));
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect([code, told.join('')]).toEqual([0, '']);
});
