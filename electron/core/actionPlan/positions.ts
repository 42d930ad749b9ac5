/** Below this the gap between two neighbours counts as used up: still far above what a stored number can tell apart. */
const smallestGap = 1e-6;

/**
 * The position of something new that comes before the item at `index` of a list in order (or last, when `index` is its
 * length): half way between its neighbours, so that one row changes and no other. Null when there is no room left;
 * the list is then to be renumbered 1, 2, 3 … and asked again.
 */
export function positionAt(sorted: readonly number[], index: number): number | null {
  const before = sorted[index - 1];
  const after = sorted[index];
  if (after === undefined) return before === undefined ? 1 : Math.floor(before) + 1;
  const low = before ?? after - 2;
  return after - low < smallestGap * 2 ? null : (low + after) / 2;
}
