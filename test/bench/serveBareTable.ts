import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { BenchAction } from './benchActions.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

interface BareTableServer {
  readonly url: string;
  /** Which actions a page shows that is opened from now on. */
  readonly show: (actions: readonly BenchAction[]) => void;
  readonly stop: () => Promise<void>;
}

/** Builds the bare table for production, as the application is built, and serves it on 127.0.0.1. */
export async function serveBareTable(): Promise<BareTableServer> {
  const folder = await mkdtemp(join(tmpdir(), 'planner-bare-table-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'bareTable'),
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140' },
  });
  let shown: readonly BenchAction[] = [];
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/actions.json') {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(shown));
      return;
    }
    const file = join(folder, normalize(url === '/' ? '/index.html' : url));
    const contents = await readFile(file).catch(() => null);
    if (contents === null) response.writeHead(404).end();
    else response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(contents);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (actions) => {
      shown = actions;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
