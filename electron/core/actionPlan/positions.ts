/** Below this the gap between two neighbours counts as used up: still far above what a stored number can tell apart. */
const smallestGap = 1e-6;

/**
 * Positions for what comes between two neighbours, evenly spread, so that no other row changes: the next whole numbers
 * at the end, those before at the beginning. Null when there is no room left; the list is then to be renumbered 1, 2,
 * 3 … and asked again.
 */
export function positionsBetween(before: number | null, after: number | null, count: number): readonly number[] | null {
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  if (after === null) return steps.map((step) => Math.floor(before ?? 0) + step);
  if (before === null) return steps.map((step) => Math.ceil(after) - 1 - count + step);
  const gap = (after - before) / (count + 1);
  return gap < smallestGap ? null : steps.map((step) => before + gap * step);
}
