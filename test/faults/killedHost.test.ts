import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { type Client, createClient } from '../../renderer/platform/client.ts';
import { startHost } from '../e2e/startHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const clientOf = (host: { readonly token: string; readonly origin: string }): Client =>
  createClient(createBrowserPlatform(host.token, host.origin));

describe('a host that is killed in the middle of edits', () => {
  it('has kept every edit that it acknowledged, and opens again', async () => {
    const dataFolder = temporaryFolder();
    const killed = await startHost({ dataFolder, needsPage: false });
    onTestFinished(() => {
      killed.process.kill('SIGKILL');
    });
    const client = clientOf(killed);
    const made = await client.call('workspace.create', {
      institution: 'Eastmere University',
      stage: 3,
      signedOn: null,
    });
    const loaded = await client.call('workspace.load', {});
    if (!made.ok || !loaded.ok) throw new Error('The workspace was not made');
    const planId = loaded.value.rows.cycle[0]?.lastPlanId ?? '';

    const acknowledged: string[] = [];
    const gone = once(killed.process, 'exit');
    for (let number = 1; ; number += 1) {
      const adding = client.call('action.add', { planId, fields: { text: `Action ${number}` } });
      // Killed while the 40th edit is on its way: before, during or after its commit.
      if (number === 40) killed.process.kill('SIGKILL');
      const added = await adding;
      if (!added.ok) {
        expect(added.error.code).toBe('host-unreachable');
        break;
      }
      acknowledged.push(added.value.id);
    }
    await gone;
    expect(acknowledged.length).toBeGreaterThanOrEqual(39);

    const restarted = await startHost({ dataFolder, needsPage: false });
    onTestFinished(async () => {
      await restarted.stop();
    });
    const again = clientOf(restarted);
    const opened = await again.call('workspace.open', { recentId: made.value.recentId });
    expect(opened).toMatchObject({ ok: true });
    const after = await again.call('workspace.load', {});
    if (!after.ok) throw new Error('The workspace could not be read');
    const there = after.value.rows.action.map(({ id }) => id);
    expect(acknowledged.filter((id) => !there.includes(id))).toEqual([]);
    // At most the one that was on its way is there without its answer.
    expect(there.length - acknowledged.length).toBeLessThanOrEqual(1);
  });

  it('that is asked to end closes its workspace, so that nothing is left locked', async () => {
    const dataFolder = temporaryFolder();
    const host = await startHost({ dataFolder, sample: true, needsPage: false });
    expect(await host.stop()).toBe(0);
    const again = await startHost({ dataFolder, sample: true, needsPage: false });
    const state = await clientOf(again).call('app.state', {});
    expect(state).toMatchObject({ ok: true, value: { workspace: { isSample: true, readOnly: false } } });
    expect(state.ok && state.value.recent).toHaveLength(1);
    expect(await again.stop()).toBe(0);
  });
});
