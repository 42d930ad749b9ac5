import type { RunningHost } from './startHost.ts';

/** Puts a file with the host, as the page does before it says what the file is for; the word that it is held by. */
export async function holdFile(
  { origin, token }: RunningHost,
  name: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const answer = await fetch(`${origin}/files`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(name),
    },
    body,
  });
  return ((await answer.json()) as { readonly value: { readonly token: string } }).value.token;
}
