import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { fileLimits } from '#shared/limits.ts';

/** A file that crosses the border as a word without meaning: a path on this machine, or bytes in memory. */
type HeldFile =
  | { readonly kind: 'path'; readonly path: string; readonly fileName: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly fileName: string };

/** What a held file takes of memory: one that lies on the disk takes none. */
const bytesOf = (file: HeldFile): number => (file.kind === 'bytes' ? file.bytes.byteLength : 0);

/** A name as it is shown and kept: without control characters, and without those by which .exe can look like .docx. */
const plainName = (fileName: string): string => fileName.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');

export interface FileTokens {
  readonly holdPath: (path: string) => string;
  readonly holdBytes: (fileName: string, bytes: Uint8Array) => string;
  /** Throws the refusal `file-token-unknown`: tokens end with the application, and the oldest go first. */
  readonly get: (token: string) => HeldFile;
  /** Reads the file whole, up to a limit in bytes; the errors name the file. */
  readonly read: (
    token: string,
    limitBytes: number,
  ) => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
}

export function createFileTokens(): FileTokens {
  const held = new Map<string, HeldFile>();
  const hold = (file: HeldFile): string => {
    const token = randomBytes(24).toString('base64url');
    held.set(token, file);
    let bytes = 0;
    for (const each of held.values()) bytes += bytesOf(each);
    for (const [oldest, each] of held) {
      if (held.size === 1 || (held.size <= fileLimits.heldFiles && bytes <= fileLimits.heldBytes)) break;
      held.delete(oldest);
      bytes -= bytesOf(each);
    }
    return token;
  };
  const get = (token: string): HeldFile => {
    const file = held.get(token);
    if (!file) throw new Refusal('file-token-unknown');
    return file;
  };
  return {
    holdPath: (path) => hold({ kind: 'path', path, fileName: plainName(basename(path)) }),
    holdBytes: (fileName, bytes) => hold({ kind: 'bytes', bytes, fileName: plainName(fileName) }),
    get,
    read: async (token, limitBytes) => {
      const file = get(token);
      const tooLarge = () =>
        new Refusal('file-too-large', { fileName: file.fileName, limit: `${Math.floor(limitBytes / 1_048_576)} MB` });
      if (file.kind === 'bytes') {
        if (file.bytes.byteLength > limitBytes) throw tooLarge();
        return { fileName: file.fileName, bytes: file.bytes };
      }
      try {
        const found = await stat(file.path);
        if (found.isDirectory()) throw new Refusal('file-unreadable', { fileName: file.fileName, kind: 'folder' });
        if (found.size > limitBytes) throw tooLarge();
        return { fileName: file.fileName, bytes: await readFile(file.path) };
      } catch (cause) {
        if (cause instanceof Refusal) throw cause;
        throw new Refusal('file-unreadable', { fileName: file.fileName }, { cause });
      }
    },
  };
}
