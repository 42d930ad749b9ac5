import { useEffect, useRef } from 'react';
import type { GridView } from '#shared/model/gridView.ts';
import { columnOf, type GridColumn, isWritable } from './gridColumns.ts';
import type { GridRequest } from './gridProps.ts';
import type { GridLine, GridPlace, GridShape } from './gridShape.ts';
import { type GridSelection, oneCell } from './selection.ts';
import type { BeginEditing } from './useGridEditing.ts';

interface RequestedGrid<Row> {
  readonly request: GridRequest | null | undefined;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly idOf: (row: Row) => string;
  readonly lines: readonly GridLine[];
  readonly shape: GridShape;
  readonly shownColumns: readonly GridColumn<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  readonly startColumn: string;
  readonly select: (selection: GridSelection) => void;
  readonly begin: (cell: BeginEditing) => void;
  readonly takeFocus: () => void;
  readonly bringIntoView: (place: GridPlace) => void;
}

/** Goes where the screen asks, once for each request, as soon as the row is there. */
export function useGridRequest<Row>(grid: RequestedGrid<Row>): void {
  const { request, rows, byId, idOf, lines, shape, shownColumns, view, onView, startColumn } = grid;
  const { select, begin, takeFocus, bringIntoView } = grid;
  const served = useRef(0);
  useEffect(() => {
    if (!request || request.serial === served.current) return;
    if (!rows.some((row) => idOf(row) === request.row)) return;
    const line = lines.find((each) => each.kind === 'row' && each.row === request.row);
    if (!line) {
      // It is filtered out or folded away; whoever is led to it must see it.
      onView({ ...view, filters: {}, search: '', folded: [] });
      return;
    }
    served.current = request.serial;
    const column = shape.columnOf.has(request.column ?? '') ? (request.column ?? startColumn) : startColumn;
    const place: GridPlace = { row: request.row, group: line.group, column };
    select(oneCell(place));
    if (request.edit && isWritable(byId.get(request.row), columnOf(shownColumns, column)))
      begin({ row: request.row, group: line.group, column });
    else if (request.focus !== false) takeFocus();
    bringIntoView(place);
  }, [
    request,
    rows,
    idOf,
    lines,
    shape,
    view,
    onView,
    startColumn,
    select,
    begin,
    byId,
    shownColumns,
    takeFocus,
    bringIntoView,
  ]);
}
