import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { extractAll } from '@electron/asar';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { fusesNotAsWanted } from '../../build/fuses.ts';
import type { LicenceNotice } from '../../build/licences.ts';
import { packageConfiguration } from '../../build/package.ts';
import { projectFolder } from '../../build/run.ts';
import { madeUpElectron } from './madeUpElectron.ts';
import { startMain } from './startMain.ts';
import { workThroughMain } from './workThroughMain.ts';

const output = join(projectFolder, 'build/output');
let folder = '';
let unpacked = '';
let extracted = '';
let files: readonly string[] = [];

const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
const skipped = process.platform === 'linux' ? null : 'skipped: the made-up Electron is one for Linux';
// Said aloud, because a suite that is silently left out looks like one that passed.
if (skipped) process.stderr.write(`\ntest/desktop/package ${skipped}\n`);

/** A package as electron-builder makes it for this system, round a made-up Electron: only the download is left out. */
beforeAll(async () => {
  if (skipped) return;
  if (!existsSync(join(output, 'main.js'))) throw new Error('Run npm run build first.');
  folder = join(output, 'test-package');
  rmSync(folder, { recursive: true, force: true });
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  for (const language of ['en-GB', 'en-US', 'fr']) writeFileSync(join(electron, 'locales', `${language}.pak`), '');
  writeFileSync(join(electron, 'electron'), madeUpElectron(), { mode: 0o755 });
  const configuration: Configuration = packageConfiguration();
  await build({
    projectDir: projectFolder,
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir', Arch[arch]),
    config: {
      ...configuration,
      electronDist: electron,
      directories: { ...configuration.directories, output: join(folder, 'packages') },
    },
  });
  unpacked = join(folder, 'packages', arch === 'x64' ? 'linux-unpacked' : 'linux-arm64-unpacked');
  // A folder of the archive's name, so that what lies beside the archive is found as it is when packaged.
  extracted = join(folder, 'resources', 'app.asar');
  extractAll(join(unpacked, 'resources', 'app.asar'), extracted);
  cpSync(join(unpacked, 'resources', 'app.asar.unpacked'), `${extracted}.unpacked`, { recursive: true });
  files = globSync('**/*', { cwd: extracted, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(extracted, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}, 120_000);
afterAll(() => folder !== '' && rmSync(folder, { recursive: true, force: true }));

describe.skipIf(skipped)('a package', () => {
  it('has the application and nothing of its tests, documents or sources', () => {
    const expected = [
      /^package\.json$/,
      /^build\/output\/(main|importWorker)\.js$/,
      /^build\/output\/preload\.cjs$/,
      /^build\/output\/renderer\/(index\.html|licences\.json)$/,
      /^build\/output\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg)$/,
      /^build\/output\/migrations\/\d{4}_[a-z_]+\.sql$/,
      /^build\/output\/resources\/(question-sets|sample)\/[\w-]+\.json$/,
      /^node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
      /^node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/,
      /^node_modules\/better-sqlite3\/prebuilds\/linux-(x64|arm64)\.node$/,
    ];
    expect(files.filter((file) => !expected.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const pattern of expected)
      expect(
        files.some((file) => pattern.test(file)),
        String(pattern),
      ).toBe(true);
    const migrations = globSync('*.sql', { cwd: join(projectFolder, 'electron/core/workspace/migrations') });
    expect(files.filter((file) => file.endsWith('.sql'))).toHaveLength(migrations.length);
  });

  it('says in its package.json what the application is and nothing of how it is made', () => {
    const about = JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'));
    expect(about).toMatchObject({ main: 'build/output/main.js', type: 'module', version: expect.any(String) });
    expect(about.scripts ?? about.devDependencies ?? null).toBeNull();
    expect(files).toContain(about.main);
  });

  it('has every module that the built files ask for', () => {
    for (const name of ['main.js', 'importWorker.js', 'preload.cjs']) {
      const source = readFileSync(join(extracted, 'build/output', name), 'utf8').replace(/^\s*(\*|\/\/).*$/gm, '');
      const asked = [
        ...source.matchAll(/^(?:import|export)\b[^'"\n]*?from ["']([^"']+)["'];$/gm),
        ...source.matchAll(/^import ["']([^"']+)["'];$/gm),
        ...source.matchAll(/\b(?:__require|require)\(["']([^"']+)["']\)/g),
      ].map(([, module = '']) => module);
      const outside = [...new Set(asked)].filter(
        (module) => !isBuiltin(module) && module !== 'electron' && module !== 'better-sqlite3',
      );
      expect(outside, name).toEqual([]);
    }
  });

  it('does its work out of its archive, with the worker and the native module beside it', async () => {
    expect(existsSync(join(`${extracted}.unpacked`, 'build/output/importWorker.js'))).toBe(true);
    expect(existsSync(join(`${extracted}.unpacked`, `node_modules/better-sqlite3/prebuilds/linux-${arch}.node`))).toBe(
      true,
    );
    // The one inside cannot be started, so it must not be what is started.
    rmSync(join(extracted, 'build/output/importWorker.js'));
    // Away from the project, whose modules would otherwise be found.
    const elsewhere = temporaryFolder();
    cpSync(join(folder, 'resources'), join(elsewhere, 'resources'), { recursive: true });
    const main = await startMain(join(elsewhere, 'resources/app.asar/build/output/main.js'), join(elsewhere, 'data'));
    onTestFinished(() => main.stop());
    await workThroughMain(main, elsewhere);
  });

  it('has its fuses set', async () => {
    expect(await fusesNotAsWanted(join(unpacked, 'technician-commitment-planner'))).toEqual([]);
  });

  it('carries the licence of each package that is in it, for the page and beside the program', () => {
    const notices = JSON.parse(
      readFileSync(join(extracted, 'build/output/renderer/licences.json'), 'utf8'),
    ) as readonly LicenceNotice[];
    const beside = readFileSync(join(unpacked, 'licences.txt'), 'utf8');
    const named = new Set(notices.map(({ name }) => name));
    for (const { name, version, licence, text } of notices) {
      expect(licence, name).not.toBe('');
      expect(text, name).toMatch(/copyright|public domain|license/i);
      expect(beside).toContain(`${name} ${version} (${licence})`);
      expect(beside).toContain(text);
    }
    // What the maps of the bundles say is in them, and the native module.
    const sources = ['main.js.map', 'importWorker.js.map'].flatMap(
      (name) =>
        (JSON.parse(readFileSync(join(output, name), 'utf8')) as { readonly sources: readonly string[] }).sources,
    );
    const inside = sources.flatMap((source) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
    expect(new Set(inside).size).toBeGreaterThan(20);
    for (const name of [...inside, 'better-sqlite3', 'react', '@fontsource-variable/inter'])
      expect(named).toContain(name);
    expect(beside).toContain('MIT License');
  });
});

describe('npm run package', () => {
  it('says in one line, at once, that Electron cannot be downloaded', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build/package.ts'], {
      cwd: resolve(projectFolder),
      encoding: 'utf8',
      env: {
        ...process.env,
        // Nothing listens there; and whatever this machine has of Electron is out of sight.
        ELECTRON_MIRROR: 'http://127.0.0.1:9/',
        electron_config_cache: temporaryFolder(),
        ELECTRON_OVERRIDE_DIST_PATH: join(temporaryFolder(), 'none'),
      },
    });
    expect(stdout).toBe('');
    expect(stderr.trim()).toMatch(
      /^No installers were made\. Electron could not be downloaded here\..*ELECTRON_MIRROR\.$/,
    );
    expect(status).toBe(1);
  });
});
