/**
 * A second process for killedMerge.test.ts: merges a copy back and dies on the way.
 *   node mergeProcess.ts FILE DATA COPY middle       when half of what comes in is in the file
 *   node mergeProcess.ts FILE DATA COPY committed    when the step is committed and before anybody is told
 *   node mergeProcess.ts FILE DATA COPY never        not at all, and says what was done
 */
import { writeSync } from 'node:fs';
import { assembleCore } from '#core/core.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { testPorts } from '#test/helpers/ports.ts';

const [, , path = '', folder = '', copy = '', when = ''] = process.argv;
const ports = testPorts({ folder });
const { core, services } = assembleCore(ports);
services.session.change(openWorkspaceFile(path, ports));
const { database } = services.session.required();
const die = (): number => {
  process.kill(process.pid, 'SIGKILL');
  return 0;
};
const file = core.fileTokens.holdPath(copy);
const { seen } = await services.call('merge.read', { file });
if (when === 'middle') {
  // A cache of a few pages has to write into the file before the commit.
  database.pragma('cache_size = 5');
  database.function('die', die);
  database.exec("CREATE TEMP TRIGGER half AFTER INSERT ON main.action WHEN NEW.ref = 'N60' BEGIN SELECT die(); END");
}
if (when === 'committed') core.events.subscribe(({ type }) => type === 'changed' && die());
const { sentence } = await services.call('merge.apply', { file, seen, leftOut: [], choices: [] });
writeSync(1, `${sentence}\n`);
core.close();
