import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { hostLimits } from '#shared/limits.ts';
import type { Core } from '../../core/core.ts';
import { createLoopbackApp } from './loopbackApp.ts';
import { createOpeningCode } from './openingCode.ts';
import { createPresence } from './presence.ts';

export interface LoopbackHostOptions {
  readonly core: Pick<Core, 'dispatch' | 'events' | 'fileTokens' | 'close'>;
  readonly shellFolder: string;
  /** The first that is free is taken; 0, the default, is any free one. */
  readonly ports?: readonly number[];
  readonly idleMilliseconds?: number;
  /** How long the first page is waited for. */
  readonly firstPageMilliseconds?: number;
  readonly heartbeatMilliseconds?: number;
  /** See LoopbackAppOptions; without it, a workspace that is sent is held in memory, where it cannot be opened. */
  readonly keepWorkspace?: (fileName: string, bytes: Uint8Array) => string;
  /** Told once when no page has been open for the idle time; the host does not close by itself. */
  readonly onIdle?: () => void;
}

export interface LoopbackHost {
  readonly port: number;
  readonly token: string;
  /** The address to open, token included, as http://127.0.0.1:PORT/#TOKEN. */
  readonly url: string;
  /** The address for a program that is started, whose arguments others can read: it leads to the other once. */
  readonly openingUrl: string;
  /** Ends every connection and closes the workspace. */
  readonly close: () => Promise<void>;
}

/** Serves the page and the core to a browser on this machine, and to nobody else. Rejects when every port is taken. */
export async function startLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackHost> {
  const token = randomBytes(32).toString('base64url');
  const opening = createOpeningCode(hostLimits.openingMilliseconds);
  const presence = createPresence(
    {
      first: options.firstPageMilliseconds ?? hostLimits.firstPageMilliseconds,
      idle: options.idleMilliseconds ?? hostLimits.idleMilliseconds,
    },
    () => options.onIdle?.(),
  );
  let port = 0;
  const app = createLoopbackApp({
    core: options.core,
    token,
    port: () => port,
    shellFolder: options.shellFolder,
    presence,
    opening,
    keepWorkspace: options.keepWorkspace,
    heartbeatMilliseconds: options.heartbeatMilliseconds ?? hostLimits.heartbeatMilliseconds,
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { maxHeaderSize: hostLimits.headerBytes },
  }) as Server;
  await listen(server, options.ports ?? [0]);
  port = (server.address() as AddressInfo).port;
  return {
    port,
    token,
    url: `http://127.0.0.1:${port}/#${token}`,
    openingUrl: `http://127.0.0.1:${port}/open/${opening.code}`,
    close: async () => {
      presence.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      options.core.close();
    },
  };
}

async function listen(server: Server, ports: readonly number[]): Promise<void> {
  for (const [index, port] of ports.entries()) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (cause) {
      // In use by another program or kept by the system: the next, if there is one.
      if (index === ports.length - 1) throw cause;
    }
  }
}
