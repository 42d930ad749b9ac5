import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { cellOf, reveal } from './cellElement.ts';
import type { GridPlace } from './gridShape.ts';

/**
 * Gives the focus of the page to the cell in focus: where that was asked for by `takeFocus`, and where the cell that had
 * it is gone (`hadFocus`: it was in the grid). `bringIntoView` scrolls to a cell once it is drawn.
 */
export function useGridFocus(table: RefObject<HTMLElement | null>, focus: GridPlace | null, isEditing: boolean) {
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // The row in focus can go (rated out of a filter, undone): the focus goes on to the row in its place.
    const lost = hadFocus.current && document.activeElement === document.body;
    if (isEditing || !focus || !(wantsFocus.current || lost)) return;
    const cell = cellOf(table.current, focus);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    reveal(cell);
  });
  const takeFocus = useCallback((): void => {
    wantsFocus.current = true;
  }, []);
  const bringIntoView = useCallback(
    (place: GridPlace): void => {
      requestAnimationFrame(() => {
        const cell = cellOf(table.current, place);
        if (cell) reveal(cell);
      });
    },
    [table],
  );
  return { hadFocus, takeFocus, bringIntoView };
}
