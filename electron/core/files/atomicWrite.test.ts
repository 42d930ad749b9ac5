import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { writeFileAtomically } from './atomicWrite.ts';

it('writes text and bytes, in a folder that it makes, and leaves nothing beside them', () => {
  const folder = join(temporaryFolder(), 'deep', 'down');
  writeFileAtomically(join(folder, 'words.txt'), 'Techničkä ✓');
  writeFileAtomically(join(folder, 'bytes.bin'), new Uint8Array([0, 255, 10]));
  expect(readFileSync(join(folder, 'words.txt'), 'utf8')).toBe('Techničkä ✓');
  expect([...readFileSync(join(folder, 'bytes.bin'))]).toEqual([0, 255, 10]);
  expect(readdirSync(folder).toSorted()).toEqual(['bytes.bin', 'words.txt']);
});

it('replaces what was there', () => {
  const path = join(temporaryFolder(), 'settings.json');
  writeFileSync(path, 'a longer text that was there before');
  writeFileAtomically(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});

it('keeps what was there when it cannot be replaced, and leaves nothing unfinished', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken', 'kept.txt'), 'kept');
  expect(() => writeFileAtomically(join(folder, 'taken'), 'new')).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(readFileSync(join(folder, 'taken', 'kept.txt'), 'utf8')).toBe('kept');
});

it('takes away what a killed process began under the same name an hour ago, and nothing else', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'submission.docx');
  const begun = [
    '.submission.docx.0123456789ab.part',
    '.submission.docx.ba9876543210.part',
    '.other.docx.0123456789ab.part',
  ];
  for (const name of [...begun, '.submission.docx.part']) writeFileSync(join(folder, name), 'half');
  const old = Date.now() / 1_000 - 3_700;
  for (const name of readdirSync(folder)) if (name !== begun[1]) utimesSync(join(folder, name), old, old);
  writeFileAtomically(path, 'whole');
  expect(readdirSync(folder).toSorted()).toEqual(
    [begun[2], begun[1], '.submission.docx.part', 'submission.docx'].toSorted(),
  );
});
