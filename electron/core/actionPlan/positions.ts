/** Below this the gap between two neighbours counts as used up: still far above what a stored number can tell apart. */
const smallestGap = 1e-6;

/**
 * The position between two neighbours, so that one row changes and no other: half way where there are two, the next
 * whole number at the end, one less at the beginning. Null when there is no room left; the list is then to be
 * renumbered 1, 2, 3 … and asked again.
 */
export function positionBetween(before: number | null, after: number | null): number | null {
  if (after === null) return before === null ? 1 : Math.floor(before) + 1;
  if (before === null) return Math.ceil(after) - 1;
  return after - before < smallestGap * 2 ? null : (before + after) / 2;
}
