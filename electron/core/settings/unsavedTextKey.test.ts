import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { unsavedTextKey } from './unsavedTextKey.ts';

it('is made once, kept, and another in every data folder', () => {
  const folder = temporaryFolder();
  const key = unsavedTextKey(folder);
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(unsavedTextKey(folder)).toBe(key);
  expect(readFileSync(join(folder, 'unsaved-text.key'), 'utf8').trim()).toBe(key);
  expect(unsavedTextKey(temporaryFolder())).not.toBe(key);
});

it('is made anew where the file holds no key', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'unsaved-text.key'), 'cut sh');
  expect(Buffer.from(unsavedTextKey(folder), 'base64')).toHaveLength(32);
});
