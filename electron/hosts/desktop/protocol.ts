import { securityHeaders } from '../contentSecurityPolicy.ts';
import { findShellFile } from '../shellFiles.ts';
import { isOurs, scheme } from './address.ts';
import type { Protocol } from './electronApi.ts';

/** Must be told to Electron before it is ready. */
export const schemePrivileges = [
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
];

/** Serves the built page under our own scheme: reading only, from one folder only, under the policy. */
export function servePage(protocol: Protocol, shellFolder: string): void {
  protocol.handle(scheme, async ({ url, method }) => {
    const headers = { ...securityHeaders, 'Cache-Control': 'no-cache' };
    if (!isOurs(url) || (method !== 'GET' && method !== 'HEAD')) return new Response(null, { status: 403, headers });
    const file = await findShellFile(shellFolder, new URL(url).pathname);
    if (!file) return new Response(null, { status: 404, headers });
    return new Response(file.bytes, { status: 200, headers: { ...headers, 'Content-Type': file.mediaType } });
  });
}
