import { beforeAll, describe, it } from 'vitest';
import { xmlBombs, zipBombs } from './importBombs.ts';
import { emptyFiles, lockedFiles, otherKinds } from './importOtherKinds.ts';
import type { Outcome } from './importReader.ts';
import { expectRefused, previewAll } from './previewInProcess.ts';

describe('a file that is not a plan to read', () => {
  const files = [...otherKinds, ...emptyFiles];
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(files);
  });
  it.each(files)('$fileName is refused as $code $kind', (file) => expectRefused(file, outcomes.get(file.fileName)));
});

describe('a file with a password', async () => {
  const files = await lockedFiles();
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(files);
  });
  it.each(files)('$fileName is refused as locked', (file) => expectRefused(file, outcomes.get(file.fileName)));
});

describe('a file that grows without end', () => {
  const files = [...xmlBombs(), ...zipBombs()];
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(files);
  });
  it.each(files)('$fileName is refused as $code', (file) => expectRefused(file, outcomes.get(file.fileName)));
});
