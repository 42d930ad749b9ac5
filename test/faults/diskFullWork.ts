/**
 * A process on a disk without room, for the tests of this folder:
 *   node diskFullWork.ts STAGE FOLDER
 * It opens the workspace in FOLDER, does one thing, closes, and says as one JSON line what came of it: the code of the
 * refusal or `done`, and the state of the workspace then.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { assembleCore } from '#core/core.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { doStage, openStage, type Stage } from './diskFullStages.ts';
import { stateOf } from './killedState.ts';

/** Null where the file cannot even be put back as it was here: its journal does that at the next opening. */
function stateNow(): string | null {
  try {
    return services.session.current() ? stateOf(services) : null;
  } catch {
    return null;
  }
}

const [, , stage = '', folder = ''] = process.argv;
const ports = { ...testPorts({ folder: join(folder, 'data') }), newId: randomUUID };
const { core, services } = assembleCore(ports);
const came = await doStage(stage as Stage, services, folder);
const state = stateNow();
core.close();
writeSync(1, `${JSON.stringify({ came, state, opened: openStage(stage as Stage, folder) })}\n`);
