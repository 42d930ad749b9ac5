import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { icnsTypes, icoSizes, linuxSizes } from './iconFiles.ts';
import { packageConfiguration } from './package.ts';
import { projectFolder } from './run.ts';

const icons = join(projectFolder, 'resources/icons');
const about = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Readonly<
  Record<string, unknown>
>;

const pngSize = (bytes: Buffer): readonly [number, number] => {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the configuration of the packages', () => {
  it('is one that electron-builder knows, to the last word', async () => {
    const check = (configuration: object) => validateConfiguration(configuration as never, new DebugLogger(false));
    await expect(check(packageConfiguration())).resolves.toBeUndefined();
    await expect(check({ ...packageConfiguration(), portabel: {} })).rejects.toThrow(/portabel/);
  });

  it('asks for no administrator rights on Windows, and makes what people look for on each system', () => {
    const { win, mac, linux, nsis, portable } = packageConfiguration();
    const targets = (of: unknown) => (of as readonly { readonly target: string }[]).map(({ target }) => target);
    expect(targets(win?.target)).toEqual(['nsis', 'portable', 'zip']);
    expect(targets(mac?.target)).toEqual(['dmg', 'zip']);
    expect(targets(linux?.target)).toEqual(['AppImage', 'deb']);
    expect(win).toMatchObject({ requestedExecutionLevel: 'asInvoker' });
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, packElevateHelper: false });
    expect(portable).toMatchObject({ requestExecutionLevel: 'user' });
    // A workspace stays when the application goes.
    expect(nsis).toMatchObject({ deleteAppDataOnUninstall: false });
  });

  it('brings the native module of each system and processor that it is made for, and no other', () => {
    const { win, mac, linux } = packageConfiguration();
    const native = readdirSync(join(projectFolder, 'node_modules/better-sqlite3/prebuilds'));
    for (const [system, options] of [
      ['win32', win],
      ['darwin', mac],
      ['linux', linux],
    ] as const) {
      const [set, ...others] = (options?.files ?? []) as readonly {
        readonly from: string;
        readonly filter: readonly string[];
      }[];
      expect(others).toEqual([]);
      expect(set).toMatchObject({ from: 'node_modules/better-sqlite3/prebuilds', filter: [`${system}-\${arch}.node`] });
      const targets = (options?.target ?? []) as readonly { readonly arch: readonly string[] }[];
      for (const arch of new Set(targets.flatMap((target) => target.arch)))
        expect(native).toContain(`${system}-${arch}.node`);
    }
  });

  it('opens workspaces by a double click on every system', () => {
    const [association, ...others] = packageConfiguration().fileAssociations as readonly object[];
    expect(others).toEqual([]);
    expect(association).toMatchObject({
      ext: 'tcplan',
      role: 'Editor',
      mimeType: expect.stringMatching(/^application\/x-/),
    });
  });

  it('names who holds the rights, and a version', () => {
    expect(packageConfiguration().copyright).toMatch(/^Copyright © \d{4} \S/);
    expect(about.version).toMatch(/^\d+\.\d+\.\d+$/);
    // A deb is refused without these.
    expect(about).toMatchObject({ homepage: expect.any(String), author: expect.any(String), license: 'MIT' });
    expect(packageConfiguration().linux?.maintainer).toMatch(/<.+@.+>$/);
  });
});

describe('the icons of the packages', () => {
  it.each(['icon.ico', 'tcplan.ico'])('%s has every size of Windows', (name) => {
    const bytes = readFileSync(join(icons, name));
    expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1]);
    const found = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + index * 16;
      const image = bytes.subarray(bytes.readUInt32LE(entry + 12)).subarray(0, bytes.readUInt32LE(entry + 8));
      const size = bytes[entry] || 256;
      if (size === 256) expect(pngSize(image)).toEqual([256, 256]);
      else expect([image.readInt32LE(4), image.readInt32LE(8), image.readUInt16LE(14)]).toEqual([size, size * 2, 32]);
      return size;
    });
    expect(found).toEqual([...icoSizes]);
  });

  it.each(['icon.icns', 'tcplan.icns'])('%s has every size of macOS', (name) => {
    const bytes = readFileSync(join(icons, name));
    expect(bytes.subarray(0, 4).toString()).toBe('icns');
    expect(bytes.readUInt32BE(4)).toBe(bytes.length);
    const found: [string, number][] = [];
    for (let place = 8; place < bytes.length; place += bytes.readUInt32BE(place + 4)) {
      const [width, height] = pngSize(bytes.subarray(place + 8));
      expect(width).toBe(height);
      found.push([bytes.subarray(place, place + 4).toString(), width]);
    }
    expect(Object.fromEntries(found)).toEqual(icnsTypes);
  });

  it('lie in every size of a Linux desktop', () => {
    const names = readdirSync(join(icons, 'linux'));
    expect(names.toSorted()).toEqual(linuxSizes.map((size) => `${size}x${size}.png`).toSorted());
    for (const name of names) {
      const size = Number.parseInt(name, 10);
      expect(pngSize(readFileSync(join(icons, 'linux', name)))).toEqual([size, size]);
    }
  });
});
