import { useCallback, useEffect, useRef, useState } from 'react';
import { type GridScreen, type GridView, plainGridView } from '#shared/model/gridView.ts';
import { ask } from '../../actions/run.ts';
import type { GridColumn } from './gridColumns.ts';
import { firstView } from './gridViewChanges.ts';

/** The views of this window, so that a screen that is opened again is as it was left, before the host has answered. */
const known = new Map<GridScreen, GridView>();
/** Dragging a width changes the view many times; it is remembered once it rests. */
const restMilliseconds = 800;

export const forgetGridViews = (): void => known.clear();

/** How a screen looks at its grid: as it was left, kept beside the workspace. */
export function useGridView<Row>(
  screen: GridScreen,
  columns: readonly GridColumn<Row>[],
  base: Partial<GridView> = {},
): readonly [GridView, (view: GridView) => void] {
  const [view, setView] = useState<GridView>(
    () => known.get(screen) ?? firstView({ ...plainGridView, ...base }, columns),
  );
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    if (known.has(screen)) return;
    let wanted = true;
    void ask('view.last', {}).then((result) => {
      const last = result.ok ? result.value[screen] : undefined;
      if (!wanted || !last || known.has(screen)) return;
      // A search is a question of the moment, not a way to look.
      const next = { ...last, search: '' };
      known.set(screen, next);
      setView(next);
    });
    return () => {
      wanted = false;
    };
  }, [screen]);

  const change = useCallback(
    (next: GridView) => {
      known.set(screen, next);
      setView(next);
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(() => void ask('view.remember', { screen, view: next }), restMilliseconds);
    },
    [screen],
  );
  return [view, change];
}
