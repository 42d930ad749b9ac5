import type { Motion } from './gridKeyTable.ts';
import { cellAfter, placeAfter } from './gridMotion.ts';
import {
  type GridLine,
  type GridPlace,
  type GridShape,
  lineKey,
  lineOfPlace,
  placeOnLine,
  rowOfPlace,
} from './gridShape.ts';

/** What is selected in a grid. Pure. */

export interface GridSelection {
  readonly anchor: GridPlace;
  /** The end that moves; it has the keyboard. */
  readonly focus: GridPlace;
  /** `rows` takes all columns, `columns` all rows, also those that come later. */
  readonly span: 'cells' | 'rows' | 'columns' | 'all';
}

/** Indices of rows (headings are not counted) and of visible columns; both ends belong to it. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const oneCell = (place: GridPlace): GridSelection => ({ anchor: place, focus: place, span: 'cells' });

/** The same cells, whichever group their rows have come to stand in. */
export function isSameSelection(one: GridSelection | null, other: GridSelection | null): boolean {
  if (one === null || other === null) return one === other;
  const isSamePlace = (here: GridPlace, there: GridPlace): boolean =>
    here.row === there.row && here.column === there.column;
  return one.span === other.span && isSamePlace(one.anchor, other.anchor) && isSamePlace(one.focus, other.focus);
}

/** The first cell, in `column` where it is given; a heading where every group is folded; null in an empty grid. */
export function startOf(shape: GridShape, column?: string): GridSelection | null {
  const key = column !== undefined && shape.columnOf.has(column) ? column : shape.columns[0];
  const place = key === undefined ? null : placeOnLine(shape, shape.rows[0]?.line ?? 0, key);
  return place && oneCell(place);
}

export const moved = (shape: GridShape, { focus }: GridSelection, motion: Motion, page: number): GridSelection =>
  oneCell(placeAfter(shape, focus, motion, page));

/** The anchor stays, the focus goes on. From a heading the selection begins at the cell that is reached. */
export function extended(shape: GridShape, selection: GridSelection, motion: Motion, page: number): GridSelection {
  return extendedTo(selection, cellAfter(shape, selection.focus, motion, page));
}

/** Shift+click and dragging: from the anchor to a cell. */
export function extendedTo(selection: GridSelection, focus: GridPlace): GridSelection {
  if (focus.row === null) return selection;
  if (selection.anchor.row === null) return oneCell(focus);
  const span = selection.span === 'all' ? 'cells' : selection.span;
  return { anchor: selection.anchor, focus, span };
}

export const collapsed = ({ focus }: GridSelection): GridSelection => oneCell(focus);

/** Whole rows, whole columns or everything, around what is selected. Rows and columns together are everything. */
export function selectedWhole(selection: GridSelection, what: 'all' | 'rows' | 'columns'): GridSelection {
  const whole = selection.span === 'cells' || selection.span === what ? what : 'all';
  return { ...selection, span: whole };
}

/** The selected cells; null where only a heading is in focus, or what was selected is gone. */
export function rangeOf(shape: GridShape, { anchor, focus, span }: GridSelection): CellRange | null {
  const lastRow = shape.rows.length - 1;
  const lastColumn = shape.columns.length - 1;
  if (lastRow < 0 || lastColumn < 0) return null;
  if (span === 'all') return { top: 0, bottom: lastRow, left: 0, right: lastColumn };
  const columns = [shape.columnOf.get(anchor.column) ?? -1, shape.columnOf.get(focus.column) ?? -1];
  const [left, right] = span === 'rows' ? [0, lastColumn] : [Math.min(...columns), Math.max(...columns)];
  if (left < 0) return null;
  if (span === 'columns') return { top: 0, bottom: lastRow, left, right };
  if (anchor.row === null || focus.row === null) return null;
  const rows = [rowOfPlace(shape, anchor), rowOfPlace(shape, focus)];
  const top = Math.min(...rows);
  return top < 0 ? null : { top, bottom: Math.max(...rows), left, right };
}

export const cellCount = ({ top, bottom, left, right }: CellRange): number => (bottom - top + 1) * (right - left + 1);

