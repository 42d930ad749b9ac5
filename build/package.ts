import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build, type Configuration } from 'electron-builder';
import { buildAll } from './build.ts';
import { projectFolder } from './run.ts';

/** The configuration as it is committed, with the address of the repository where a workflow says it. */
export function packageConfiguration(): Configuration {
  const { $schema: _schema, ...configuration } = JSON.parse(
    readFileSync(resolve(projectFolder, 'build/electron-builder.json'), 'utf8'),
  ) as Configuration & { readonly $schema: string };
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  return server && repository
    ? { ...configuration, extraMetadata: { homepage: `${server}/${repository}` } }
    : configuration;
}

/** Asked for before anything is built: electron-builder tries for half a minute where there is no way to it. */
async function canFetchElectron(): Promise<boolean> {
  try {
    await promisify(execFile)(process.execPath, [resolve(projectFolder, 'node_modules/electron/install.js')]);
    return true;
  } catch {
    // Why, only its authors can read out of what it says.
    return false;
  }
}

/** Why no installers were made, in one line; null when they are there. */
async function makeInstallers(): Promise<string | null> {
  if (!(await canFetchElectron()))
    return 'Electron could not be downloaded here. Run this where it can be, or name a mirror of it in ELECTRON_MIRROR.';
  try {
    await buildAll();
    const made = await build({ projectDir: projectFolder, publish: 'never', config: packageConfiguration() });
    for (const path of made) console.log(`Made ${basename(path)}`);
    return null;
  } catch (cause) {
    return (cause as Error).message.split('\n')[0] ?? '';
  }
}

/** The installers of this system, in build/output/packages. */
if (import.meta.main) {
  const reason = await makeInstallers();
  if (reason !== null) console.error(`No installers were made. ${reason}`);
  // electron-builder sets an exit code of its own.
  process.exit(reason === null ? 0 : 1);
}
