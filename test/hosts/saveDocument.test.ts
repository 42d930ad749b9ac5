import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileLayer } from '#core/files/atomicWrite.ts';
import { saveDocument } from '#core/files/saveDocument.ts';
import { type ErrorCode, Refusal } from '#shared/errors.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { errorText } from '../../renderer/text/errors.ts';

const nobody = 65_534;
const bytes = new TextEncoder().encode('the finished document');

function refusalFrom(save: () => void): Refusal {
  try {
    save();
  } catch (cause) {
    if (cause instanceof Refusal) return cause;
    throw cause;
  }
  throw new Error('It was saved');
}

/** The real disk, on which one call fails as a system says it. */
function failing(call: 'mkdirSync' | 'openSync' | 'writeSync' | 'fsyncSync' | 'renameSync', code: string): FileLayer {
  const error = Object.assign(new Error(code), { code, syscall: call.replace('Sync', '') });
  const { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } = fs;
  const layer: FileLayer = { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync };
  return {
    ...layer,
    [call]: () => {
      throw error;
    },
  };
}

describe('a finished document', () => {
  it.each<readonly [string, Parameters<typeof failing>, ErrorCode, string]>([
    ['open in Word, on Windows', ['renameSync', 'EPERM'], 'file-in-use', 'is open in another program'],
    ['open in Excel, on Windows', ['renameSync', 'EBUSY'], 'file-in-use', 'is open in another program'],
    ['held by a scanner, on Windows', ['renameSync', 'EACCES'], 'file-in-use', 'is open in another program'],
    ['too large for the disk', ['writeSync', 'ENOSPC'], 'save-disk-full', 'the disk is full'],
    ['only found too large at the end', ['fsyncSync', 'ENOSPC'], 'save-disk-full', 'the disk is full'],
    ['beyond a quota', ['writeSync', 'EDQUOT'], 'save-disk-full', 'the disk is full'],
    ['for a folder of others', ['openSync', 'EACCES'], 'save-not-allowed', 'nothing may be written in that folder'],
    ['for a protected folder', ['openSync', 'EPERM'], 'save-not-allowed', 'nothing may be written in that folder'],
    [
      'for a disk that is read only',
      ['openSync', 'EROFS'],
      'save-not-allowed',
      'nothing may be written in that folder',
    ],
    ['for a drive that was taken out', ['mkdirSync', 'ENOENT'], 'save-folder-missing', 'its folder is out of reach'],
    ['for a share that went away', ['writeSync', 'EIO'], 'save-folder-missing', 'its folder is out of reach'],
    ['under too long a name', ['openSync', 'ENAMETOOLONG'], 'file-name-refused', 'does not accept that name'],
    ['on what nobody thought of', ['writeSync', 'EUNKNOWN'], 'export-failed', 'could not be saved there'],
  ])('%s leaves what was there, and says so in a sentence of its own', (_what, [call, code], expected, words) => {
    const folder = temporaryFolder();
    const path = join(folder, 'Stage 3.docx');
    fs.writeFileSync(path, 'the one before');
    const refusal = refusalFrom(() => saveDocument(path, bytes, failing(call, code)));
    expect(refusal).toMatchObject({ code: expected, detail: { fileName: 'Stage 3.docx' } });
    expect(errorText(refusal).message).toContain(words);
    expect(fs.readFileSync(path, 'utf8')).toBe('the one before');
    expect(fs.readdirSync(folder)).toEqual(['Stage 3.docx']);
    // What is finished can be saved elsewhere.
    saveDocument(join(folder, 'Elsewhere.docx'), bytes);
    expect(fs.readFileSync(join(folder, 'Elsewhere.docx'), 'utf8')).toBe('the finished document');
  });

  it.each(['CON.docx', 'a:b.docx', 'What now?.docx', 'nul', 'ends in a dot.', `${'x'.repeat(260)}.docx`])(
    'is not written as %s, which Windows refuses',
    (name) => {
      const folder = temporaryFolder();
      expect(refusalFrom(() => saveDocument(join(folder, name), bytes)).code).toBe('file-name-refused');
      expect(fs.readdirSync(folder)).toEqual([]);
    },
  );

  // Windows keeps such rights in lists that a test cannot set; there the calls above stand for them.
  it.skipIf(process.platform === 'win32')('is refused by a real read-only folder', () => {
    const folder = temporaryFolder();
    // Nothing is read-only for root, so the attempt is made as nobody.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) fs.chownSync(folder, nobody, nobody);
    fs.chmodSync(folder, 0o500);
    if (isRoot) process.seteuid?.(nobody);
    try {
      expect(refusalFrom(() => saveDocument(join(folder, 'a.docx'), bytes)).code).toBe('save-not-allowed');
    } finally {
      if (isRoot) process.seteuid?.(0);
      fs.chmodSync(folder, 0o700);
    }
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('does not take the place of a folder, nor of a file as a folder', () => {
    const folder = temporaryFolder();
    fs.mkdirSync(join(folder, 'taken'));
    expect(refusalFrom(() => saveDocument(join(folder, 'taken'), bytes))).toMatchObject({
      code: 'export-failed',
      detail: { reason: 'A folder has that name already.' },
    });
    fs.writeFileSync(join(folder, 'file'), '');
    expect(refusalFrom(() => saveDocument(join(folder, 'file', 'a.docx'), bytes)).code).toBe('save-folder-missing');
  });
});