/** Selects a range that was pasted or filled; the focus stays at its top left. */
export function selectionOfRange(shape: GridShape, { top, bottom, left, right }: CellRange): GridSelection | null {
  const place = (row: number, column: number): GridPlace | null => {
    const at = shape.rows[row];
    const key = shape.columns[column];
    return at && key !== undefined ? { row: at.row, group: at.group, column: key } : null;
  };
  const focus = place(top, left);
  const anchor = place(bottom, right);
  return focus && anchor ? { anchor, focus, span: 'cells' } : null;
}

/**
 * The selection after the grid has changed around it. A row that is gone gives the focus to the nearest one that
 * followed it, else to the nearest before; a column likewise. Where other rows than before would be selected (a sort has
 * drawn the ends apart, a row has come in between), only the focus remains: nobody chose those rows. Null in an empty grid.
 */
export function keptSelection(selection: GridSelection, next: GridShape, before: GridShape): GridSelection | null {
  const focus = keptPlace(selection.focus, next, before);
  const anchor = keptPlace(selection.anchor, next, before);
  if (!focus || !anchor) return startOf(next);
  const kept: GridSelection = { anchor, focus, span: selection.span };
  if (selection.span === 'all' || selection.span === 'columns') return kept;
  return coversTheSame(selection, kept, next, before) ? kept : oneCell(focus);
}

function coversTheSame(was: GridSelection, is: GridSelection, next: GridShape, before: GridShape): boolean {
  const [old, now] = [rangeOf(before, was), rangeOf(next, is)];
  if (!old || !now) return lineKey(is.anchor) === lineKey(is.focus);
  const rows = new Set(before.rows.slice(old.top, old.bottom + 1).map(({ row }) => row));
  const columns = new Set(before.columns.slice(old.left, old.right + 1));
  return (
    next.rows.slice(now.top, now.bottom + 1).every(({ row }) => rows.has(row)) &&
    (is.span === 'rows' || next.columns.slice(now.left, now.right + 1).every((column) => columns.has(column)))
  );
}

function keptPlace(place: GridPlace, next: GridShape, before: GridShape): GridPlace | null {
  const column = nearest(before.columns, before.columnOf.get(place.column) ?? 0, place.column, (key) =>
    next.columnOf.has(key) ? key : undefined,
  );
  const key = column ?? next.columns[0];
  if (key === undefined) return null;
  const standsAt = (line: GridLine): number | undefined =>
    next.lineOf.get(lineKey({ row: line.kind === 'row' ? line.row : null, group: line.group })) ??
    (line.kind === 'row' ? next.firstLineOf.get(line.row) : undefined);
  const own: GridLine =
    place.row === null
      ? { kind: 'heading', group: place.group ?? '' }
      : { kind: 'row', row: place.row, group: place.group };
  // A row hands over to a row, over the headings between them, be it one that is new; to a heading only where no row is
  // left in sight.
  const from = lineOfPlace(before, place);
  const rowsOnly = (line: GridLine): number | undefined => (line.kind === 'row' ? standsAt(line) : undefined);
  const inItsPlace = next.rows[Math.min(rowOfPlace(before, place), next.rows.length - 1)]?.line;
  const at =
    (place.row === null ? undefined : (nearest(before.lines, from, own, rowsOnly) ?? inItsPlace)) ??
    nearest(before.lines, from, own, standsAt);
  return placeOnLine(next, at ?? next.rows[0]?.line ?? 0, key);
}

/** What `find` makes of the thing itself, else of the nearest that followed it, else of the nearest before. */
function nearest<Thing, Found>(
  things: readonly Thing[],
  from: number,
  own: Thing,
  find: (thing: Thing) => Found | undefined,
): Found | undefined {
  const found = find(own);
  if (found !== undefined) return found;
  for (let at = from + 1; at < things.length; at += 1) {
    const thing = things[at];
    const here = thing === undefined ? undefined : find(thing);
    if (here !== undefined) return here;
  }
  for (let at = from - 1; at >= 0; at -= 1) {
    const thing = things[at];
    const here = thing === undefined ? undefined : find(thing);
    if (here !== undefined) return here;
  }
  return undefined;
}
