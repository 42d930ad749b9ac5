import { basename } from 'node:path';
import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { Refusal } from '#shared/errors.ts';
import { fileLimits, hostLimits } from '#shared/limits.ts';
import { fail, succeed } from '#shared/result.ts';
import type { Core } from '../../core/core.ts';
import { isWorkspaceName } from '../../core/workspace/places.ts';
import { securityHeaders } from '../contentSecurityPolicy.ts';
import { findShellFile } from '../shellFiles.ts';
import type { OpeningCode } from './openingCode.ts';
import type { Presence } from './presence.ts';
import { printView } from './printView.ts';
import { checkAddress, checkCall, checkLength, checkPage, hashOf, type Rejection, tooLarge } from './requestGuards.ts';

export interface LoopbackAppOptions {
  readonly core: Pick<Core, 'dispatch' | 'events' | 'fileTokens'>;
  readonly token: string;
  /** Known only once the server listens. */
  readonly port: () => number;
  /** The built page. */
  readonly shellFolder: string;
  readonly presence: Presence;
  readonly opening: Pick<OpeningCode, 'take'>;
  readonly heartbeatMilliseconds: number;
  /**
   * Puts a workspace that the browser sent where it can be opened, and returns its path. A browser gives a copy and
   * never the file itself, so from then on the copy is the workspace.
   */
  readonly keepWorkspace?: ((fileName: string, bytes: Uint8Array) => string) | undefined;
}

/** Calls, events, files and the page, each behind its guards. */
export function createLoopbackApp(options: LoopbackAppOptions): Hono {
  const { core, presence } = options;
  const tokenHash = hashOf(options.token);
  const app = new Hono();

  app.use(async (context, next) => {
    const rejection = checkAddress(asked(context), options.port());
    if (rejection) return refuse(rejection);
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) {
      // The view to be printed has a stricter policy of its own.
      if (name !== 'Content-Security-Policy' || !context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
    return undefined;
  });
  const guarded = (context: Context, contentType: string, limitBytes: number): Rejection | null => {
    const request = asked(context);
    const rejection = checkCall(request, tokenHash, contentType) ?? checkLength(request, limitBytes);
    if (!rejection) presence.heard();
    return rejection;
  };

  app.all('/rpc/:channel', async (context) => {
    const rejection = guarded(context, 'application/json', hostLimits.callBytes);
    if (rejection) return refuse(rejection);
    const body = await bodyOf(context, hostLimits.callBytes);
    if (!body) return refuse(tooLarge);
    const call = parseCall(body);
    if (!call) return refuse({ status: 400, reason: 'The call is not in the form expected.' });
    return context.json(await core.dispatch(context.req.param('channel'), call.input, { screen: call.screen }));
  });

  app.all('/events', (context) => {
    const rejection = guarded(context, 'application/json', hostLimits.callBytes);
    if (rejection) return refuse(rejection);
    context.header('Content-Type', 'application/x-ndjson');
    return stream(context, async (out) => {
      presence.arrived();
      const left = Promise.withResolvers<void>();
      out.onAbort(left.resolve);
      const send = (line: string): void => {
        out.write(`${line}\n`).catch(() => left.resolve());
      };
      const stop = core.events.subscribe((event) => send(JSON.stringify(event)));
      // An empty line is a sign of life; the first says that listening has begun.
      send('');
      const heartbeat = setInterval(() => send(''), options.heartbeatMilliseconds);
      await left.promise;
      clearInterval(heartbeat);
      stop();
      presence.left();
    });
  });

  app.all('/files', async (context) => {
    const rejection = guarded(context, 'application/octet-stream', fileLimits.uploadBytes);
    if (rejection) return refuse(rejection);
    const fileName = fileNameOf(context.req.header('x-file-name'));
    if (!fileName) return refuse({ status: 400, reason: 'The file has no name.' });
    const bytes = await bodyOf(context, fileLimits.uploadBytes);
    if (!bytes) return refuse(tooLarge);
    // A copy to merge is read and let go; any other workspace that comes this way is to be opened.
    const isOpened = context.req.header('x-file-purpose') !== 'merge-copy';
    if (options.keepWorkspace && isOpened && isWorkspaceName(fileName)) {
      const path = options.keepWorkspace(fileName, bytes);
      return context.json(succeed({ token: core.fileTokens.holdPath(path), fileName: basename(path) }));
    }
    return context.json(succeed({ token: core.fileTokens.holdBytes(fileName, bytes), fileName }));
  });

  app.all('/files/:token', async (context) => {
    const rejection = guarded(context, 'application/json', hostLimits.callBytes);
    if (rejection) return refuse(rejection);
    try {
      const { bytes } = await core.fileTokens.read(context.req.param('token'), Number.POSITIVE_INFINITY);
      return context.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/octet-stream',
        // Never shown in a tab, whatever is in it.
        'Content-Disposition': 'attachment',
      });
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      return context.json(fail({ code: cause.code, detail: cause.detail }), 404);
    }
  });

  app.all('/print/:token', (context) => {
    const rejection = checkPage(asked(context));
    if (rejection) return refuse(rejection);
    return printView(core.fileTokens, context.req.param('token')) ?? context.text('There is no such page.', 404);
  });

  app.all('/open/:code', (context) => {
    const rejection = checkPage(asked(context));
    if (rejection) return refuse(rejection);
    // Only a page that is opened counts; a program that asks what is there leaves the code as it is.
    if (context.req.method !== 'GET' || !options.opening.take(context.req.param('code')))
      return context.text('This was opened already, or too late. Open the address that was printed at the start.', 410);
    return context.redirect(`/#${options.token}`, 303);
  });

  app.all('*', async (context) => {
    const rejection = checkPage(asked(context));
    if (rejection) return refuse(rejection);
    const file = await findShellFile(options.shellFolder, new URL(context.req.url).pathname);
    if (!file) return context.text('There is no such page.', 404);
    return context.body(file.bytes, 200, {
      'Content-Type': file.mediaType,
      'Cache-Control': file.immutable ? 'max-age=31536000, immutable' : 'no-cache',
    });
  });

  // Without the message: it could carry what somebody wrote.
  app.onError((_cause, context) => context.json(fail({ code: 'internal', detail: {} }), 500));
  return app;
}

