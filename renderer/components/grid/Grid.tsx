import { type CSSProperties, type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { AfterEdit } from './CellEditor.tsx';
import { cellOf } from './cellElement.ts';
import styles from './Grid.module.css';
import { GridBody } from './GridBody.tsx';
import { GridHead } from './GridHead.tsx';
import { GridMenu } from './GridMenu.tsx';
import type { RowActs } from './GridRow.tsx';
import { columnOf, type GridColumn, isWritable } from './gridColumns.ts';
import { placeBeside } from './gridMotion.ts';
import type { GridProps } from './gridProps.ts';
import { type GridPlace, lineOfPlace } from './gridShape.ts';
import { unfiltered } from './gridViewChanges.ts';
import { PasteOverflow } from './PasteOverflow.tsx';
import { RefusedCells } from './RefusedCells.tsx';
import { moved, oneCell } from './selection.ts';
import { useArrangement, useHeldRow } from './useArrangement.ts';
import { useColumnPlaces } from './useColumnPlaces.ts';
import { useDrawnLines } from './useDrawnLines.ts';
import { useGridClipboard } from './useGridClipboard.ts';
import { useGridCommands } from './useGridCommands.ts';
import { type CellEdit, useGridEditing } from './useGridEditing.ts';
import { useGridFocus } from './useGridFocus.ts';
import { placeOf, useGridPointer } from './useGridPointer.ts';
import { useGridRequest } from './useGridRequest.ts';
import { useGridSelection } from './useGridSelection.ts';
import { useGridWriting } from './useGridWriting.ts';
import type { GridCells } from './writeCells.ts';

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
  const [menuAt, setMenuAt] = useState<HTMLElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);

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

  const { widths, total, places, frozenWidth } = useColumnPlaces(scroller, shownColumns, view);
  const { drawn, height, measure } = useDrawnLines({
    scroller,
    lines,
    keyAtLine: shape.keyAtLine,
    focusLine,
    wrap: view.wrap,
  });
  const { hadFocus, takeFocus, bringIntoView } = useGridFocus(table, focus, editing !== null);
  useGridRequest({
    request,
    rows,
    byId,
    idOf,
    lines,
    shape,
    shownColumns,
    view,
    onView,
    startColumn,
    select,
    begin,
    takeFocus,
    bringIntoView,
  });
  const { write, refused, forget } = useGridWriting({ shape, selection, onChange, select, announce });
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

  const { fold, onKeyDown } = useGridCommands({
    ...props,
    shape,
    cells,
    byId,
    selection,
    range,
    selectedRows,
    select,
    isEditing: editing !== null,
    begin,
    write,
    openMenu: setMenuAt,
    scroller,
    table,
    takeFocus,
    hadFocus,
  });

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
    takeFocus();
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
  const acts = useMemo<RowActs<Row>>(
    () => ({
      commit: (...given) => latest.current.onCommit(...given),
      restore: () => {
        takeFocus();
        latest.current.restore();
      },
      measure,
    }),
    [measure, takeFocus],
  );

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
        <GridBody
          shape={shape}
          groups={groups}
          byId={byId}
          nameOf={nameOf}
          columns={shownColumns}
          places={places}
          view={view}
          drawn={drawn}
          height={height}
          focus={focus}
          focusLine={focusLine}
          range={range}
          filling={pointer.fillTarget}
          editing={editing}
          pending={pending}
          isMovable={isOrdered && props.onMove !== undefined}
          onFold={fold}
          acts={acts}
          sameRow={sameRow}
        />
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
            takeFocus();
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
          onClose={forget}
        />
      ) : null}
    </div>
  );
}
