import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keyboardPage } from './keyboard.ts';

it('docs/keyboard.md lists exactly the keys that F1 lists', () => {
  expect(readFileSync('docs/keyboard.md', 'utf8')).toBe(keyboardPage());
});
