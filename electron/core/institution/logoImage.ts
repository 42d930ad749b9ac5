import { logoLimits } from '#shared/limits.ts';

export interface LogoImage {
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

type Read = { readonly ok: true; readonly image: LogoImage } | { readonly ok: false; readonly reason: string };

const refused = (reason: string): Read => ({ ok: false, reason });

/**
 * What picture some bytes are, by what they hold and never by their name. Only what Word shows everywhere: png and
 * jpeg. A drawing (svg) is refused with the way out, because Word needs a picture beside it anyway.
 */
export function readLogoImage(bytes: Uint8Array): Read {
  const read = isPng(bytes) ? readPng(bytes) : isJpeg(bytes) ? readJpeg(bytes) : undefined;
  if (read === undefined) return refused(otherKind(bytes));
  if (read === null) return refused('The picture is not whole. Save it again as PNG or JPEG, and choose that copy.');
  if (read.width * read.height > logoLimits.pixels) {
    return refused(`The picture is ${read.width} by ${read.height} pixels. Save a smaller copy, and choose that.`);
  }
  return { ok: true, image: read };
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => pngSignature.every((value, index) => bytes[index] === value);
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const measured = (mediaType: LogoImage['mediaType'], width: number, height: number): LogoImage | null =>
  width > 0 && height > 0 ? { mediaType, width, height } : null;

/** The head comes first, then picture data, and the end mark is there: a download that was cut short has none. */
function readPng(bytes: Uint8Array): LogoImage | null {
  const view = viewOf(bytes);
  let image: LogoImage | null = null;
  let hasData = false;
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return null;
    if (image === null) {
      if (kind !== 'IHDR' || length !== 13) return null;
      image = measured('image/png', view.getUint32(at + 8), view.getUint32(at + 12));
      if (image === null) return null;
    }
    if (kind === 'IDAT') hasData = true;
    if (kind === 'IEND') return hasData ? image : null;
    at += 12 + length;
  }
  return null;
}

/** Frame headers carry the size; C4, C8 and CC are tables that only look like them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The size stands in a frame header, the picture data begins after it, and the end mark comes last. */
function readJpeg(bytes: Uint8Array): LogoImage | null {
  const view = viewOf(bytes);
  let image: LogoImage | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (isFrame(marker) && length >= 8) image = measured('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xda) return image !== null && endsJpeg(bytes, at) ? image : null;
    at += 2 + length;
  }
  return null;
}

/** Some programs write a little after the end mark, so it need not be the very last. */
function endsJpeg(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

function otherKind(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).toLowerCase();
  if (start.includes('<svg'))
    return 'This is a drawing (SVG), which Word does not show everywhere. Save it as PNG, and choose that copy.';
  if (start.startsWith('%pdf')) return 'This is a PDF. Save the logo in it as PNG or JPEG, and choose that copy.';
  return 'This is no PNG or JPEG picture, whatever its name says. Save the logo as one of these, and choose that copy.';
}
