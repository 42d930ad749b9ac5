import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '#core/core.ts';
import { createPorts } from '../../electron/hosts/ports.ts';
import { projectFolder } from '../../electron/hosts/projectFolder.ts';

export interface BenchCore {
  /** A folder of its own, also for what the floor needs. */
  readonly folder: string;
  /** Throws where the application refuses. */
  readonly call: (channel: string, input: unknown) => Promise<unknown>;
}

/** The application without a host, in a temporary folder, for as long as the work takes. */
export async function withCore<Value>(work: (core: BenchCore) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-bench-'));
  const project = projectFolder();
  const core = createCore(
    createPorts({ host: 'cli', resourcesFolder: project.resources, appVersion: project.version, dataFolder: folder }),
  );
  try {
    return await work({
      folder,
      call: async (channel, input) => {
        const result = await core.dispatch(channel, input);
        if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
        return result.value;
      },
    });
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
