import { join } from 'node:path';
import Database from 'better-sqlite3';
import { withCore } from './benchCore.ts';
import { againstFloor, type Bench, medianTimes } from './measure.ts';

/** A command of the application against one durable commit of the same text by SQLite alone. */
export const commandBench: Bench = () =>
  withCore(async ({ folder, call }) => {
    const bare = new Database(join(folder, 'bare.sqlite'));
    try {
      bare.pragma('journal_mode = DELETE');
      bare.pragma('synchronous = EXTRA');
      bare.pragma('locking_mode = EXCLUSIVE');
      bare.exec(
        "CREATE TABLE action (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; INSERT INTO action VALUES (1, '')",
      );
      const write = bare.prepare('UPDATE action SET text = ? WHERE id = 1');

      await call('workspace.openSample', {});
      const { rows } = (await call('workspace.load', {})) as {
        readonly rows: { readonly action: readonly { readonly id: string }[] };
      };
      const ids = rows.action.map(({ id }) => id);
      let count = 0;
      const times = await medianTimes(
        200,
        async () => {
          count += 1;
          const id = ids[count % ids.length];
          await call('action.edit', { id, fields: { text: `Publish a directory, draft ${count}` } });
        },
        () => write.run(`Publish a directory, draft ${count}`),
      );
      return [againstFloor('command.roundTrip', times, 3)];
    } finally {
      bare.close();
    }
  });
