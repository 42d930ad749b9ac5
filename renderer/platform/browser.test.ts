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

  it('reach the host in the order in which they are made, as far as they follow a command', async () => {
    const answers: (() => void)[] = [];
    const { platform, sent } = answering(
      () => new Promise((resolve) => answers.push(() => resolve(json({ ok: true, value: {} })))),
    );
    const urls = () => sent.map(({ url }) => url.slice('/rpc/'.length));
    const answered: string[] = [];
    const call = async (channel: string, isCommand: boolean) => {
      await platform.call(channel, {}, { isCommand });
      answered.push(channel);
    };
    void call('first.read', false);
    void call('first.change', true);
    expect(urls()).toEqual(['first.read', 'first.change']);
    void call('second.change', true);
    void call('second.read', false);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.();
    await vi.waitFor(() => expect(answered).toEqual(['first.read']));
    expect(urls()).toHaveLength(2);
    answers[1]?.();
    await vi.waitFor(() => expect(urls().at(-1)).toBe('second.change'));
    expect(urls()).toHaveLength(3);
    // A page that is left waits for no answer, and still sends in order.
    void call('third.change', true);
    window.dispatchEvent(new Event('pagehide'));
    void call('last.change', true);
    await vi.waitFor(() => expect(urls()).toHaveLength(6));
    expect(new Set(urls().slice(3))).toEqual(new Set(['second.read', 'third.change', 'last.change']));
    expect(urls().indexOf('second.read')).toBeLessThan(urls().indexOf('third.change'));
    window.dispatchEvent(new Event('pageshow'));
    for (const answer of answers) answer();
    await vi.waitFor(() => expect(answered).toHaveLength(6));
    void call('next.change', true);
    expect(urls().at(-1)).toBe('next.change');
  });

  it('go on after a command that nobody answered', async () => {
    let count = 0;
    const { platform } = answering(() =>
      count++ === 0 ? Promise.reject(new TypeError('Failed to fetch')) : json({ ok: true, value: count }),
    );
    const [first, second] = [platform.call('a', {}, { isCommand: true }), platform.call('b', {}, { isCommand: true })];
    expect(await first).toMatchObject({ error: { code: 'host-unreachable' } });
    expect(await second).toEqual({ ok: true, value: 2 });
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
