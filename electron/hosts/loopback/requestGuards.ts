import { createHash, timingSafeEqual } from 'node:crypto';

/** What the guards look at; header names in lower case. */
export interface GuardedRequest {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
}

/** Why a request is refused: an HTTP status and a sentence for whoever looks at it. */
export interface Rejection {
  readonly status: 400 | 401 | 403 | 405 | 413 | 415;
  readonly reason: string;
}

/**
 * A page of another site cannot reach this host: not by a name that resolves to this machine (Host), not by a form
 * or a fetch (Origin, Sec-Fetch-Site), and not without the token, which only the opened address holds.
 */
export function checkAddress(request: GuardedRequest, port: number): Rejection | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = request.header('host');
  if (!host || !hosts.includes(host)) return { status: 403, reason: 'This host answers to its own address only.' };
  const origin = request.header('origin');
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: 'Requests from other pages are not answered.' };
  return null;
}

/** For the page itself: opened by a person, or asked for by the page. */
export function checkPage(request: GuardedRequest): Rejection | null {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, reason: 'The page can only be read.' };
  const site = request.header('sec-fetch-site');
  if (site !== undefined && site !== 'none' && site !== 'same-origin')
    return { status: 403, reason: 'Other pages cannot load this one.' };
  return null;
}

/** For calls, files and events: from our own page, with the token, as POST of a stated type. */
export function checkCall(request: GuardedRequest, tokenHash: Uint8Array, contentType: string): Rejection | null {
  if (request.method !== 'POST') return { status: 405, reason: 'Calls are made by POST.' };
  const site = request.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin')
    return { status: 403, reason: 'Requests from other pages are not answered.' };
  const given = /^Bearer ([A-Za-z0-9_-]{16,128})$/.exec(request.header('authorization') ?? '')?.[1];
  // Both sides hashed, so that neither the length nor the time tells anything about the token.
  if (!given || !timingSafeEqual(hashOf(given), tokenHash))
    return { status: 401, reason: 'The token is missing or wrong.' };
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== contentType) return { status: 415, reason: `The content must be ${contentType}.` };
  return null;
}

export function checkLength(request: GuardedRequest, limitBytes: number): Rejection | null {
  const length = request.header('content-length');
  if (length !== undefined && !/^\d+$/.test(length)) return { status: 400, reason: 'The length is not a number.' };
  return length !== undefined && Number(length) > limitBytes ? tooLarge : null;
}

export const tooLarge: Rejection = { status: 413, reason: 'The request is larger than this host takes.' };

export const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();
