import { expect, test } from 'vitest';
import type { Step } from '#shared/contract/workspace.ts';
import { succeed } from '#shared/result.ts';
import { listSteps } from './listSteps.ts';

const step = (id: number): Step => ({
  id,
  at: '2026-11-03T09:00:00.000Z',
  label: `Step ${id}`,
  kind: 'command',
  state: 'done',
  screen: '',
  changes: 1,
});

test('every step can be reached, however many there are, and each stands there once', async () => {
  const all = Array.from({ length: 1234 }, (_, index) => step(1234 - index));
  const asked: number[] = [];
  const ask = async ({ before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number }) => {
    asked.push(limit);
    return succeed(all.filter(({ id }) => id < before).slice(0, limit));
  };
  expect(await listSteps(ask, 100)).toEqual(succeed(all.slice(0, 100)));
  expect(await listSteps(ask, 600)).toEqual(succeed(all.slice(0, 600)));
  expect(await listSteps(ask, 1300)).toEqual(succeed(all));
  expect(Math.max(...asked)).toBe(500);
});
