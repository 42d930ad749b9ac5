import type { Evidence } from '#shared/model/tables.ts';

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * "Out of date since March 2026", or null while it still holds. It holds through the whole of its last day, as in the
 * readiness check; the two must say the same.
 */
export function staleInWords({ staleAfter }: Pick<Evidence, 'staleAfter'>, today: string): string | null {
  if (staleAfter === null || staleAfter >= today) return null;
  return `Out of date since ${month.format(new Date(`${staleAfter}T00:00:00Z`))}`;
}

/** The address when a browser may open it: http and https only, so that nothing else is ever run by a click. */
export function openableUrl(url: string): string | null {
  const written = url.trim();
  if (!/^https?:\/\//i.test(written)) return null;
  return URL.canParse(written) ? written : null;
}

/** "412 bytes", "86 KB", "3.4 MB": of a thousand each, as the file managers of today count. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "3", "3 and 7", "3, 7 and 9" */
export const numbersInWords = (numbers: readonly number[]): string =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;

/** A title for a file until somebody writes a better one: its name without the ending. */
export const titleOfFile = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '') || fileName;

const pictures = /\.(?:png|jpe?g|gif|webp|svg)$/i;
export const kindOfFile = (fileName: string): 'image' | 'file' => (pictures.test(fileName) ? 'image' : 'file');

/** A pasted picture has no name of its own: "Screenshot 21 November 2026 at 14.02.png". No colon, which Windows refuses. */
export function nameOfPasted(now: Date, mediaType: string): string {
  const day = now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const time = now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }).replace(':', '.');
  const ending = /^image\/(png|jpeg|gif|webp)$/.exec(mediaType)?.[1] ?? 'png';
  return `Screenshot ${day} at ${time}.${ending === 'jpeg' ? 'jpg' : ending}`;
}
