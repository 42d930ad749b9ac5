import { describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '#core/core.ts';
import type { AppEvent } from '#shared/contract/workspace.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { createBridge } from '../../electron/hosts/desktop/bridge.ts';
import { createDialogs } from '../../electron/hosts/desktop/dialogs.ts';
import { registerIpc } from '../../electron/hosts/desktop/ipc.ts';
import { startLoopbackHost } from '../../electron/hosts/loopback/loopbackHost.ts';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { createClient } from '../../renderer/platform/client.ts';
import { createDesktopPlatform } from '../../renderer/platform/desktop.ts';
import type { Platform } from '../../renderer/platform/platform.ts';
import { dialogDouble, electronDouble, webUtilsDouble } from './electronDouble.ts';
import { type ScenarioOutcome, scenario } from './scenario.ts';

const expected: ScenarioOutcome = {
  institution: 'Eastmere University',
  action: 'Show who keeps the laboratories running',
  rating: { rag: 'red', explanation: 'The post was vacant until spring.' },
  answer: { text: 'Two hundred technicians.', words: 3, state: 'draft' },
  afterUndo: '',
  undone: '/scenario',
  redone: '/scenario',
  refusal: 'not-found',
};

const core = () => createCore(testPorts({ folder: temporaryFolder() }));

interface Connected extends Pick<Platform, 'call' | 'events'> {
  /** Kept once events that were asked for are listened to, where that takes a while. */
  readonly listening?: Promise<void>;
}

const transports: Readonly<Record<string, () => Promise<Connected>>> = {
  'the loopback host, over http': async () => {
    const host = await startLoopbackHost({ core: core(), shellFolder: import.meta.dirname });
    onTestFinished(() => host.close());
    const listening = Promise.withResolvers<void>();
    const platform = createBrowserPlatform(host.token, `http://127.0.0.1:${host.port}`, async (...request) => {
      const response = await fetch(...request);
      if (String(request[0]).endsWith('/events')) listening.resolve();
      return response;
    });
    return { ...platform, listening: listening.promise };
  },
  'the window, over ipc': async () => {
    const made = core();
    onTestFinished(() => made.close());
    const { ipcMain, ipcRenderer, send } = electronDouble();
    registerIpc({ ipcMain, core: made, dialogs: createDialogs(dialogDouble(null, null), made.fileTokens), send });
    return createDesktopPlatform(createBridge(ipcRenderer, webUtilsDouble()));
  },
  'a script, straight to the core': async () => {
    const made = core();
    onTestFinished(() => made.close());
    return {
      call: (channel, input, options) => made.dispatch(channel, input, options),
      events: (listener) => made.events.subscribe(listener),
    };
  },
};

describe.each(Object.entries(transports))('a piece of work through %s', (_name, connect) => {
  it('ends with the same rows', async () => {
    expect(await scenario(createClient(await connect()))).toEqual(expected);
  });

  it('tells its changes after they are kept', async () => {
    const platform = await connect();
    const first = Promise.withResolvers<AppEvent>();
    onTestFinished(
      platform.events((event) => {
        if (event.type === 'changed') first.resolve(event);
      }),
    );
    await platform.listening;
    await scenario(createClient(platform));
    expect(await first.promise).toMatchObject({ type: 'changed', history: { stepId: expect.any(Number) } });
  });
});
