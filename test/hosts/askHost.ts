import { request } from 'node:http';

export interface HostAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Where to connect, whatever the headers say. */
  readonly address?: string;
}

/** Over node:http, because fetch may neither set Host nor send a path with dots in it. */
export function askHost(port: number, asked: Asked): Promise<HostAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: asked.address ?? '127.0.0.1',
        port,
        path: asked.path ?? '/',
        method: asked.method ?? 'GET',
        headers: asked.headers,
        // A connection of its own: one that is used again may be closed by the host at the very moment.
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(asked.body);
  });
}
