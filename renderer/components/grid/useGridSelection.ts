import { useCallback, useMemo, useState } from 'react';
import type { GridShape } from './gridShape.ts';
import { type GridSelection, keptSelection, rangeOf, startOf } from './selection.ts';

interface Kept {
  readonly selection: GridSelection;
  /** The grid that the selection is of. */
  readonly shape: GridShape;
}

/** What is selected, kept to its rows and columns from each change of the grid around it to the next. */
export function useGridSelection(shape: GridShape, startColumn: string) {
  const [kept, setKept] = useState<Kept | null>(null);
  let current = kept;
  if (kept && kept.shape !== shape) {
    const selection = keptSelection(kept.selection, shape, kept.shape);
    current = selection ? { selection, shape } : null;
    // Of a grid that was empty for a moment nothing is known any more, and the first cell is as good as any.
    setKept(current);
  }
  const first = useMemo(() => startOf(shape, startColumn), [shape, startColumn]);
  const selection = current?.selection ?? first;
  const range = useMemo(() => (selection ? rangeOf(shape, selection) : null), [shape, selection]);
  const select = useCallback(
    (next: GridSelection | null) => {
      if (next) setKept({ selection: next, shape });
    },
    [shape],
  );
  return { selection, range, select };
}
