import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startCore, type TestCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { makeFile, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { sha256OfFile } from './workingNote.ts';

let shared: string;
let path: string;
let data: string;
let test: TestCore;
beforeEach(() => {
  const folder = temporaryFolder();
  shared = join(folder, 'Dropbox (Eastmere)');
  mkdirSync(shared);
  path = makeFile(shared);
  data = join(folder, 'data');
  test = startCore({ folder: data });
});

const open = () => test.call('workspace.open', { file: test.core.fileTokens.holdPath(path) });
const titlesOpen = () => test.services.session.required().rows.all('framework');
async function changeAndLoseTheRightToWrite(): Promise<void> {
  await open();
  test.services.change('Added', ({ rows }) => {
    rows.insert('framework', { id: test.ports.newId(), position: 1, title: 'Mine', description: '', binned: false });
  });
  chmodSync(shared, 0o555);
  onTestFinished(() => chmodSync(shared, 0o755));
  await test.call('workspace.close', {});
}

// The administrator of a computer may write everything, so there is nothing to see as one.
describe.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that has become read-only', () => {
  it('leaves the changes in the working copy, which is taken at the next opening', async () => {
    const before = sha256OfFile(path);
    await changeAndLoseTheRightToWrite();
    expect(sha256OfFile(path)).toBe(before);
    await open();
    expect(titlesOpen()).toMatchObject([{ title: 'Mine' }]);
  });

  it('gives a changed original to read only, and the working copy in the local workspaces folder', async () => {
    await changeAndLoseTheRightToWrite();
    chmodSync(shared, 0o755);
    withPlainSqlite(path, (database) =>
      database.exec("INSERT INTO framework (id, position, title) VALUES ('f', 1, 'Theirs')"),
    );
    chmodSync(shared, 0o555);
    await open();
    expect(titlesOpen()).toMatchObject([{ title: 'Theirs' }]);
    const [aside = '', ...others] = readdirSync(join(data, 'workspaces'));
    expect(others).toEqual([]);
    expect(
      withPlainSqlite(join(data, 'workspaces', aside), (database) =>
        database.prepare('SELECT title FROM framework').pluck().all(),
      ),
    ).toEqual(['Mine']);
    // The lock that cannot be taken away names this very process, and is not in its way.
    await test.call('workspace.close', {});
    expect(await open()).toMatchObject({ readOnly: true });
  });
});
