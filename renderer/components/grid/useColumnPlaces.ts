import { type CSSProperties, type RefObject, useMemo } from 'react';
import type { GridView } from '#shared/model/gridView.ts';
import { columnWidths } from './columnWidths.ts';
import type { GridColumn } from './gridColumns.ts';
import { useSpace } from './useSpace.ts';

/**
 * How wide the columns are, in pixels, and where those stand that are frozen: where everything fits, nothing scrolls
 * sideways and none is.
 */
export function useColumnPlaces<Row>(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly GridColumn<Row>[],
  view: GridView,
) {
  const space = useSpace(scroller);
  const widths = useMemo(() => columnWidths(columns, view.widths, space.width), [columns, view.widths, space.width]);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const isSideways = total > space.width && space.width > 0;
  const places = useMemo(() => {
    let left = 0;
    return widths.map((width, index): CSSProperties | undefined => {
      const place = { insetInlineStart: left };
      left += width;
      return isSideways && index < view.frozen ? place : undefined;
    });
  }, [widths, isSideways, view.frozen]);
  const frozenWidth = isSideways ? widths.slice(0, view.frozen).reduce((sum, width) => sum + width, 0) : 0;
  return { widths, total, places, frozenWidth };
}
