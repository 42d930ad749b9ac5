import { type KeyboardEvent, type SyntheticEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AfterEdit, CellEdit } from './EditableCell.tsx';
import { GroupRow } from './GroupRow.tsx';
import { PlanRow, type RowActs } from './PlanRow.tsx';
import styles from './PlanTable.module.css';
import { linesOf, type PlanColumn, type PlanGroup, type PlanItem, type PlanLine } from './planColumns.ts';
import { intentOfKey, type Motion, type PlanCommand, placeAfter } from './planKeys.ts';
import { type OnEdit, useCellEditing } from './useCellEditing.ts';

/** Leads the focus to an action, also to one that has yet to arrive. A new serial leads there again. */
export interface PlaceRequest {
  readonly serial: number;
  readonly actionId: string;
  readonly column?: string | undefined;
  readonly edit?: boolean;
  /** False shows the action without taking the focus: what an address does when a screen opens. */
  readonly focus?: boolean;
}

interface PlanTableProps {
  readonly label: string;
  /** Both must keep their identity while they are the same. */
  readonly columns: readonly PlanColumn[];
  readonly groups: readonly PlanGroup[];
  /** The column in focus at first. */
  readonly startColumn: string;
  /** G, A, R and N rate, except in columns whose letters write. */
  readonly lettersRate: boolean;
  readonly onEdit: OnEdit;
  /** `column` is the one in focus: what opens may depend on it. */
  readonly onCommand: (command: PlanCommand, actionId: string | null, column: string) => void;
  /** The action in focus, for the inspector. */
  readonly onPlace: (actionId: string | null) => void;
  readonly request?: PlaceRequest | null;
  /** What the screen has done, for those who listen: "V2 rated Red". */
  readonly announcement?: string;
}

interface Place {
  readonly line: string;
  readonly column: string;
}

