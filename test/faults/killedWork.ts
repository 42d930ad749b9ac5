/**
 * A process that is killed at its work, for the tests of this folder:
 *   node killedWork.ts TASK FOLDER SEED DIE_AT [ROUNDS]
 * It does one kind of work in `FOLDER`, for ever or that many ROUNDS, after which it closes and ends. It kills itself
 * before its file operation number DIE_AT, if that is not 0. It says one JSON line each: `will` before something is done, `did` once it is acknowledged, with the state of
 * the workspace then; `may` for a state that holds if it is killed on the way to it; `backup` and `document` for what
 * was made.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { testPorts } from '#test/helpers/ports.ts';
import { interceptFileOperations } from './fileOperations.ts';
import type { Task } from './killedState.ts';
import { workOf } from './killedTasks.ts';
import { randomOf } from './mutations.ts';

const [, , task, folder = '', seed = '0', dieAt = '0', rounds = '0'] = process.argv;
const ports = { ...testPorts({ folder: join(folder, 'data') }), now: () => new Date(), newId: randomUUID };
// Written at once and whole: a line that was said must not be lost with the process.
const say = (said: object) => writeSync(1, `${JSON.stringify(said)}\n`);
const work = workOf(task as Task, folder, ports, randomOf(Number(seed)), say);

mkdirSync(join(folder, 'exports'), { recursive: true });
work.start();
let operations = 0;
if (dieAt !== '0') {
  interceptFileOperations({
    before: () => {
      operations += 1;
      if (operations === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
    },
  });
}
for (let number = 1; ; number += 1) {
  await work.round(number);
  if (number === Number(rounds)) {
    work.close();
    say({ operations });
    process.exit(0);
  }
  if (task === 'migration' || (task === 'making' && number === 2)) break;
}
// Done with all of it: what is left to do is to wait for the end.
say({ operations });
setInterval(() => undefined, 60_000);
