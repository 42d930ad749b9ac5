import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { createCore } from '#core/core.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { runCommand } from '../../electron/hosts/cli/runCommand.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly messages: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests below look into
  readonly json: () => any;
}

let commands = 0;

/** Ids that no earlier command has given: each is a process of its own outside the tests. */
function portsIn(folder: string) {
  const ports = testPorts({ folder });
  const start = commands.toString(16).padStart(8, '0');
  return { ...ports, newId: () => start + ports.newId().slice(start.length) };
}

/** Runs one command as typed, with its data in the folder given. */
export async function planner(folder: string, ...words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const messages: string[] = [];
  commands += 1;
  const code = await runCommand(words, (dataFolder) => createCore(portsIn(dataFolder ?? join(folder, 'data'))), {
    print: (text) => out.push(text),
    tell: (message) => messages.push(message),
  });
  return { code, out: out.join('\n'), messages, json: () => JSON.parse(out.join('\n')) };
}

/** Makes the sample once for a file of tests, which takes a second or two; the function copies it into a folder. */
export function sampleForTests(): (folder: string) => string {
  const made = mkdtempSync(join(tmpdir(), 'planner-sample-'));
  const sample = join(made, 'sample.tcplan');
  beforeAll(async () => {
    expect(await planner(made, 'new', sample, '--sample')).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  return (folder) => {
    const file = join(folder, 'sample.tcplan');
    copyFileSync(sample, file);
    return file;
  };
}
