import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';
import { notify } from '../../stores/notices.ts';
import { cellOf } from './cellElement.ts';
import { clearCells, continueSeries, fillDown, fillRight } from './fillCells.ts';
import { columnOf, isWritable } from './gridColumns.ts';
import { type GridIntent, intentOfKey, type SpelledRating, spelledOn } from './gridKeys.ts';
import type { GridProps } from './gridProps.ts';
import type { GridShape } from './gridShape.ts';
import {
  type CellRange,
  cellCount,
  collapsed,
  extended,
  type GridSelection,
  moved,
  oneCell,
  selectedWhole,
} from './selection.ts';
import type { BeginEditing } from './useGridEditing.ts';
import type { useGridWriting } from './useGridWriting.ts';
import type { GridCells } from './writeCells.ts';

interface CommandedGrid<Row>
  extends Pick<GridProps<Row>, 'view' | 'onView' | 'onCommand' | 'startColumn' | 'lettersRate'> {
  readonly shape: GridShape;
  readonly cells: GridCells<Row>;
  readonly byId: ReadonlyMap<string, Row>;
  readonly selection: GridSelection | null;
  readonly range: CellRange | null;
  readonly selectedRows: readonly string[];
  readonly select: (selection: GridSelection) => void;
  readonly isEditing: boolean;
  readonly begin: (cell: BeginEditing) => void;
  readonly write: ReturnType<typeof useGridWriting>['write'];
  readonly openMenu: (anchor: HTMLElement | null) => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly table: RefObject<HTMLElement | null>;
  readonly takeFocus: () => void;
  readonly hadFocus: RefObject<boolean>;
}

const fills = { down: fillDown, right: fillRight, series: continueSeries } as const;

/** What the keys do: `gridKeys` says what is meant, here it is done. */
export function useGridCommands<Row>(grid: CommandedGrid<Row>) {
  const { shape, cells, byId, selection, range, selectedRows, select, isEditing, begin, write, openMenu } = grid;
  const { view, onView, onCommand, startColumn, scroller, table, takeFocus, hadFocus } = grid;
  const focus = selection?.focus ?? null;

  const fold = useCallback(
    (group: string, to: 'folded' | 'open' | 'other' = 'other'): void => {
      const isFolded = view.folded.includes(group);
      if (to === 'other' ? false : isFolded === (to === 'folded')) return;
      onView({
        ...view,
        folded: isFolded ? view.folded.filter((each) => each !== group) : [...view.folded, group],
      });
    },
    [view, onView],
  );

  /** Rows of a page, by how tall rows are on average. */
  const page = (): number => {
    const height = scroller.current?.clientHeight ?? 0;
    const average = (table.current?.clientHeight ?? 0) / Math.max(1, shape.lines.length);
    return height > 0 && average > 0 ? Math.max(2, Math.floor(height / average) - 1) : 8;
  };

  const carryOut = (intent: GridIntent): void => {
    if (!selection || !focus) {
      if (intent.kind === 'add') onCommand(intent, [], startColumn);
      return;
    }
    const goTo = (next: typeof selection): void => {
      takeFocus();
      select(next);
    };
    switch (intent.kind) {
      case 'move':
        goTo(moved(shape, selection, intent.motion, page()));
        return;
      case 'extend':
        goTo(extended(shape, selection, intent.motion, page()));
        return;
      case 'select':
        goTo(selectedWhole(selection, intent.what));
        return;
      case 'collapse':
        goTo(collapsed(selection));
        return;
      case 'fold':
        fold(focus.group ?? '', intent.to);
        return;
      case 'edit':
      case 'compose': {
        if (focus.row === null) return;
        const column = columnOf(cells.columns, focus.column);
        const row = byId.get(focus.row);
        const field = row && column ? (column.fields?.(row) ?? [])[column.startsAt?.(row) ?? 0] : undefined;
        if (!field) return;
        const text = intent.kind === 'compose' ? '' : intent.replaceWith;
        begin({
          row: focus.row,
          group: focus.group,
          column: focus.column,
          texts: new Map(text === null ? [] : [[field.key, text]]),
          composing: intent.kind === 'compose',
        });
        select(oneCell(focus));
        return;
      }
      case 'clear':
        if (range) void write(clearCells(cells, range), 'clear');
        return;
      case 'fill':
        if (range) void write({ ...fills[intent.direction](cells, range), range }, 'fill');
        return;
      case 'menu':
        openMenu(cellOf(table.current, focus));
        return;
      case 'shift':
        if (view.sort.length > 0) {
          notify({
            kind: 'problem',
            message: `Rows can only be moved in their own order. Take the sorting off first.`,
          });
          return;
        }
        onCommand(intent, selectedRows, focus.column);
        return;
      default:
        onCommand(intent, selectedRows, focus.column);
        return;
    }
  };

  const spelled = useRef<SpelledRating | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isEditing || !(event.target instanceof Element) || !table.current?.contains(event.target)) return;
    if (event.target.closest('thead')) return;
    // Tab leads out, also where nothing follows in the page (yet) and nothing in it has the focus for a moment.
    if (event.key === 'Tab') hadFocus.current = false;
    const row = focus === null || focus.row === null ? undefined : byId.get(focus.row);
    const column = columnOf(cells.columns, focus?.column ?? '');
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const altGraph = event.getModifierState('AltGraph');
    const lettersRate = (grid.lettersRate ?? false) && column?.lettersWrite !== true;
    const place = { cell: `${focus?.row} ${focus?.column}`, at: event.timeStamp };
    const isShortcut = ctrlKey || metaKey || altKey;
    spelled.current = lettersRate && !isShortcut ? spelledOn(spelled.current, key, place) : null;
    if (spelled.current) {
      event.preventDefault();
      return;
    }
    const intent = intentOfKey(
      { key, ctrlKey, metaKey, altKey, shiftKey, altGraph, isComposing: event.nativeEvent.isComposing },
      {
        on: focus === null ? 'nowhere' : focus.row === null ? 'heading' : 'cell',
        editable: isWritable(row, column),
        lettersRate,
        several: range !== null && cellCount(range) > 1,
      },
    );
    if (!intent) return;
    if (intent.kind === 'rate') spelled.current = { ...place, typed: key.toLowerCase() };
    if (intent.kind !== 'compose') event.preventDefault();
    carryOut(intent);
  };
  return { fold, onKeyDown };
}