const asked = (context: Context) => ({
  method: context.req.method,
  header: (name: string) => context.req.header(name),
});

function refuse({ status, reason }: Rejection): Response {
  return new Response(reason, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** The whole body, or null as soon as it is longer than allowed, whatever length was announced. */
async function bodyOf(context: Context, limitBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const body: ReadableStream<Uint8Array> | null = context.req.raw.body;
  if (body) {
    for await (const part of body) {
      length += part.byteLength;
      if (length > limitBytes) return null;
      parts.push(part);
    }
  }
  return Buffer.concat(parts, length);
}

function parseCall(bytes: Uint8Array): { readonly input: unknown; readonly screen: string } | null {
  try {
    const call: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof call !== 'object' || call === null || !('input' in call)) return null;
    const screen =
      'screen' in call && typeof call.screen === 'string' ? call.screen.slice(0, hostLimits.screenCharacters) : '';
    return { input: call.input, screen };
  } catch {
    // Not JSON, or not UTF-8: the caller is told so by the null.
    return null;
  }
}

/** The name alone: a browser gives no path, and another client's path is not ours to use. */
function fileNameOf(header: string | undefined): string | null {
  if (!header) return null;
  try {
    const name = decodeURIComponent(header).split(/[\\/]/).at(-1)?.trim();
    return name ? name.slice(0, hostLimits.fileNameCharacters) : null;
  } catch {
    // Not well-formed percent encoding.
    return null;
  }
}
