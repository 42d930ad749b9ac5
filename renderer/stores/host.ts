import type { Client } from '../platform/client.ts';
import type { Platform } from '../platform/platform.ts';

/** The way to the host, set once at the start: the renderer does not know which host it has. */
interface Host {
  readonly platform: Platform;
  readonly client: Client;
}

let present: Host | null = null;

export function setHost(host: Host): void {
  present = host;
}

export function host(): Host {
  if (!present) throw new Error('The host is not set: main.tsx sets it before anything is shown');
  return present;
}
