import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('works an answer out again only for other arguments, by identity', () => {
  let worked = 0;
  const sizes = remembered((one: readonly number[], other?: readonly number[]) => {
    worked += 1;
    return { size: one.length + (other?.length ?? 0) };
  });
  const [one, other] = [[1], [2, 3]];
  const first = sizes(one, other);
  expect(sizes(one, other)).toBe(first);
  expect(worked).toBe(1);
  expect(sizes([1], other)).toEqual({ size: 3 });
  expect(sizes(one)).toEqual({ size: 1 });
  expect(sizes(one, other)).not.toBe(first);
  expect(worked).toBe(4);
});
