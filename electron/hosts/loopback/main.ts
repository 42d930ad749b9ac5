import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { errorText } from '../../../renderer/text/errors.ts';
import { createCore } from '../../core/core.ts';
import { createPorts } from '../ports.ts';
import { projectFolder } from '../projectFolder.ts';
import { keepWorkspace } from './keepWorkspace.ts';
import { lastPorts, rememberPort } from './lastPorts.ts';
import { startLoopbackHost } from './loopbackHost.ts';
import { openBrowser } from './openBrowser.ts';

const usage = 'Use: [FILE.tcplan | --file FILE.tcplan | --sample] [--data FOLDER] [--port NUMBER] [--no-open]';

const refuse = (reason: string): never => {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
};

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        sample: { type: 'boolean', default: false },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        // For scripts and tests: calls are answered, the page may be missing.
        'no-page': { type: 'boolean', default: false },
        idle: { type: 'string' },
      },
    });
    if (values.port !== undefined && (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535))
      return refuse(`The port is a number. ${usage}`);
    const named = [...positionals, ...(values.file === undefined ? [] : [values.file])];
    if (named.length + (values.sample ? 1 : 0) > 1) return refuse(`One workspace can be opened at a time. ${usage}`);
    return { ...values, file: named[0] };
  } catch (cause) {
    return refuse(`${(cause as Error).message.split('\n')[0]} ${usage}`);
  }
}

const options = readOptions();
const project = projectFolder();
if (!options['no-page'] && !existsSync(join(project.shell, 'index.html')))
  refuse('The page has not been built yet. Run npm run build once, or use npm start.');
const ports = createPorts({
  host: 'loopback',
  resourcesFolder: project.resources,
  appVersion: project.version,
  dataFolder: options.data,
});
const core = createCore(ports);
if (options.sample || options.file) {
  // A file that cannot be opened is explained on the Start page, so the host starts all the same.
  const opened = options.sample
    ? await core.dispatch('workspace.openSample', {})
    : await core.dispatch('workspace.open', { file: core.fileTokens.holdPath(resolve(options.file ?? '')) });
  if (!opened.ok) process.stderr.write(`${errorText(opened.error).message}\n`);
}

const host = await startLoopbackHost({
  core,
  shellFolder: project.shell,
  ports: options.port === undefined ? [...lastPorts(ports.dataFolder), 0] : [Number(options.port)],
  ...(options.idle ? { idleMilliseconds: Number(options.idle) * 1000 } : {}),
  keepWorkspace: (fileName, bytes) => keepWorkspace(ports.dataFolder, fileName, bytes),
  onIdle: () => void stop(),
}).catch((cause: NodeJS.ErrnoException) =>
  refuse(
    cause.code === 'EADDRINUSE'
      ? `Port ${options.port} is in use. Choose another, or leave it out.`
      : `The port could not be opened (${cause.code ?? cause.name}).`,
  ),
);

// One that was asked for is for this once.
if (options.port === undefined) rememberPort(ports.dataFolder, host.port);

/** Long enough for what other threads of the engine compile for this one, and need its help to finish. */
const compilingMilliseconds = 100;

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await host.close();
  // To exit in their midst is to wait for them for ever (nodejs/node#54918), though all is closed.
  await setTimeout(compilingMilliseconds);
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
// Closing the terminal window closes the workspace properly too.
process.on('SIGHUP', () => void stop());

process.stdout.write(`Technician Commitment Planner: ${host.url}\n`);
if (!options['no-open']) openBrowser(host.openingUrl, process.platform, process.env);
