import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from './importReader.ts';
import { largeShapes, readableShapes } from './importShapes.ts';
import { otherWriters } from './importWriters.ts';
import { expectBounded, expectRefused, previewAll } from './previewInProcess.ts';

describe('a plan in an odd file', () => {
  const files = [...readableShapes(), ...otherWriters()];
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(files);
  });
  it.each(files)('$fileName is read, with its $actions actions', ({ fileName, actions }) => {
    const outcome = outcomes.get(fileName);
    expect(outcome).toMatchObject({ code: 'read', actions });
    if (outcome !== undefined) expectBounded(outcome);
  });
});

describe('a file beyond what a plan can be', () => {
  const files = largeShapes();
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(files);
  });
  it.each(files)('$fileName is refused as too large', (file) => expectRefused(file, outcomes.get(file.fileName)));
});
