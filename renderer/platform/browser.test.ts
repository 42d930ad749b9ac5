import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBrowserPlatform } from './browser.ts';
import { createClient } from './client.ts';

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly method: string | undefined;
  readonly keepalive: boolean;
}

/** A host that gives one answer to everything, and what it was sent. */
function answering(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const platform = createBrowserPlatform('the-token', '', async (url, init) => {
    sent.push({
      url: String(url),
      headers: new Headers(init?.headers),
      method: init?.method,
      keepalive: init?.keepalive ?? false,
    });
    return answer();
  });
  return { platform, sent };
}
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('calls in a browser', () => {
  it('carry the token in a header and never in the address', async () => {
    const { platform, sent } = answering(() => json({ ok: true, value: {} }));
    await platform.call('app.state', {});
    await platform.takeFile(new File(['a'], 'Plän.csv'));
    expect(sent.map(({ url }) => url)).toEqual(['/rpc/app.state', '/files']);
    for (const { headers, method } of sent) {
      expect(headers.get('authorization')).toBe('Bearer the-token');
      expect(method).toBe('POST');
    }
    expect(sent[1]?.headers.get('x-file-name')).toBe('Pl%C3%A4n.csv');
  });

  it('outlive the page that is being left, as long as they are small enough', async () => {
    const { platform, sent } = answering(() => json({ ok: true, value: {} }));
    await platform.call('action.edit', { text: 'before' });
    window.dispatchEvent(new Event('pagehide'));
    await platform.call('action.edit', { text: 'the last words' });
    await platform.call('action.edit', { text: 'x'.repeat(30_000) });
    window.dispatchEvent(new Event('pageshow'));
    await platform.call('action.edit', { text: 'after' });
    expect(sent.map(({ keepalive }) => keepalive)).toEqual([false, true, false, false]);
  });

  it.each([
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a refusal', () => new Response('no', { status: 401 })],
    ['an answer cut short', () => new Response('{"ok":tr')],
  ])('end with host-unreachable at %s', async (_what, answer) => {
    const { platform } = answering(answer);
    const client = createClient(platform);
    expect(await client.call('app.state', {})).toEqual({ ok: false, error: { code: 'host-unreachable', detail: {} } });
  });

  it('that the platform itself throws at are host-unreachable too', async () => {
    const client = createClient({ call: () => Promise.reject(new Error('closed')) });
    expect(await client.call('app.state', {})).toMatchObject({ ok: false, error: { code: 'host-unreachable' } });
  });
});

describe('files in a browser', () => {
  const picker = () => document.querySelector<HTMLInputElement>('input[type=file]');

  it('are picked by the browser and sent to the host', async () => {
    const { platform } = answering(() => json({ ok: true, value: { token: 't', fileName: 'plan.csv' } }));
    const picking = platform.pickFile({ accept: ['.csv', '.xlsx'], purpose: 'import-plan' });
    expect(picker()?.accept).toBe('.csv,.xlsx');
    Object.defineProperty(picker(), 'files', { value: [new File(['a'], 'plan.csv')] });
    picker()?.dispatchEvent(new Event('change'));
    expect(await picking).toEqual({ ok: true, value: { token: 't', fileName: 'plan.csv' } });
    expect(picker()).toBeNull();
  });

  it('that are not picked after all are null, and nothing is sent', async () => {
    const { platform, sent } = answering(() => json({}));
    const picking = platform.pickFile({ accept: [], purpose: 'attach' });
    picker()?.dispatchEvent(new Event('cancel'));
    expect(await picking).toEqual({ ok: true, value: null });
    expect(sent).toEqual([]);
  });

  it('that are too large are named', async () => {
    const { platform } = answering(() => new Response('too large', { status: 413 }));
    expect(await platform.takeFile(new File(['a'], 'film.mp4'))).toEqual({
      ok: false,
      error: { code: 'file-too-large', detail: { fileName: 'film.mp4' } },
    });
  });

  it('are saved under their name once they are here', async () => {
    const { platform } = answering(() => new Response('document'));
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    expect(await platform.saveFile('t', 'plan.docx')).toEqual({ ok: true, value: { saved: true } });
    expect(names).toEqual(['plan.docx']);
  });

  it('that the host no longer holds are not saved', async () => {
    const error = { code: 'file-token-unknown', detail: {} };
    const { platform } = answering(() => json({ ok: false, error }, 404));
    expect(await platform.saveFile('t', 'plan.docx')).toEqual({ ok: false, error });
  });
});
