import { expect, it } from 'vitest';
import { quoted } from './backupWords.ts';

it('quotes what was done, with single quotation marks for what it quotes itself', () => {
  expect(quoted('Rated V1 Red')).toBe('“Rated V1 Red”');
  expect(quoted('Ticked “Plan published”')).toBe('“Ticked ‘Plan published’”');
});
