import { expect, test } from 'vitest';
import type { Version } from '#shared/model/tables.ts';
import { nameAmong, stateName, versionLine } from './versionNames.ts';

const version = (id: string, name: string, namedAt: string, stepId: number): Version => ({
  id,
  name,
  namedAt,
  stepId,
  note: '',
});
const first = version('1', 'Signed, Stage 2', '2024-01-29T10:05:00Z', 40);
const second = version('2', 'Signed, Stage 2', '2026-01-29T10:05:00Z', 90);
const other = version('3', 'Before the board', '2026-02-02T09:00:00Z', 95);
const all = [first, second, other];

test('a version in a list says its day, year and time, so that no two are alike', () => {
  expect(versionLine(other)).toMatch(/^Before the board \(2 Feb 2026, \d\d:00\)$/u);
  expect(new Set(all.map(versionLine)).size).toBe(all.length);
});

test('elsewhere a version is called by its name alone, unless another has the same', () => {
  expect(nameAmong(other, all)).toBe('Before the board');
  expect(nameAmong(first, all)).toBe(versionLine(first));
  expect(stateName('90', all)).toBe(versionLine(second));
  expect(stateName('95', all)).toBe('Before the board');
});