/** The grid of a plan: one tab stop, arrows inside, writing in place. The last and the new plan show it alike. */
export function PlanTable(props: PlanTableProps) {
  const { label, columns, groups, startColumn, lettersRate, onEdit, onCommand, onPlace, request } = props;
  const [place, setPlace] = useState<Place | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [said, announce] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);
  const lastIndex = useRef(0);
  const served = useRef(0);

  const lines = useMemo(() => linesOf(groups, folded), [groups, folded]);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const { editing, pending, begin, commit, restore } = useCellEditing(items, onEdit, announce);
  const index = indexOfPlace(lines, place?.line ?? null, lastIndex.current);
  const line = lines[index] ?? null;
  const columnKey = place?.column ?? startColumn;
  const columnIndex = Math.max(
    0,
    columns.findIndex((column) => column.key === columnKey),
  );
  const activeId = line?.kind === 'item' ? line.item.action.id : null;

  useEffect(() => onPlace(activeId), [activeId, onPlace]);

  useLayoutEffect(() => {
    lastIndex.current = Math.max(0, index);
    // The row in focus can go (rated out of a filter, undone): the focus goes on to the row in its place.
    const lost = hadFocus.current && document.activeElement === document.body;
    if (editing || !line || !(wantsFocus.current || lost)) return;
    wantsFocus.current = false;
    cellOf(table.current, line, columns[columnIndex])?.focus();
  });

  useEffect(() => {
    if (!request || request.serial === served.current) return;
    const group = groups.find((each) => each.items.some(({ action }) => action.id === request.actionId));
    if (!group) return;
    served.current = request.serial;
    const column = request.column ?? startColumn;
    setFolded((all) => new Set([...all].filter((key) => key !== group.key)));
    setPlace({ line: request.actionId, column });
    if (request.edit) begin({ actionId: request.actionId, column });
    else if (request.focus !== false) wantsFocus.current = true;
  }, [request, groups, startColumn, begin]);

  const go = (next: { readonly line: number; readonly column: number }): void => {
    const [to, column] = [lines[next.line], columns[next.column]];
    if (!to || !column || (next.line === index && next.column === columnIndex)) return;
    wantsFocus.current = true;
    setPlace({ line: to.key, column: column.key });
  };
  const move = (motion: Motion): void =>
    go(placeAfter({ line: index, column: columnIndex }, motion, lines.length, columns.length));
  const fold = (key: string): void =>
    setFolded((all) => (all.has(key) ? new Set([...all].filter((each) => each !== key)) : new Set([...all, key])));

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!line || editing) return;
    if (line.kind === 'group' && (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      fold(line.group.key);
      return;
    }
    const column = columns[columnIndex];
    const editable = line.kind === 'item' && (column?.fields?.(line.item).length ?? 0) > 0;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const intent = intentOfKey(
      { key, ctrlKey, metaKey, altKey, shiftKey, isComposing: event.nativeEvent.isComposing },
      { onGroup: line.kind === 'group', editable, lettersRate: lettersRate && column?.lettersWrite !== true },
    );
    if (!intent) return;
    event.preventDefault();
    if (intent.kind === 'move') move(intent.motion);
    else if (intent.kind === 'command') onCommand(intent.command, activeId, columnKey);
    else if (column && activeId) begin({ actionId: activeId, column: column.key, replaceWith: intent.replaceWith });
  };

  const placeOf = (event: SyntheticEvent): Place | null => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    const { line: at, column } = cell?.dataset ?? {};
    return at === undefined ? null : { line: at, column: column ?? columnKey };
  };
  const onFocus = (event: SyntheticEvent): void => {
    hadFocus.current = true;
    const at = placeOf(event);
    if (at && (at.line !== line?.key || at.column !== columnKey)) setPlace(at);
  };
  const onDoubleClick = (event: SyntheticEvent): void => {
    const at = placeOf(event);
    const item = at && items.find(({ action }) => action.id === at.line);
    const column = columns.find(({ key }) => key === at?.column);
    if (!item || !column || editing?.actionId === at.line) return;
    if ((column.fields?.(item).length ?? 0) > 0) begin({ actionId: at.line, column: column.key });
    else onCommand({ kind: 'open' }, at.line, column.key);
  };

  const onCommit = (item: PlanItem, column: PlanColumn, edits: readonly CellEdit[], after: AfterEdit): void => {
    commit(item, column, edits);
    if (after === 'away') return;
    wantsFocus.current = true;
    const step = after === 'next' ? 1 : after === 'back' ? -1 : 0;
    if (step !== 0) go(beside({ line: index, column: columnIndex }, step, lines, columns.length));
  };
  const latest = useRef({ onCommit, restore });
  latest.current = { onCommit, restore };
  const acts = useMemo<RowActs>(
    () => ({
      commit: (...given) => latest.current.onCommit(...given),
      restore: () => {
        wantsFocus.current = true;
        latest.current.restore();
      },
    }),
    [],
  );

  return (
    <>
      <table
        ref={table}
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in and written in is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={(event) => {
          const to = event.relatedTarget;
          if (to !== null && !event.currentTarget.contains(to)) hadFocus.current = false;
        }}
        onDoubleClick={onDoubleClick}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, at) => (
              <th key={column.key} scope="col" aria-colindex={at + 1}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((each, at) =>
            each.kind === 'group' ? (
              <GroupRow
                key={each.key}
                line={each}
                rowIndex={at + 2}
                columns={columns.length}
                isActive={at === index}
                onFold={fold}
              />
            ) : (
              <PlanRow
                key={each.key}
                item={each.item}
                columns={columns}
                rowIndex={at + 2}
                activeColumn={at === index ? (columns[columnIndex]?.key ?? null) : null}
                editing={editing?.actionId === each.key ? editing : null}
                pending={pending.get(each.key) ?? null}
                acts={acts}
              />
            ),
          )}
        </tbody>
      </table>
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {props.announcement ?? ''}
      </div>
    </>
  );
}

/** Where the focus is: its own line, or the action nearest to where a line that is gone was. */
function indexOfPlace(lines: readonly PlanLine[], key: string | null, last: number): number {
  const found = key === null ? -1 : lines.findIndex((line) => line.key === key);
  if (found >= 0) return found;
  const from = Math.min(last, lines.length - 1);
  const after = lines.findIndex((line, at) => at >= from && line.kind === 'item');
  return after >= 0 ? after : lines.findLastIndex((line) => line.kind === 'item');
}

/** The cell after or before, over the ends of rows; headings of groups are passed over. */
function beside(from: { line: number; column: number }, step: 1 | -1, lines: readonly PlanLine[], columns: number) {
  const column = from.column + step;
  if (column >= 0 && column < columns) return { line: from.line, column };
  const isOn = (at: number) => (step > 0 ? at > from.line : at < from.line);
  const to =
    step > 0
      ? lines.findIndex((line, at) => isOn(at) && line.kind === 'item')
      : lines.findLastIndex((line, at) => isOn(at) && line.kind === 'item');
  return to < 0 ? from : { line: to, column: step > 0 ? 0 : columns - 1 };
}

function cellOf(table: HTMLElement | null, line: PlanLine, column: PlanColumn | undefined): HTMLElement | null {
  const cell = `[data-line="${line.key}"]`;
  return (
    table?.querySelector<HTMLElement>(line.kind === 'group' ? cell : `${cell}[data-column="${column?.key}"]`) ?? null
  );
}
