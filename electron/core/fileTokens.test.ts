import { expect, it } from 'vitest';
import { fileLimits } from '#shared/limits.ts';
import { createFileTokens } from './fileTokens.ts';

it('holds no more bytes than the limit: the oldest are forgotten, the newest never', () => {
  const tokens = createFileTokens();
  const half = new Uint8Array(fileLimits.heldBytes / 2);
  const [first, second, third] = ['a', 'b', 'c'].map((name) => tokens.holdBytes(name, half));
  expect(() => tokens.get(first ?? '')).toThrow(expect.objectContaining({ code: 'file-token-unknown' }));
  expect([second, third].map((token) => tokens.get(token ?? '').fileName)).toEqual(['b', 'c']);
  const huge = tokens.holdBytes('d', new Uint8Array(fileLimits.heldBytes + 1));
  expect(tokens.get(huge).fileName).toBe('d');
  expect(() => tokens.get(third ?? '')).toThrow();
});

it('counts a file on the disk for nothing', () => {
  const tokens = createFileTokens();
  const path = tokens.holdPath('/nowhere/plan.xlsx');
  tokens.holdBytes('a', new Uint8Array(fileLimits.heldBytes));
  expect(tokens.get(path).fileName).toBe('plan.xlsx');
});

it('names a file by nothing that turns the direction of writing', () => {
  const tokens = createFileTokens();
  for (const token of [
    tokens.holdPath('/a/plan\u202excod.exe'),
    tokens.holdBytes('plan\u2067xcod\n.exe', new Uint8Array()),
  ])
    expect(tokens.get(token).fileName).toBe('planxcod.exe');
  // Where it lies is as it is.
  expect(tokens.get(tokens.holdPath('/a/plan\u202excod.exe'))).toMatchObject({ path: '/a/plan\u202excod.exe' });
});
