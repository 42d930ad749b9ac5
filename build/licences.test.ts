import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { noticesOf, packageFolderOf } from './licences.ts';

function packageOf(about: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(temporaryFolder(), 'node_modules', 'one');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'one', version: '1.0.0', ...about }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('licence notices', () => {
  it('find the innermost package that a module lies in', () => {
    expect(packageFolderOf('/p/node_modules/one/lib/x.js')).toBe('/p/node_modules/one');
    expect(packageFolderOf('/p/node_modules/@a/b/x.js')).toBe('/p/node_modules/@a/b');
    expect(packageFolderOf('/p/node_modules/one/node_modules/two/x.js?commonjs')).toBe(
      '/p/node_modules/one/node_modules/two',
    );
    expect(packageFolderOf('\0/p/node_modules/one/x.js?commonjs-es-import')).toBe('/p/node_modules/one');
    expect(packageFolderOf('/p/renderer/App.tsx')).toBeNull();
    expect(packageFolderOf('\0rolldown/runtime.js')).toBeNull();
  });

  it('take the text from its file with the notice beside it, or from the end of the README', () => {
    const files = { LICENSE: 'Permission\r\nis granted', NOTICE: 'Parts by others', 'README.md': '# one' };
    expect(noticesOf([packageOf({ license: 'Apache-2.0' }, files)])).toEqual([
      { name: 'one', version: '1.0.0', licence: 'Apache-2.0', text: 'Permission\nis granted\n\nParts by others' },
    ]);
    const readme = '# one\n\n## Licence\n\nMIT\n\nTHE SOFTWARE IS PROVIDED "AS IS"\n';
    expect(noticesOf([packageOf({ license: 'MIT' }, { 'README.md': readme })])).toMatchObject([
      { text: 'MIT\n\nTHE SOFTWARE IS PROVIDED "AS IS"' },
    ]);
  });

  it('fall back on the usual text only where the package says who holds the rights', () => {
    const [notice] = noticesOf([packageOf({ license: 'ISC', author: { name: 'Ada' } })]);
    expect(notice?.text).toMatch(/^Copyright \(c\) Ada[\s\S]*AS IS/);
    expect(() => noticesOf([packageOf({ license: 'ISC' })])).toThrow(/one 1\.0\.0 comes without/);
  });

  it('refuse a package without a licence, or without its text', () => {
    expect(() => noticesOf([packageOf({})])).toThrow(/states no licence/);
    expect(() => noticesOf([packageOf({ license: 'MIT' }, { 'README.md': '## License\n\nMIT\n' })])).toThrow(
      /without the text/,
    );
  });
});
