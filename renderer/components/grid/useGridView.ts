import { useCallback, useEffect, useRef, useState } from 'react';
import { type GridScreen, type GridView, plainGridView } from '#shared/model/gridView.ts';
import { ask } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import type { GridColumn } from './gridColumns.ts';
import { firstView } from './gridViewChanges.ts';

/** The views of this window by workspace and screen: a screen opened again is as it was left, before the host answers. */
const known = new Map<string, GridView>();
/** Dragging a width changes the view many times; it is remembered once it rests. */
const restMilliseconds = 800;

/** How a screen looks at its grid: as it was left, kept beside the workspace. */
export function useGridView<Row>(
  screen: GridScreen,
  columns: readonly GridColumn<Row>[],
  base: Partial<GridView> = {},
): readonly [GridView, (view: GridView) => void] {
  const workspace = useWorkspace((state) => state.info?.recentId ?? '');
  const place = `${workspace} ${screen}`;
  const [view, setView] = useState<GridView>(
    () => known.get(place) ?? firstView({ ...plainGridView, ...base }, columns),
  );
  const waiting = useRef<GridView | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (known.has(place)) return;
    let wanted = true;
    void ask('view.last', {}).then((result) => {
      const last = result.ok ? result.value[screen] : undefined;
      if (!wanted || !last || known.has(place)) return;
      // A search is a question of the moment, not a way to look.
      const next = { ...last, search: '' };
      known.set(place, next);
      setView(next);
    });
    return () => {
      wanted = false;
    };
  }, [place, screen]);

  const remember = useCallback(() => {
    clearTimeout(timer.current);
    const next = waiting.current;
    waiting.current = null;
    if (next) void ask('view.remember', { screen, view: next });
  }, [screen]);
  useEffect(() => {
    window.addEventListener('pagehide', remember);
    return () => {
      window.removeEventListener('pagehide', remember);
      remember();
    };
  }, [remember]);

  const change = useCallback(
    (next: GridView) => {
      known.set(place, next);
      setView(next);
      waiting.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(remember, restMilliseconds);
    },
    [place, remember],
  );
  return [view, change];
}
