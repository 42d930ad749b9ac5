import { expect, it } from 'vitest';
import { importLimits } from '#shared/limits.ts';
import type { OpenWorkspace } from '../services.ts';
import { shownPreviews } from './previews.ts';

const workspace = {} as OpenWorkspace;
const { keptPreviews, keptPreviewActions } = importLimits;

/** Which of some previews, each as large as said, can still be applied after the last was shown. */
function keptOf(sizes: readonly number[]): readonly boolean[] {
  const { keep, take } = shownPreviews<number>((size) => size);
  const ids = sizes.map((size) => keep(workspace, size));
  return ids.map((id) => {
    try {
      take(workspace, id);
      return true;
    } catch {
      return false;
    }
  });
}

it('keeps the newest previews that were shown, and forgets the oldest', () => {
  const kept = keptOf(Array.from({ length: keptPreviews + 2 }, () => 30));
  expect(kept).toEqual([false, false, ...Array.from({ length: keptPreviews }, () => true)]);
});

it('keeps fewer of large plans, but always the one that is shown', () => {
  const large = keptPreviewActions / 2;
  expect(keptOf([large, large])).toEqual([true, true]);
  expect(keptOf([large, large, 1])).toEqual([false, true, true]);
  expect(keptOf([1, 1, keptPreviewActions * 2])).toEqual([false, false, true]);
});
