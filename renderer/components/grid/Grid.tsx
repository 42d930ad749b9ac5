import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { GridView } from '#shared/model/gridView.ts';
import { newestStep, undoOfStep } from '../../actions/undoStep.ts';
import { notify } from '../../stores/notices.ts';
import type { AfterEdit } from './CellEditor.tsx';
import { columnWidths } from './columnWidths.ts';
import { clearCells, fillDown, fillRight } from './fillCells.ts';
import styles from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridMenu, type GridMenuItem } from './GridMenu.tsx';
import { GridRow, type RowActs } from './GridRow.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import type { GridChangeKind, GridColumn, Grouping, OnGridChange } from './gridColumns.ts';
import { type GridIntent, intentOfKey } from './gridKeys.ts';
import { placeBeside } from './gridMotion.ts';
import { type GridPlace, lineOfPlace } from './gridShape.ts';
import { unfiltered } from './gridViewChanges.ts';
import { PasteOverflow } from './PasteOverflow.tsx';
import { RefusedCells } from './RefusedCells.tsx';
import {
  type CellRange,
  cellCount,
  collapsed,
  extended,
  isInRange,
  moved,
  oneCell,
  selectedWhole,
  selectionOfRange,
} from './selection.ts';
import { useArrangement, useHeldRow } from './useArrangement.ts';
import { useGridClipboard } from './useGridClipboard.ts';
import { type CellEdit, useGridEditing } from './useGridEditing.ts';
import { placeOf, useGridPointer } from './useGridPointer.ts';
import { useGridSelection } from './useGridSelection.ts';
import { useSpace } from './useSpace.ts';
import type { CellProblem, CellsWritten, GridCells } from './writeCells.ts';

/** What the screen does with whole rows; the grid does the rest itself. */
export type GridCommand = Extract<
  GridIntent,
  { readonly kind: 'rate' | 'add' | 'duplicate' | 'bin' | 'shift' | 'open' }
>;

/** Leads the focus to a row, also to one that has yet to arrive. A new serial leads there again. */
export interface GridRequest {
  readonly serial: number;
  readonly row: string;
  readonly column?: string | undefined;
  /** The field that takes the caret, where the cell is opened. */
  readonly edit?: boolean | undefined;
  /** False shows the row without taking the focus: what an address does when a screen opens. */
  readonly focus?: boolean | undefined;
}

export interface GridProps<Row> {
  readonly label: string;
  /** In their own order. */
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** What the screen reader and messages call a row. */
  readonly nameOf: (row: Row) => string;
  /** Whether two rows look the same, where rows are made anew for every change. */
  readonly sameRow?: (one: Row, other: Row) => boolean;
  readonly noun: { readonly one: string; readonly many: string };
  /** These keep their identity while they are the same. */
  readonly columns: readonly GridColumn<Row>[];
  readonly groupings: readonly Grouping<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  /** The column in focus at first. */
  readonly startColumn: string;
  /** G, A, R and N rate, except in columns whose letters write. */
  readonly lettersRate?: boolean;
  readonly onChange: OnGridChange;
  /** `rows` are the selected ones, in order; `column` is the one in focus. */
  readonly onCommand: (command: GridCommand, rows: readonly string[], column: string) => void;
  /** New rows can be made here, also by a paste that reaches beyond the last one. */
  readonly canAdd?: boolean;
  /** Absent where the order of the rows is not a person's to choose. */
  readonly onMove?: (rows: readonly string[], before: string | null) => void;
  readonly menu?: readonly GridMenuItem[];
  /** The row in focus, for the inspector. */
  readonly onPlace: (row: string | null) => void;
  readonly onSelected?: (rows: readonly string[]) => void;
  readonly request?: GridRequest | null;
  /** What the screen has done, for those who listen: "V2 rated Red". */
  readonly announcement?: string;
}

/** So many lines are drawn whole: the browser then finds and prints all of them. Beyond it only those in view are. */
const drawnWhole = 120;
/** Heights until a line is measured. */
const guessed = { heading: 35, wrapped: 76, flat: 38 } as const;

