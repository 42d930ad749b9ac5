import { fail, type Result } from '#shared/result.ts';
import { listenToEvents } from './browserEvents.ts';
import { pickInBrowser, saveInBrowser } from './browserFiles.ts';
import type { HeldFileName, Platform } from './platform.ts';

/** Characters; two bytes each at the most common, with room for a second field. */
const mostKeptAlive = 24_000;
const unreachable = fail({ code: 'host-unreachable', detail: {} });

/**
 * Over http, to the host that served this page. `origin` and `fetch` are given by tests that run outside a browser.
 */
export function createBrowserPlatform(
  token: string,
  origin = '',
  ask: typeof fetch = (...request) => fetch(...request),
  // Outside a browser there is no page that goes away.
  page: EventTarget = typeof window === 'undefined' ? new EventTarget() : window,
): Platform {
  let leaving = false;
  // Requests travel on several connections, which keep no order among them: the next is sent once the command before it
  // has its answer.
  let newest: Promise<unknown> | null = null;
  const waiting = new Set<() => void>();
  const afterNewest = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.add(resolve);
      void newest?.then(() => {
        waiting.delete(resolve);
        resolve();
      });
    });
  // Before those who save what is still waiting when the page goes away: a browser cuts ordinary requests off with it.
  page.addEventListener(
    'pagehide',
    () => {
      leaving = true;
      for (const goAtOnce of waiting) goAtOnce();
    },
    { capture: true },
  );
  page.addEventListener('pageshow', () => (leaving = false));
  const post = (path: string, contentType: string, body: BodyInit, more: Readonly<Record<string, string>> = {}) =>
    ask(`${origin}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': contentType, ...more },
      body,
      cache: 'no-store',
      // Refused by the browser for all that is under way together beyond 64 KiB, so only for what cannot wait.
      ...(leaving && typeof body === 'string' && body.length < mostKeptAlive ? { keepalive: true } : {}),
    });
  const json = 'application/json';

  const send: Platform['call'] = async (channel, input, options) => {
    try {
      const response = await post(
        `/rpc/${encodeURIComponent(channel)}`,
        json,
        JSON.stringify({ input, screen: options?.screen ?? '' }),
      );
      return response.ok ? ((await response.json()) as Result<unknown>) : unreachable;
    } catch {
      // No connection, or an answer cut short: nobody is there.
      return unreachable;
    }
  };

  const call: Platform['call'] = (channel, input, options) => {
    const go = () => send(channel, input, options);
    const answer = newest === null || leaving ? go() : afterNewest().then(go);
    if (options?.isCommand) {
      const command: Promise<unknown> = answer.then(() => {
        if (newest === command) newest = null;
      });
      newest = command;
    }
    return answer;
  };

  const takeFile: Platform['takeFile'] = async (file, purpose) => {
    try {
      const response = await post('/files', 'application/octet-stream', file, {
        'X-File-Name': encodeURIComponent(file.name),
        ...(purpose ? { 'X-File-Purpose': purpose } : {}),
      });
      if (response.status === 413) return fail({ code: 'file-too-large', detail: { fileName: file.name } });
      return response.ok ? ((await response.json()) as Result<HeldFileName>) : unreachable;
    } catch {
      // As in call.
      return unreachable;
    }
  };

  return {
    kind: 'browser',
    call,
    events: (listener) =>
      listenToEvents({
        connect: (signal) =>
          ask(`${origin}/events`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${token}`, 'Content-Type': json },
            body: '{}',
            cache: 'no-store',
            signal,
          }),
        listener,
        workspace: async () => {
          const state = await call('app.state', {});
          return state.ok ? (state.value as { readonly workspace: never }).workspace : null;
        },
      }),
    pickFile: async (options) => {
      const file = await pickInBrowser(options);
      return file ? takeFile(file, options.purpose) : { ok: true, value: null };
    },
    takeFile,
    showToPrint: (fileToken) => {
      window.open(`${origin}/print/${encodeURIComponent(fileToken)}`, '_blank', 'noopener');
    },
    saveFile: async (fileToken, fileName) => {
      try {
        const response = await post(`/files/${encodeURIComponent(fileToken)}`, json, '{}');
        if (response.status === 404) return (await response.json()) as Result<never>;
        if (!response.ok) return unreachable;
        saveInBrowser(await response.blob(), fileName);
        return { ok: true, value: { saved: true } };
      } catch {
        // As in call.
        return unreachable;
      }
    },
  };
}
