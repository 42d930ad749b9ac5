import type { RefusedKind } from '#shared/errors.ts';
import type { CompoundFile } from './compoundFile.ts';

export const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const signatures: readonly (readonly [RefusedKind, readonly (string | readonly number[])[]])[] = [
  ['pdf', ['%PDF']],
  ['rich-text', ['{\\rt']],
  ['picture', ['\x89PNG', 'GIF8', [0xff, 0xd8, 0xff], 'II*\0', 'MM\0*', 'BM', '8BPS', [0xd7, 0xcd, 0xc6, 0x9a]]],
  ['archive', [[0x1f, 0x8b], '7z\xbc\xaf', 'Rar!', 'BZh', [0xfd, 0x37, 0x7a, 0x58], [0x28, 0xb5, 0x2f, 0xfd], 'MSCF']],
  ['program', ['MZ', '\x7fELF', [0xca, 0xfe, 0xba, 0xbe], [0xcf, 0xfa, 0xed, 0xfe], [0xce, 0xfa, 0xed, 0xfe]]],
  ['film-or-sound', ['ID3', 'OggS', 'fLaC', [0x1a, 0x45, 0xdf, 0xa3], [0x30, 0x26, 0xb2, 0x75], [0xff, 0xfb]]],
  ['notebook', [[0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d]]],
  ['link', [[0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0]]],
  ['other-spreadsheet', ['ID;P', 'TABLE\r\n0,1', 'TABLE\n0,1', [0, 0, 2, 0, 6, 4], [0, 0, 0x1a, 0]]],
  ['pages', ['\xdb\xa5\x2d\0']],
];

/** What a file is that is neither a zip nor a compound file, by its first bytes. Undefined where it may be text. */
export function refusedKind(bytes: Uint8Array): RefusedKind | undefined {
  const head = ascii(bytes, 0, 64);
  if (head.startsWith('SQLite format 3\0')) {
    return ascii(bytes, 68, 72) === 'TCP1' ? 'workspace' : 'database';
  }
  if (/^[\s\S]{4}Standard (Jet|ACE) DB/.test(head)) return 'database';
  if (/^RIFF[\s\S]{4}WEBP/.test(head) || head.slice(40, 44) === ' EMF') return 'picture';
  if (/^RIFF/.test(head)) return 'film-or-sound';
  if (head.slice(4, 8) === 'ftyp') return /heic|heix|mif1|avif/.test(head.slice(8, 24)) ? 'picture' : 'film-or-sound';
  if (ascii(bytes, 257, 262) === 'ustar') return 'archive';
  for (const [kind, starts] of signatures) {
    for (const start of starts) {
      if (typeof start === 'string' ? head.startsWith(start) : startsWith(bytes, ...start)) return kind;
    }
  }
  return undefined;
}

/** What a compound file is that is not a workbook. Undefined for a kind that has no name here. */
export function refusedCompound({ names }: CompoundFile): RefusedKind | undefined {
  const has = (name: string): boolean => names.has(name);
  if (has('worddocument')) return 'older-word';
  if (has('powerpoint document')) return 'presentation';
  if (has('visiodocument')) return 'drawing';
  if (has('__properties_version1.0')) return 'message';
  if (has('quill') || has('contents')) return 'drawing';
  if ([...names].some((name) => /^(\s|\d)*(114|112|12|9)$|^props(9|12|14)?$/.test(name))) return 'project';
  if (has('perfectoffice_main') || has('nativecontent_main') || has('wksssworkbook')) return 'other-spreadsheet';
  return undefined;
}

/** What a zip is that is neither a workbook nor a document, by its parts. */
export function refusedZip(names: readonly string[], mimeType: string): RefusedKind {
  const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (/opendocument\.text/.test(mimeType)) return 'open-text';
  // Of OpenOffice 1, before there was OpenDocument.
  if (/vnd\.sun\.xml\.calc/.test(mimeType)) return 'other-spreadsheet';
  if (/opendocument\.presentation/.test(mimeType)) return 'presentation';
  if (/opendocument\.(graphics|image|chart|formula)/.test(mimeType)) return 'drawing';
  if (/opendocument\.base/.test(mimeType)) return 'database';
  if (some(/^ppt\/presentation\.xml$/i)) return 'presentation';
  if (some(/^visio\/document\.xml$/i)) return 'drawing';
  // The three programs of Apple write the same parts; only Numbers has tables in a part of their own.
  if (some(/^(index\/calculationengine|index\.numbers)/i) && some(/^index\/tables\//i)) return 'numbers';
  if (some(/^index\.zip$|^index\/document\.iwa$|^index\.apxl|^index\.xml$/i)) return 'pages';
  return 'archive';
}

/** Whether an office file says anywhere that it has macros: the name of their part, or of their folder. */
export function holdsMacros(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('vbaProject.bin') || buffer.includes(Buffer.from('_VBA_PROJECT', 'utf16le'));
}

/** What a text is that holds no table: the forms in which a plan is sent although it is not in there. */
export function refusedText(text: string): RefusedKind | undefined {
  const head = text.slice(0, 4_000).trimStart();
  if (/^(\[InternetShortcut\]|\{\s*"(url|doc_id)"\s*:)/i.test(head)) return 'link';
  // A whole workbook as one page of the web, as Excel saves it.
  if (/^MIME-Version:[\s\S]*?X-Document-Type:\s*Workbook/i.test(head)) return 'other-spreadsheet';
  if (isMessage(head)) return 'message';
  if (/^BEGIN:V(CALENDAR|CARD)/i.test(head)) return 'message';
  if (/^%!PS/.test(head)) return 'pdf';
  if (/<(\w+:)?(wordDocument|package)\b[^>]*(wordml|xmlPackage)/i.test(head)) return 'older-word';
  if (/^<svg\b|^<\?xml[^>]*\?>\s*(<!--[\s\S]*?-->\s*)?<svg\b/i.test(head)) return 'picture';
  return undefined;
}

/** Lines of a name and a value, one of them such as only a mail program writes: a plan may begin with "Date:" as well. */
function isMessage(head: string): boolean {
  const headers = /^([\w-]+:[^\n]*\r?\n([ \t][^\n]*\r?\n)*){3,}/.exec(head)?.[0] ?? '';
  return /^(received|return-path|mime-version|message-id|content-type):/im.test(headers);
}
