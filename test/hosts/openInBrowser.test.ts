import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createCore } from '#core/core.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { keepWorkspace } from '../../electron/hosts/loopback/keepWorkspace.ts';
import { startLoopbackHost } from '../../electron/hosts/loopback/loopbackHost.ts';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { createClient } from '../../renderer/platform/client.ts';

it('a workspace that a browser sends is kept as a copy beside the others and opens', async () => {
  const folder = temporaryFolder();
  const core = createCore(testPorts({ folder }));
  const host = await startLoopbackHost({
    core,
    shellFolder: folder,
    keepWorkspace: (fileName, bytes) => keepWorkspace(folder, fileName, bytes),
  });
  onTestFinished(() => host.close());
  const platform = createBrowserPlatform(host.token, `http://127.0.0.1:${host.port}`);
  const client = createClient(platform);
  await client.call('workspace.create', { institution: 'Eastmere University', stage: 2, signedOn: null });
  await client.call('workspace.close', {});
  const theirs = join(folder, 'theirs.tcplan');
  copyFileSync(join(folder, 'workspaces', 'Eastmere University.tcplan'), theirs);

  const sent = await platform.takeFile(new File([readFileSync(theirs)], 'Eastmere University.tcplan'));
  if (!sent.ok) throw new Error(sent.error.code);
  expect(sent.value.fileName).toBe('Eastmere University 2.tcplan');
  const opened = await client.call('workspace.open', { file: sent.value.token });
  expect(opened).toMatchObject({ ok: true, value: { fileName: 'Eastmere University 2.tcplan' } });
  expect(readdirSync(join(folder, 'workspaces')).filter((name) => name.endsWith('.tcplan'))).toHaveLength(2);
});
