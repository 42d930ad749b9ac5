import * as fs from 'node:fs';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '#core/events.ts';
import type { FileLayer } from '#core/files/atomicWrite.ts';
import { createFileTokens } from '#core/fileTokens.ts';
import type { AppEvent } from '#shared/contract/workspace.ts';
import { succeed } from '#shared/result.ts';
import { dialogDouble, electronDouble, webUtilsDouble } from '#test/hosts/electronDouble.ts';
import { createDesktopPlatform } from '../../../renderer/platform/desktop.ts';
import { createBridge } from './bridge.ts';
import { createDialogs } from './dialogs.ts';
import { registerIpc } from './ipc.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ipc-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function start(choices: { pick?: string; save?: string; paths?: Record<string, string> } = {}) {
  const double = electronDouble();
  const events = createEvents();
  const fileTokens = createFileTokens();
  const calls: unknown[] = [];
  registerIpc({
    ipcMain: double.ipcMain,
    core: {
      dispatch: async (channel, input, options) => {
        calls.push([channel, input, options]);
        return succeed('answered');
      },
      events,
      fileTokens,
    },
    dialogs: createDialogs(dialogDouble(choices.pick ?? null, choices.save ?? null), fileTokens),
    send: double.send,
  });
  const bridge = createBridge(double.ipcRenderer, webUtilsDouble(choices.paths));
  return { ...double, events, fileTokens, calls, bridge, platform: createDesktopPlatform(bridge) };
}

describe('the dialog of the system', () => {
  it('says what for before a file is chosen, so that what will read it can start', async () => {
    const asked: string[] = [];
    const dialogs = createDialogs(dialogDouble('/plans/plan.xlsx', null), createFileTokens(), (purpose) =>
      asked.push(purpose),
    );
    expect(await dialogs.pick({ accept: ['.xlsx'], purpose: 'import-plan' })).toMatchObject({ fileName: 'plan.xlsx' });
    expect(asked).toEqual(['import-plan']);
  });
});

describe('messages of the window', () => {
  it('reach the core with their screen', async () => {
    const { platform, calls } = start();
    expect(await platform.call('action.edit', { a: 1 }, { screen: '/new-plan' })).toEqual(succeed('answered'));
    expect(calls).toEqual([['action.edit', { a: 1 }, { screen: '/new-plan' }]]);
  });

  it.each([
    ['another page', { url: 'https://example.org/', parent: null }],
    ['a page whose name begins like ours', { url: 'app://planner.example/', parent: null }],
    ['a file', { url: 'file:///tmp/index.html', parent: null }],
    ['a frame inside our page', { url: 'app://planner/', parent: {} }],
    ['a frame that is gone', null],
  ])('of %s are not answered on any channel', async (_who, frame) => {
    const { sendFrom, ipcRenderer, channels, platform, calls } = start();
    sendFrom(frame);
    for (const channel of channels()) await expect(ipcRenderer.invoke(channel, 'a', 'b', 'c')).rejects.toThrow();
    expect(channels()).toHaveLength(5);
    expect(await platform.call('app.state', {})).toMatchObject({ error: { code: 'host-unreachable' } });
    expect(calls).toEqual([]);
  });

  it('of our page are answered by a value whatever stands in them, and reach no file', async () => {
    const { ipcRenderer, channels, fileTokens } = start({ pick: '/etc/hosts', save: join(folder, 'saved') });
    const said: readonly unknown[] = [
      undefined,
      null,
      '',
      '../../etc/passwd',
      7,
      10n,
      [],
      {},
      Object.create(null),
      new Map([['accept', ['.exe']]]),
      new Uint8Array(4),
      { accept: '.exe', purpose: 'nothing' },
      { accept: [7, null, '../*', '*'], purpose: '__proto__' },
    ];
    for (const channel of channels())
      for (const first of said)
        for (const second of said) {
          const answer = await ipcRenderer.invoke(channel, first, second, first);
          expect(answer).toEqual({
            ok: expect.any(Boolean),
            ...((answer as { ok: boolean }).ok
              ? { value: expect.anything() }
              : { error: { code: expect.any(String), detail: expect.any(Object) } }),
          });
        }
    expect(existsSync(join(folder, 'saved'))).toBe(false);
    expect(() => fileTokens.get('../../etc/passwd')).toThrow();
  });

  it('are five and no more, and hold nothing of Electron', () => {
    expect(Object.keys(start().bridge).sort()).toEqual(['call', 'events', 'pickFile', 'saveFile', 'takeFile']);
  });

  it('bring events until listening stops', () => {
    const { platform, events } = start();
    const heard: AppEvent[] = [];
    const stop = platform.events((event) => heard.push(event));
    events.emit({ type: 'workspace', workspace: null });
    stop();
    events.emit({ type: 'workspace', workspace: null });
    expect(heard).toEqual([{ type: 'workspace', workspace: null }]);
  });
});

