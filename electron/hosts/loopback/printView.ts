import type { Core } from '../../core/core.ts';

/** Nothing runs and nothing is loaded, and the page is of no origin at all, whatever somebody wrote into it. */
const policy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A web page that was made here, shown in a tab of its own to be printed, for a browser prints what it shows. A tab
 * gives no proof of where it comes from: what lets it in is the word for the file, which only our own page holds. Null
 * for anything but a web page that is held in memory; files of the disk are never shown.
 */
export function printView(fileTokens: Core['fileTokens'], token: string): Response | null {
  const file = heldFile(fileTokens, token);
  if (file?.kind !== 'bytes' || !/\.html$/iu.test(file.fileName)) return null;
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  });
}

function heldFile(fileTokens: Core['fileTokens'], token: string) {
  try {
    return fileTokens.get(token);
  } catch {
    // Unknown, or let go since.
    return null;
  }
}
