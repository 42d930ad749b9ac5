/**
 * A second process for the tests of this folder: opens a workspace with real SQLite and does one thing with it.
 *   node workspaceProcess.ts hold FILE DATA            opens, says "open", and waits
 *   node workspaceProcess.ts try FILE DATA             opens and says "open", or the code of the refusal
 *   node workspaceProcess.ts migrate FILE DATA LINE    opens with one more migration and dies at the log line LINE
 *   node workspaceProcess.ts change FILE DATA          commits changes for ever and says the number of each
 *   node workspaceProcess.ts half FILE DATA            dies when half of a large change is in the file
 */
import { writeSync } from 'node:fs';
import { assembleCore } from '#core/core.ts';
import { loadMigrations, newestVersion } from '#core/workspace/migrations.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { Refusal } from '#shared/errors.ts';
import { testPorts } from '#test/helpers/ports.ts';

const [, , task, path = '', folder = '', lastLine = ''] = process.argv;
const ports = testPorts({ folder });
// Written at once and whole: a line that was said must not be lost with the process.
const say = (line: string) => writeSync(1, `${line}\n`);

if (task === 'hold') {
  // Held by a session, as in the application: a connection that nobody holds is closed when memory is tidied.
  const { services } = assembleCore(ports);
  services.session.change(openWorkspaceFile(path, ports));
  say('open');
  process.stdin.on('end', () => services.session.change(null)).resume();
} else if (task === 'try') {
  try {
    openWorkspaceFile(path, ports).close();
    say('open');
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    say(cause.code);
  }
} else if (task === 'migrate') {
  const log = (line: string) => {
    if (line === lastLine) process.kill(process.pid, 'SIGKILL');
  };
  const sql = 'ALTER TABLE plan ADD COLUMN colour TEXT; UPDATE plan SET colour = title;';
  const released = loadMigrations();
  const migrations = [...released, { number: newestVersion(released) + 1, name: 'colour.sql', sql }];
  openWorkspaceFile(path, { ...ports, log }, { migrations }).close();
  say('migrated');
} else if (task === 'change') {
  const { services } = assembleCore(ports);
  services.session.change(openWorkspaceFile(path, ports));
  for (let number = 1; ; number += 1) {
    services.change(`Counted ${number}`, ({ rows }) => {
      rows.insert('framework', {
        id: ports.newId(),
        position: number,
        title: 'x'.repeat(5_000),
        description: '',
        binned: false,
      });
    });
    say(String(number));
  }
} else if (task === 'half') {
  const { services } = assembleCore(ports);
  services.session.change(openWorkspaceFile(path, ports));
  services.change('Half', ({ rows }) => {
    // A cache of a few pages has to write into the file before the commit.
    rows.database.pragma('cache_size = 5');
    for (let number = 1; number <= 2_000; number += 1) {
      rows.insert('framework', {
        id: ports.newId(),
        position: number,
        title: 'x'.repeat(5_000),
        description: '',
        binned: false,
      });
    }
    process.kill(process.pid, 'SIGKILL');
  });
}