describe('files of the window', () => {
  it('that are picked cross as a token and a name, never as a path', async () => {
    const path = join(folder, 'plan.xlsx');
    await writeFile(path, 'bytes');
    const { platform, fileTokens } = start({ pick: path });
    const picked = await platform.pickFile({ accept: ['.xlsx'], purpose: 'import-plan' });
    expect(JSON.stringify(picked)).not.toContain(folder);
    if (!picked.ok || !picked.value) throw new Error('nothing was picked');
    expect(picked.value.fileName).toBe('plan.xlsx');
    expect(fileTokens.get(picked.value.token)).toMatchObject({ kind: 'path', path });
  });

  it('that are dropped are taken by their path, and pasted ones by their bytes', async () => {
    const path = join(folder, 'dropped.csv');
    await writeFile(path, 'a,b');
    const { platform, fileTokens } = start({ paths: { 'dropped.csv': path } });
    const dropped = await platform.takeFile(new File(['a,b'], 'dropped.csv'));
    const pasted = await platform.takeFile(new File(['pixels'], 'image.png'));
    if (!dropped.ok || !pasted.ok) throw new Error('a file was not taken');
    expect(fileTokens.get(dropped.value.token)).toMatchObject({ kind: 'path', path });
    const { bytes, fileName } = await fileTokens.read(pasted.value.token, 100);
    expect([fileName, Buffer.from(bytes).toString()]).toEqual(['image.png', 'pixels']);
  });

  it('that are workspaces are saved as such, but never over one that is open', async () => {
    const to = join(folder, 'A copy.tcplan');
    const { platform, fileTokens } = start({ save: to });
    const token = fileTokens.holdBytes('Eastmere University.tcplan', new TextEncoder().encode('a workspace'));
    expect(await platform.saveFile(token, 'A copy.tcplan')).toEqual(succeed({ saved: true }));
    await writeFile(`${to}.lock`, '');
    expect(await platform.saveFile(token, 'A copy.tcplan')).toMatchObject({
      ok: false,
      error: { code: 'workspace-in-use', detail: { fileName: 'A copy.tcplan' } },
    });
  });

  it('that are saved never take the place of a workspace', async () => {
    const to = join(folder, 'Eastmere University.tcplan');
    await writeFile(to, 'years of work');
    const { platform, fileTokens } = start({ save: to });
    const token = fileTokens.holdBytes('Stage 3.docx', new TextEncoder().encode('document'));
    expect(await platform.saveFile(token, 'Stage 3.docx')).toMatchObject({
      ok: false,
      error: { code: 'export-failed', detail: { fileName: 'Eastmere University.tcplan' } },
    });
    expect(await readFile(to, 'utf8')).toBe('years of work');
  });

  it('that are workspaces take their ending, and then never the place of what nobody was asked about', async () => {
    const name = 'Eastmere University for Priya Nair.tcplan';
    const { platform, fileTokens } = start({ save: join(folder, 'For Priya') });
    const token = fileTokens.holdBytes(name, new TextEncoder().encode('the copy'));
    expect(await platform.saveFile(token, name)).toEqual(succeed({ saved: true }));
    expect(await readFile(join(folder, 'For Priya.tcplan'), 'utf8')).toBe('the copy');
    expect(await platform.saveFile(token, name)).toMatchObject({ ok: false, error: { code: 'export-failed' } });
  });

  it('that are saved are whole at the chosen place', async () => {
    const to = join(folder, 'out.docx');
    const { platform, fileTokens } = start({ save: to });
    const token = fileTokens.holdBytes('out.docx', Buffer.from('document'));
    expect(await platform.saveFile(token, 'out.docx')).toEqual(succeed({ saved: true }));
    expect(await readFile(to, 'utf8')).toBe('document');
  });

  it('that are open in Word stay at hand, and go elsewhere at the next attempt', async () => {
    const fileTokens = createFileTokens();
    const token = fileTokens.holdBytes('out.docx', Buffer.from('document'));
    const locked: FileLayer = {
      ...fs,
      renameSync: () => {
        throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'rename' });
      },
    };
    const open = createDialogs(dialogDouble(null, join(folder, 'out.docx')), fileTokens, undefined, locked);
    await expect(open.save(token, 'out.docx')).rejects.toMatchObject({ code: 'file-in-use' });
    const elsewhere = createDialogs(dialogDouble(null, join(folder, 'again.docx')), fileTokens);
    expect(await elsewhere.save(token, 'out.docx')).toEqual({ saved: true });
    expect(await readFile(join(folder, 'again.docx'), 'utf8')).toBe('document');
  });

  it('are not saved when the person changed their mind', async () => {
    const { platform, fileTokens } = start();
    const token = fileTokens.holdBytes('out.docx', Buffer.from('document'));
    expect(await platform.saveFile(token, 'out.docx')).toEqual(succeed({ saved: false }));
  });

  it('that nobody holds are named as such', async () => {
    const { platform } = start({ save: join(folder, 'x') });
    expect(await platform.saveFile('a'.repeat(32), 'x.docx')).toMatchObject({ error: { code: 'file-token-unknown' } });
  });

  it('that cannot be written are an error and not a success', async () => {
    const { platform, fileTokens } = start({ save: join(folder, 'a-file', 'out.docx') });
    await writeFile(join(folder, 'a-file'), '');
    const token = fileTokens.holdBytes('out.docx', Buffer.from('document'));
    expect((await platform.saveFile(token, 'out.docx')).ok).toBe(false);
  });
});
