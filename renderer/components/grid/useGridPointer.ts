import { type PointerEvent, useRef, useState } from 'react';
import { fillByHandle, handleTarget } from './fillCells.ts';
import type { GridChangeKind } from './gridColumns.ts';
import type { GridPlace, GridShape } from './gridShape.ts';
import { rowOfPlace } from './gridShape.ts';
import { type CellRange, extendedTo, type GridSelection, oneCell } from './selection.ts';
import type { CellsWritten, GridCells } from './writeCells.ts';

interface GridPointer<Row> {
  readonly shape: GridShape;
  readonly cells: GridCells<Row>;
  readonly selection: GridSelection | null;
  readonly range: CellRange | null;
  readonly select: (selection: GridSelection) => void;
  readonly scroller: () => HTMLElement | null;
  readonly fill: (
    result: CellsWritten & { readonly sentence: string; readonly range?: CellRange | null },
    kind: GridChangeKind,
  ) => Promise<void>;
  /** Moves rows to stand before another, or last. */
  readonly move: ((rows: readonly string[], before: string | null) => void) | null;
}

/** Near an edge of the scroller a drag scrolls on, so many pixels a frame. */
const edge = 28;
const scrollStep = 14;

/** Click, shift+click and drag select; the handle fills; the grip moves rows. Every one of them has its keys as well. */
export function useGridPointer<Row>(grid: GridPointer<Row>) {
  const [target, setTarget] = useState<CellRange | null>(null);
  const latest = useRef(grid);
  latest.current = grid;

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const at = placeOf(event.target);
    if (!at || event.target.closest('[data-editing], button, a, input, select, textarea')) return;
    const { range, selection } = grid;
    if (event.target.closest('[data-handle]') && range) {
      event.preventDefault();
      drag(
        latest,
        (x, y) => setTarget(targetAt(latest.current, range, x, y)),
        (x, y) => {
          const to = targetAt(latest.current, range, x, y);
          setTarget(null);
          if (to)
            void latest.current.fill(
              { ...fillByHandle(latest.current.cells, range, to), range: around(range, to) },
              'fill',
            );
        },
        () => setTarget(null),
      );
      return;
    }
    if (event.target.closest('[data-grip]') && at.row !== null) {
      event.preventDefault();
      const moving = movedRows(grid, at.row);
      drag(
        latest,
        (x, y) => dropAt(latest.current, x, y),
        (x, y) => {
          const before = dropAt(latest.current, x, y);
          showDrop(null, null);
          if (before !== undefined && !isOwnPlace(latest.current, moving, before))
            latest.current.move?.(moving, before);
        },
        () => showDrop(null, null),
      );
      return;
    }
    if (event.shiftKey && selection) {
      event.preventDefault();
      grid.select(extendedTo(selection, at));
    } else grid.select(oneCell(at));
    if (event.pointerType === 'touch') return;
    const started = event.shiftKey && selection ? selection : oneCell(at);
    drag(
      latest,
      (x, y) => {
        const to = placeAt(x, y);
        if (to && to.row !== null) latest.current.select(extendedTo(started, to));
      },
      () => undefined,
    );
  };
  return { onPointerDown, fillTarget: target };
}

/** Follows the pointer until it is let go, scrolling at the edges. Esc, or the system, takes the drag back. */
function drag(
  latest: { readonly current: { readonly scroller: () => HTMLElement | null } },
  onMove: (x: number, y: number) => void,
  onEnd: (x: number, y: number) => void,
  onCancel: () => void = () => undefined,
): void {
  let [x, y, moved, frame] = [0, 0, false, 0];
  const scroll = (): void => {
    const scroller = latest.current.scroller();
    const box = scroller?.getBoundingClientRect();
    if (scroller && box && moved) {
      const down = y > box.bottom - edge ? scrollStep : y < box.top + edge ? -scrollStep : 0;
      const right = x > box.right - edge ? scrollStep : x < box.left + edge ? -scrollStep : 0;
      if (down !== 0 || right !== 0) {
        scroller.scrollBy(right, down);
        onMove(x, y);
      }
    }
    frame = requestAnimationFrame(scroll);
  };
  const move = (event: globalThis.PointerEvent): void => {
    [x, y, moved] = [event.clientX, event.clientY, true];
    onMove(x, y);
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', end);
    document.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', onKey, { capture: true });
  };
  const end = (event: globalThis.PointerEvent): void => {
    stop();
    onEnd(event.clientX, event.clientY);
  };
  const cancel = (): void => {
    stop();
    onCancel();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', onKey, { capture: true });
  frame = requestAnimationFrame(scroll);
}

/** The cell or heading that an element stands in. */
export function placeOf(element: Element): GridPlace | null {
  const cell = element.closest<HTMLElement>('[data-row], [data-heading]');
  if (!cell) return null;
  const { row, group, column, heading } = cell.dataset;
  if (heading !== undefined) return { row: null, group: heading, column: '' };
  return row === undefined || column === undefined ? null : { row, group: group ?? null, column };
}

function placeAt(x: number, y: number): GridPlace | null {
  const element = document.elementFromPoint(x, y);
  return element ? placeOf(element) : null;
}

function targetAt<Row>({ shape }: GridPointer<Row>, range: CellRange, x: number, y: number): CellRange | null {
  const place = placeAt(x, y);
  if (!place || place.row === null) return null;
  return handleTarget(range, { row: rowOfPlace(shape, place), column: shape.columnOf.get(place.column) ?? 0 });
}

const around = (one: CellRange, other: CellRange): CellRange => ({
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
});

/** All the selected rows where the one that is taken is among them. */
function movedRows<Row>({ shape, range }: GridPointer<Row>, row: string): readonly string[] {
  const selected = range ? shape.rows.slice(range.top, range.bottom + 1).map((each) => each.row) : [];
  return selected.includes(row) ? [...new Set(selected)] : [row];
}

/** The row that the moved ones would come to stand before; null at the end, undefined outside. Shows the place. */
function dropAt<Row>({ shape }: GridPointer<Row>, x: number, y: number): string | null | undefined {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('tr[data-index]');
  const place = element?.querySelector<HTMLElement>('[data-row]');
  if (!element || !place?.dataset.row) {
    showDrop(null, null);
    return undefined;
  }
  const box = element.getBoundingClientRect();
  const isBefore = y < box.top + box.height / 2;
  showDrop(element, isBefore ? 'before' : 'after');
  if (isBefore) return place.dataset.row;
  const at = rowOfPlace(shape, { row: place.dataset.row, group: place.dataset.group ?? null, column: '' });
  return shape.rows[at + 1]?.row ?? null;
}

/** Let go before one of themselves, or before the row that follows them anyway. */
function isOwnPlace<Row>({ shape }: GridPointer<Row>, moving: readonly string[], before: string | null): boolean {
  const last = shape.rows.findLastIndex(({ row }) => row === moving.at(-1));
  return (before !== null && moving.includes(before)) || before === (shape.rows[last + 1]?.row ?? null);
}

/** Straight on the element: a row that is only passed by need not be drawn again. */
function showDrop(element: HTMLElement | null, side: 'before' | 'after' | null): void {
  for (const each of document.querySelectorAll('tr[data-drop]')) each.removeAttribute('data-drop');
  if (element && side) element.dataset.drop = side;
}
