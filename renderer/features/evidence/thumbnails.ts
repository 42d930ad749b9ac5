import { useEffect } from 'react';
import { create } from 'zustand';
import { fileLimits } from '#shared/limits.ts';
import type { Attachment } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';

/**
 * Small pictures of attached pictures, by attachment. The list never loads whole files: it asks for the thumbnails of the
 * rows in view, together, and only one that was never made costs its picture, once, one after the other.
 */
interface ThumbnailState {
  /** A `data:` address; null where there is none to be had. */
  readonly known: ReadonlyMap<string, string | null>;
}

const useThumbnails = create<ThumbnailState>(() => ({ known: new Map() }));
const longestSide = 240;
/** Far more than are in view; the oldest go first. */
const mostKept = 600;

const asked = new Set<string>();
let waiting: string[] = [];
let making: Promise<void> = Promise.resolve();

function keep(entries: Iterable<readonly [string, string | null]>): void {
  useThumbnails.setState(({ known }) => ({ known: new Map([...known, ...entries].slice(-mostKept)) }));
}

/** The thumbnail of a picture as soon as there is one; null until then, and for what is no picture. */
export function useThumbnail(attachment: Attachment | undefined): string | null {
  const id = attachment?.mediaType.startsWith('image/') ? attachment.id : null;
  const known = useThumbnails((state) => (id === null ? null : state.known.get(id)));
  useEffect(() => {
    if (id !== null && known === undefined) want(id);
  }, [id, known]);
  return known ?? null;
}

function want(id: string): void {
  if (asked.has(id)) return;
  asked.add(id);
  waiting.push(id);
  // Rows come into view together: they are asked for together.
  if (waiting.length === 1) setTimeout(() => void askForWaiting(), 20);
}

async function askForWaiting(): Promise<void> {
  const ids = waiting;
  waiting = [];
  for (let start = 0; start < ids.length; start += fileLimits.thumbnailsAsked) {
    const attachmentIds = ids.slice(start, start + fileLimits.thumbnailsAsked);
    const result = await ask('attachment.thumbnails', { attachmentIds });
    const found = result.ok ? result.value : {};
    keep(Object.entries(found));
    for (const id of attachmentIds) {
      asked.delete(id);
      if (found[id] === undefined) {
        keep([[id, null]]);
        if (result.ok) making = making.then(() => make(id));
      }
    }
  }
}

async function make(attachmentId: string): Promise<void> {
  const shown = await ask('attachment.show', { attachmentId });
  if (!shown.ok || shown.value.kind !== 'picture') return;
  const small = await thumbnailOf(shown.value.mediaType, shown.value.base64);
  if (small === null) return;
  keep([[attachmentId, small]]);
  await ask('attachment.keepThumbnail', { attachmentId, base64: small.slice(small.indexOf(',') + 1) });
}

/** Null for a picture that cannot be drawn: damaged, or of an odd kind. */
async function thumbnailOf(mediaType: string, base64: string): Promise<string | null> {
  try {
    const whole = new Image();
    whole.src = `data:${mediaType};base64,${base64}`;
    await whole.decode();
    const scale = Math.min(1, longestSide / Math.max(whole.naturalWidth, whole.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(whole.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(whole.naturalHeight * scale));
    canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/webp', 0.8);
  } catch {
    // It stays without a thumbnail; the file itself is kept as it is.
    return null;
  }
}