/**
 * The grid of the application: plans, the voice register, the evidence library. A screen gives rows, columns (`read`
 * checks a text as if typed), groupings and what to do with changes and commands; `useGridView` keeps the view and
 * `GridTools` shows its tools. One tab stop; keys are in `gridKeyTable.ts`; selection, clipboard, filling and arranging
 * are pure modules beside this one.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rows, idOf, nameOf, noun, columns, groupings, view, onView, startColumn, onChange, request } = props;
  const { onPlace, onSelected, onCommand, sameRow = Object.is } = props;
  const [said, announce] = useState('');
  const [refused, setRefused] = useState<readonly CellProblem[]>([]);
  const [menuAt, setMenuAt] = useState<HTMLElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);
  const served = useRef(0);

  const shownColumns = useMemo(() => columns.filter(({ key }) => !view.hidden.includes(key)), [columns, view.hidden]);
  const byId = useMemo(() => new Map(rows.map((row) => [idOf(row), row])), [rows, idOf]);
  const { lines, groups, shape, hold } = useArrangement({
    rows,
    byId,
    idOf,
    sameRow,
    columns,
    shownColumns,
    groupings,
    view,
  });
  const { selection, range, select } = useGridSelection(shape, startColumn);
  const focus = selection?.focus ?? null;
  const focusLine = focus ? lineOfPlace(shape, focus) : -1;
  const focusRow = focus?.row ?? null;
  const cells = useMemo<GridCells<Row>>(
    () => ({ rows: shape.rows.flatMap(({ row }) => byId.get(row) ?? []), columns: shownColumns, idOf }),
    [shape, byId, shownColumns, idOf],
  );
  // The same rows for as long as the selection only goes left and right: screens hang on them.
  const { top, bottom } = range ?? { top: 0, bottom: -1 };
  const selectedRows = useMemo(
    () => [...new Set(shape.rows.slice(top, bottom + 1).map(({ row }) => row))],
    [shape, top, bottom],
  );

  const { editing, pending, begin, commit, restore, leave } = useGridEditing({
    rows,
    idOf,
    nameOf,
    onChange,
    announce,
  });
  useEffect(() => {
    if (!editing || (lineOfPlace(shape, editing) >= 0 && shape.columnOf.has(editing.column))) return;
    const line = shape.lines[shape.firstLineOf.get(editing.row) ?? -1];
    if (editing.problem === null || !byId.has(editing.row)) leave();
    else if (line && shape.columnOf.has(editing.column)) begin({ ...editing, group: line.group });
    // A text came back that could not be saved; whoever wrote it must see it.
    else onView({ ...unfiltered(view), folded: [], hidden: view.hidden.filter((key) => key !== editing.column) });
  }, [editing, shape, byId, leave, begin, onView, view]);

  useEffect(() => {
    onPlace(focusRow);
  }, [focusRow, onPlace]);
  useEffect(() => {
    onSelected?.(selectedRows);
  }, [selectedRows, onSelected]);
  useHeldRow(focusRow === null ? null : (byId.get(focusRow) ?? null), focusRow, view, hold);

  const space = useSpace(scroller);
  const widths = useMemo(
    () => columnWidths(shownColumns, view.widths, space.width),
    [shownColumns, view.widths, space.width],
  );
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

  const isVirtual = lines.length > drawnWhole;
  const { keyAtLine } = shape;
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: isVirtual ? lines.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      lines[index]?.kind === 'heading' ? guessed.heading : view.wrap ? guessed.wrapped : guessed.flat,
    // Asked for every line beyond one that was measured.
    getItemKey: useCallback((index: number) => keyAtLine[index] ?? index, [keyAtLine]),
    overscan: 8,
    // The line in focus is always there, so that the keyboard has it wherever one has scrolled.
    rangeExtractor: useCallback(
      ({
        startIndex,
        endIndex,
        overscan,
        count,
      }: {
        startIndex: number;
        endIndex: number;
        overscan: number;
        count: number;
      }) => {
        const from = Math.max(0, startIndex - overscan);
        const to = Math.min(count - 1, endIndex + overscan);
        const drawn = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
        const outside = focusLine >= 0 && focusLine < count && (focusLine < from || focusLine > to);
        return outside ? [...drawn, focusLine].toSorted((one, other) => one - other) : drawn;
      },
      [focusLine],
    ),
  });
  const drawn: readonly { readonly index: number; readonly start: number; readonly end: number }[] = isVirtual
    ? virtual.getVirtualItems()
    : lines.map((_, index) => ({ index, start: 0, end: 0 }));

  useLayoutEffect(() => {
    // The row in focus can go (rated out of a filter, undone): the focus goes on to the row in its place.
    const lost = hadFocus.current && document.activeElement === document.body;
    if (editing || !focus || !(wantsFocus.current || lost)) return;
    const cell = cellOf(table.current, focus);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    reveal(cell);
  });

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
    else if (request.focus !== false) wantsFocus.current = true;
    requestAnimationFrame(() => {
      const cell = cellOf(table.current, place);
      if (cell) reveal(cell);
    });
  }, [request, rows, idOf, lines, shape, view, onView, startColumn, select, begin, byId, shownColumns]);

  const write = async (
    result: CellsWritten & { readonly sentence: string; readonly range?: CellRange | null },
    kind: GridChangeKind,
  ): Promise<void> => {
    const changes = [...result.changes, ...result.added.map((fields) => ({ rowId: null, fields }))];
    const problem = result.problems.length > 0;
    const before = newestStep();
    if (changes.length > 0) {
      const written = await onChange(changes, kind);
      if (!written.ok) return;
      const next = result.range && result.added.length === 0 ? selectionOfRange(shape, result.range) : null;
      if (next) select(next);
    }
    announce(result.sentence);
    // Clearing shows by itself; what was pasted or filled may reach beyond the screen.
    if (kind === 'clear' && !problem) return;
    notify({
      kind: problem ? 'problem' : 'done',
      message: result.sentence,
      action:
        result.problems.length > 1
          ? { label: 'Show which', run: () => setRefused(result.problems) }
          : changes.length > 0
            ? undoOfStep(before)
            : undefined,
    });
  };

  const clipboard = useGridClipboard({
    cells,
    range,
    isEditing: editing !== null,
    canAdd: props.canAdd ?? false,
    announce,
    write,
  });
  const isOrdered = view.sort.length === 0;
  const pointer = useGridPointer({
    shape,
    cells,
    selection,
    range,
    select: (next) => {
      const kept = next.focus.column === '' ? { ...next.focus, column: focus?.column ?? startColumn } : next.focus;
      select(next.focus.column === '' ? oneCell(kept) : next);
    },
    scroller: () => scroller.current,
    fill: write,
    move: isOrdered && props.onMove ? props.onMove : null,
  });

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
    const average = (table.current?.clientHeight ?? 0) / Math.max(1, lines.length);
    return height > 0 && average > 0 ? Math.max(2, Math.floor(height / average) - 1) : 8;
  };

  const carryOut = (intent: GridIntent): void => {
    if (!selection || !focus) {
      if (intent.kind === 'add') onCommand(intent, [], startColumn);
      return;
    }
    const goTo = (next: typeof selection): void => {
      wantsFocus.current = true;
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
        const column = columnOf(shownColumns, focus.column);
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
        if (range) void write({ ...(intent.direction === 'down' ? fillDown : fillRight)(cells, range), range }, 'fill');
        return;
      case 'menu':
        setMenuAt(cellOf(table.current, focus));
        return;
      case 'shift':
        if (!isOrdered) {
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

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (editing || !(event.target instanceof Element) || !table.current?.contains(event.target)) return;
    if (event.target.closest('thead')) return;
    // Tab leads out, also where nothing follows in the page (yet) and nothing in it has the focus for a moment.
    if (event.key === 'Tab') hadFocus.current = false;
    const row = focusRow === null ? undefined : byId.get(focusRow);
    const column = columnOf(shownColumns, focus?.column ?? '');
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const altGraph = event.getModifierState('AltGraph');
    const intent = intentOfKey(
      { key, ctrlKey, metaKey, altKey, shiftKey, altGraph, isComposing: event.nativeEvent.isComposing },
      {
        on: focus === null ? 'nowhere' : focus.row === null ? 'heading' : 'cell',
        editable: isWritable(row, column),
        lettersRate: (props.lettersRate ?? false) && column?.lettersWrite !== true,
        several: range !== null && cellCount(range) > 1,
      },
    );
    if (!intent) return;
    if (intent.kind !== 'compose') event.preventDefault();
    carryOut(intent);
  };

  const onFocus = (event: SyntheticEvent): void => {
    const isBack = !hadFocus.current;
    hadFocus.current = true;
    const at = event.target instanceof Element ? placeOf(event.target) : null;
    // Coming into the grid is a choice of the row, also of the one that stood there waiting.
    if (isBack && at) onPlace(at.row);
    if (!at || !focus) return;
    const place = at.column === '' ? { ...at, column: focus.column } : at;
    const isThere = place.row === focus.row && place.group === focus.group && place.column === focus.column;
    if (!isThere) select(oneCell(place));
  };
  const onDoubleClick = (event: SyntheticEvent): void => {
    const at = event.target instanceof Element ? placeOf(event.target) : null;
    if (!at || at.row === null || (editing?.row === at.row && editing.column === at.column)) return;
    if (isWritable(byId.get(at.row), columnOf(shownColumns, at.column)))
      begin({ row: at.row, group: at.group, column: at.column });
    else onCommand({ kind: 'open' }, [at.row], at.column);
  };

  const onCommit = (
    row: Row,
    group: string | null,
    column: GridColumn<Row>,
    edits: readonly CellEdit[],
    after: AfterEdit,
  ): void => {
    commit(row, group, column, edits);
    if (after === 'away') return;
    wantsFocus.current = true;
    const place: GridPlace = { row: idOf(row), group, column: column.key };
    if (after === 'new-row') {
      onCommand({ kind: 'add' }, [idOf(row)], column.key);
      return;
    }
    if (after === 'down') {
      select(moved(shape, oneCell(place), 'down', 1));
      return;
    }
    select(oneCell(placeBeside(shape, place, after === 'next' ? 1 : -1)));
  };
  const latest = useRef({ onCommit, restore });
  latest.current = { onCommit, restore };
  const { measureElement } = virtual;
  const measure = isVirtual ? measureElement : noMeasure;
  const acts = useMemo<RowActs<Row>>(
    () => ({
      commit: (...given) => latest.current.onCommit(...given),
      restore: () => {
        wantsFocus.current = true;
        latest.current.restore();
      },
      measure,
    }),
    [measure],
  );
  const isWide = range !== null && cellCount(range) > 1;
  const isMovable = isOrdered && props.onMove !== undefined;

  let drawnTo = 0;
  const body = drawn.flatMap(({ index, start, end }) => {
    const line = lines[index];
    if (!line) return [];
    const gap = start - drawnTo;
    drawnTo = end;
    const before = gap > 0.5 ? [<Gap key={`gap ${index}`} height={gap} columns={shownColumns.length} />] : [];
    if (line.kind === 'heading') {
      const group = groups.get(line.group);
      return [
        ...before,
        <GroupHeading
          key={`heading ${line.group}`}
          group={line.group}
          title={group?.title ?? ''}
          summary={group?.summary ?? ''}
          open={!view.folded.includes(line.group)}
          line={index}
          rowIndex={index + 2}
          columns={shownColumns.length}
          isFocused={index === focusLine}
          onFold={fold}
          measure={measure}
        />,
      ];
    }
    const row = byId.get(line.row);
    if (!row) return before;
    const at = shape.rowAtLine[index] ?? -1;
    const isSelected = isWide && range && at >= range.top && at <= range.bottom;
    const filling = pointer.fillTarget;
    const isFilled = filling !== null && at >= filling.top && at <= filling.bottom;
    const isEdited = editing?.row === line.row && editing.group === line.group;
    return [
      ...before,
      <GridRow
        key={keyAtLine[index]}
        row={row}
        id={line.row}
        name={nameOf(row)}
        group={line.group}
        columns={shownColumns}
        places={places}
        line={index}
        rowIndex={index + 2}
        focused={index === focusLine ? (focus?.column ?? null) : null}
        left={
          isFilled
            ? filling.left
            : isSelected
              ? range.left
              : range && isInRange(range, at, range.left)
                ? range.left
                : null
        }
        right={
          isFilled
            ? filling.right
            : isSelected
              ? range.right
              : range && isInRange(range, at, range.left)
                ? range.right
                : null
        }
        handle={range !== null && at === range.bottom}
        editing={isEdited ? editing : null}
        pending={pending.get(line.row) ?? null}
        isMovable={isMovable}
        acts={acts}
        sameRow={sameRow}
      />,
    ];
  });
  const rest = isVirtual ? virtual.getTotalSize() - drawnTo : 0;

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-wrap={view.wrap || undefined}
      data-density={view.density}
      data-grid=""
      style={{ '--frozen-width': `${frozenWidth}px` } as CSSProperties}
    >
      <table
        ref={table}
        className={styles.table}
        style={{ width: total }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in and written in is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={shownColumns.length}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={(event) => {
          const to = event.relatedTarget;
          if (to !== null && !event.currentTarget.contains(to)) hadFocus.current = false;
        }}
        onDoubleClick={onDoubleClick}
        onPointerDown={pointer.onPointerDown}
        onContextMenu={(event) => {
          const at = event.target instanceof Element ? placeOf(event.target) : null;
          if (!props.menu || !at || at.row === null || editing) return;
          event.preventDefault();
          if (!selectedRows.includes(at.row)) select(oneCell(at));
          setMenuAt(cellOf(table.current, at));
        }}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
      >
        <colgroup>
          {shownColumns.map((column, index) => (
            <col key={column.key} style={{ width: widths[index] }} />
          ))}
        </colgroup>
        <GridHead columns={shownColumns} rows={rows} widths={widths} places={places} view={view} onView={onView} />
        <tbody>
          {body}
          {rest > 0.5 ? <Gap height={rest} columns={shownColumns.length} /> : null}
        </tbody>
      </table>
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {props.announcement ?? ''}
      </div>
      {props.menu ? (
        <GridMenu
          items={props.menu}
          rows={selectedRows}
          column={focus?.column ?? startColumn}
          anchor={menuAt}
          onClose={() => {
            setMenuAt(null);
            wantsFocus.current = true;
          }}
        />
      ) : null}
      {clipboard.waiting ? <PasteOverflow paste={clipboard.waiting} noun={noun} /> : null}
      {refused.length > 0 ? (
        <RefusedCells
          problems={refused}
          nameOf={(id) => {
            const row = byId.get(id);
            return row ? nameOf(row) : '';
          }}
          labelOf={(key) => columnOf(columns, key)?.label ?? key}
          onClose={() => setRefused([])}
        />
      ) : null}
    </div>
  );
}

/** Room for the lines that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

const noMeasure = (): void => undefined;

const columnOf = <Row,>(columns: readonly GridColumn<Row>[], key: string): GridColumn<Row> | undefined =>
  columns.find((column) => column.key === key);

const isWritable = <Row,>(row: Row | undefined, column: GridColumn<Row> | undefined): boolean =>
  row !== undefined && column?.read !== undefined && (column.fields?.(row).length ?? 0) > 0;

function cellOf(table: HTMLElement | null, { row, group, column }: GridPlace): HTMLElement | null {
  const within = group === null ? '' : `[data-group="${CSS.escape(group)}"]`;
  const selector =
    row === null
      ? `[data-heading="${CSS.escape(group ?? '')}"]`
      : `[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]${within}`;
  return table?.querySelector<HTMLElement>(selector) ?? null;
}

/** Into view beside what is frozen and below the headings: the style of a cell keeps that margin. */
function reveal(cell: HTMLElement): void {
  cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}
