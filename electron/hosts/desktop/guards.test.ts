import { describe, expect, it } from 'vitest';
import type { Session, WebContents } from './electronApi.ts';
import { guardContents, guardSession } from './guards.ts';

function guardedContents() {
  const listeners = new Map<string, (details: { url: string; preventDefault(): void }) => void>();
  const outside: string[] = [];
  let open: ((details: { url: string }) => { action: 'deny' }) | null = null;
  const contents: WebContents = {
    on: (event: string, listener: unknown) => listeners.set(event, listener as never),
    setWindowOpenHandler: (handler) => {
      open = handler;
    },
  };
  guardContents(contents, (address) => outside.push(address));
  return {
    stopped: (event: string, url: string) => {
      let prevented = false;
      listeners.get(event)?.({
        url,
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    },
    open: (url: string) => open?.({ url }),
    outside,
  };
}

function guardedSession() {
  type Handlers = { [Name in 'request' | 'check' | 'device' | 'web']?: unknown };
  const handlers: Handlers = {};
  const session: Session = {
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      handlers.device = handler;
    },
    webRequest: {
      onBeforeRequest: (listener) => {
        handlers.web = listener;
      },
    },
  };
  guardSession(session);
  const { request, check, device, web } = handlers as {
    request: Parameters<Session['setPermissionRequestHandler']>[0];
    check: Parameters<Session['setPermissionCheckHandler']>[0];
    device: Parameters<Session['setDevicePermissionHandler']>[0];
    web: Parameters<Session['webRequest']['onBeforeRequest']>[0];
  };
  const asked = (permission: string, url: string) => {
    let granted: boolean | null = null;
    request({ getURL: () => url }, permission, (given) => {
      granted = given;
    });
    return granted;
  };
  const cancelled = (url: string) => {
    let answer: boolean | null = null;
    web({ url }, ({ cancel }) => {
      answer = cancel;
    });
    return answer;
  };
  return { asked, check, device, cancelled };
}

describe('the window', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stays on our page at %s', (event) => {
    const { stopped } = guardedContents();
    expect(stopped(event, 'app://planner/overview')).toBe(false);
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://other/',
      'app://planner.example/',
      'javascript:alert(1)',
      'data:text/html,x',
      'nonsense',
    ])
      expect(stopped(event, url), url).toBe(true);
  });

  it('opens no second window and embeds nothing', () => {
    const { open, outside, stopped } = guardedContents();
    expect(open('https://example.org/')).toEqual({ action: 'deny' });
    expect(outside).toEqual(['https://example.org/']);
    expect(stopped('will-attach-webview', '')).toBe(true);
  });
});

describe('the session', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb', 'unknown'])(
    'gives no right to %s',
    (permission) => {
      const { asked, check } = guardedSession();
      expect(asked(permission, 'app://planner/')).toBe(false);
      expect(check(null, permission, 'app://planner')).toBe(false);
    },
  );

  it('lets our page alone put text on the clipboard', () => {
    const { asked, check } = guardedSession();
    expect(asked('clipboard-sanitized-write', 'app://planner/')).toBe(true);
    expect(check(null, 'clipboard-sanitized-write', 'app://planner/')).toBe(true);
    expect(asked('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(check(null, 'clipboard-sanitized-write', 'https://example.org')).toBe(false);
  });

  it('gives no devices', () => {
    expect(guardedSession().device()).toBe(false);
  });

  it('lets no request leave the machine', () => {
    const { cancelled } = guardedSession();
    expect(cancelled('app://planner/assets/a.js')).toBe(false);
    expect(cancelled('blob:app://planner/1234')).toBe(false);
    for (const url of ['https://example.org/', 'http://127.0.0.1/', 'ws://example.org/', 'file:///etc/passwd'])
      expect(cancelled(url), url).toBe(true);
  });
});
