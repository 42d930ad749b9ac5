import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createCore } from '#core/core.ts';
import { createPorts } from '../../electron/hosts/ports.ts';
import { projectFolder } from '../../electron/hosts/projectFolder.ts';
import { againstFloor, type Bench, medianTimes } from './measure.ts';

/** A command of the application against one durable commit of the same text by SQLite alone. */
export const commandBench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-bench-'));
  const project = projectFolder();
  const core = createCore(
    createPorts({ host: 'cli', resourcesFolder: project.resources, appVersion: project.version, dataFolder: folder }),
  );
  const bare = new Database(join(folder, 'bare.sqlite'));
  try {
    bare.pragma('journal_mode = DELETE');
    bare.pragma('synchronous = EXTRA');
    bare.pragma('locking_mode = EXCLUSIVE');
    bare.exec(
      "CREATE TABLE action (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; INSERT INTO action VALUES (1, '')",
    );
    const write = bare.prepare('UPDATE action SET text = ? WHERE id = 1');

    const opened = await core.dispatch('workspace.openSample', {});
    if (!opened.ok) throw new Error(opened.error.code);
    const loaded = await core.dispatch('workspace.load', {});
    if (!loaded.ok) throw new Error(loaded.error.code);
    const { rows } = loaded.value as { readonly rows: { readonly action: readonly { readonly id: string }[] } };
    const ids = rows.action.map(({ id }) => id);

    let count = 0;
    const times = await medianTimes(
      200,
      async () => {
        count += 1;
        const id = ids[count % ids.length];
        const result = await core.dispatch('action.edit', {
          id,
          fields: { text: `Publish a directory, draft ${count}` },
        });
        if (!result.ok) throw new Error(result.error.code);
      },
      () => write.run(`Publish a directory, draft ${count}`),
    );
    return [againstFloor('command.roundTrip', times, 3)];
  } finally {
    core.close();
    bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
