import { assertNever } from '#shared/assertNever.ts';
import type { Motion } from './gridKeyTable.ts';
import { type GridPlace, type GridShape, lineOfPlace, placeOnLine, rowOfPlace } from './gridShape.ts';

/** Where a key leads in a grid. */

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/**
 * Where a motion leads from a place; it stops at the edges. Up and down stop on headings, so that a group can be folded
 * by keyboard; every other motion passes them over. `page` is how many rows stand on the screen.
 */
export function placeAfter(shape: GridShape, place: GridPlace, motion: Motion, page: number): GridPlace {
  if (motion === 'up' || motion === 'down') {
    const line = lineOfPlace(shape, place);
    if (line < 0) return place;
    return placeOnLine(shape, within(line + (motion === 'up' ? -1 : 1), shape.lines.length), place.column) ?? place;
  }
  return cellAfter(shape, place, motion, page);
}

/** As `placeAfter`, but from cell to cell: headings are passed over. */
export function cellAfter(shape: GridShape, place: GridPlace, motion: Motion, page: number): GridPlace {
  const row = rowOfPlace(shape, place);
  const column = shape.columnOf.get(place.column) ?? -1;
  if (row < 0 || column < 0 || shape.rows.length === 0) return place;
  const at = (nextRow: number, nextColumn: number): GridPlace => {
    const to = shape.rows[within(nextRow, shape.rows.length)];
    const key = shape.columns[within(nextColumn, shape.columns.length)];
    return to && key !== undefined ? { row: to.row, group: to.group, column: key } : place;
  };
  /** From a heading the row below is one step away already. */
  const below = place.row === null ? -1 : 0;
  // A motion along the row has no row to go along on a heading.
  const along = (nextColumn: number): GridPlace =>
    place.row === null
      ? { ...place, column: shape.columns[within(nextColumn, shape.columns.length)] ?? place.column }
      : at(row, nextColumn);
  switch (motion) {
    case 'up':
      return at(row - 1, column);
    case 'down':
      return at(row + below + 1, column);
    case 'left':
      return along(column - 1);
    case 'right':
      return along(column + 1);
    case 'page-up':
      return at(row - Math.max(1, page), column);
    case 'page-down':
      return at(row + below + Math.max(1, page), column);
    case 'row-start':
      return along(0);
    case 'row-end':
      return along(shape.columns.length - 1);
    case 'edge-up':
      return at(edge(shape, row, column, -1, 0), column);
    case 'edge-down':
      return at(edge(shape, row + below, column, 1, 0), column);
    case 'edge-left':
      return along(edge(shape, row, column, 0, -1));
    case 'edge-right':
      return along(edge(shape, row, column, 0, 1));
    case 'grid-start':
      return at(0, 0);
    case 'grid-end':
      return at(shape.rows.length - 1, shape.columns.length - 1);
    default:
      return assertNever(motion);
  }
}

/** Within filled cells to the last of them; from the last one, or from an empty cell, to the next filled one, or the edge. */
function edge(shape: GridShape, row: number, column: number, rowStep: -1 | 0 | 1, columnStep: -1 | 0 | 1): number {
  const vertical = rowStep !== 0;
  const count = vertical ? shape.rows.length : shape.columns.length;
  const step = vertical ? rowStep : columnStep;
  const filled = (at: number): boolean => {
    const line = shape.rows[vertical ? at : row];
    const key = shape.columns[vertical ? column : at];
    return line !== undefined && key !== undefined && shape.isFilled(line.row, key);
  };
  const inside = (at: number): boolean => at >= 0 && at < count;
  let at = vertical ? row : column;
  const runsOn = filled(at) && filled(at + step);
  if (!runsOn) at += step;
  while (inside(at + step) && inside(at) && (runsOn ? filled(at + step) : !filled(at))) at += step;
  return within(at, count);
}

/** The cell after or before, over the ends of rows, for Tab while writing; itself at the two ends of the grid. */
export function placeBeside(shape: GridShape, place: GridPlace, step: 1 | -1): GridPlace {
  const column = (shape.columnOf.get(place.column) ?? 0) + step;
  const key = shape.columns[column];
  if (key !== undefined) return { ...place, column: key };
  const row = shape.rows[rowOfPlace(shape, place) + step];
  const wrapped = step > 0 ? shape.columns[0] : shape.columns.at(-1);
  return row && wrapped !== undefined ? { row: row.row, group: row.group, column: wrapped } : place;
}
