import type { CSSProperties } from 'react';
import { useReadOnly } from '../../stores/readOnly.ts';
import styles from './Grid.module.css';
import { GridRow, type RowActs } from './GridRow.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import type { GridColumn } from './gridColumns.ts';
import type { GridProps } from './gridProps.ts';
import type { GridPlace, GridShape } from './gridShape.ts';
import type { CellRange } from './selection.ts';
import type { useArrangement } from './useArrangement.ts';
import type { DrawnLine } from './useDrawnLines.ts';
import type { Editing, PendingTexts } from './useGridEditing.ts';

interface GridBodyProps<Row> extends Pick<GridProps<Row>, 'nameOf' | 'view'> {
  readonly shape: GridShape;
  readonly groups: ReturnType<typeof useArrangement<Row>>['groups'];
  readonly byId: ReadonlyMap<string, Row>;
  readonly columns: readonly GridColumn<Row>[];
  readonly places: readonly (CSSProperties | undefined)[];
  readonly drawn: readonly DrawnLine[];
  /** Of all lines together, in pixels; 0 where all are drawn. */
  readonly height: number;
  readonly focus: GridPlace | null;
  readonly focusLine: number;
  readonly range: CellRange | null;
  /** The cells that the handle would fill. */
  readonly filling: CellRange | null;
  readonly editing: Editing | null;
  readonly pending: PendingTexts;
  readonly isMovable: boolean;
  readonly onFold: (group: string) => void;
  readonly acts: RowActs<Row>;
  readonly sameRow: (one: Row, other: Row) => boolean;
}

/** The lines that are drawn, with room for those that are not. */
export function GridBody<Row>(grid: GridBodyProps<Row>) {
  const { shape, groups, byId, columns, drawn, height, focus, focusLine, range, filling, editing, acts } = grid;
  const readOnly = useReadOnly();
  let drawnTo = 0;
  const lines = drawn.flatMap(({ index, start, end }) => {
    const line = shape.lines[index];
    if (!line) return [];
    const gap = start - drawnTo;
    drawnTo = end;
    const before = gap > 0.5 ? [<Gap key={`gap ${index}`} height={gap} columns={columns.length} />] : [];
    if (line.kind === 'heading') {
      const group = groups.get(line.group);
      return [
        ...before,
        <GroupHeading
          key={`heading ${line.group}`}
          group={line.group}
          title={group?.title ?? ''}
          summary={group?.summary ?? ''}
          open={!grid.view.folded.includes(line.group)}
          line={index}
          rowIndex={index + 2}
          columns={columns.length}
          isFocused={index === focusLine}
          onFold={grid.onFold}
          measure={acts.measure}
        />,
      ];
    }
    const row = byId.get(line.row);
    if (!row) return before;
    const at = shape.rowAtLine[index] ?? -1;
    // What the handle would fill goes before what is selected.
    const marked = [filling, range].find((each) => each !== null && at >= each.top && at <= each.bottom);
    const isEdited = editing?.row === line.row && editing.group === line.group;
    return [
      ...before,
      <GridRow
        key={shape.keyAtLine[index]}
        row={row}
        id={line.row}
        name={grid.nameOf(row)}
        group={line.group}
        columns={columns}
        places={grid.places}
        line={index}
        rowIndex={index + 2}
        focused={index === focusLine ? (focus?.column ?? null) : null}
        left={marked?.left ?? null}
        right={marked?.right ?? null}
        handle={range !== null && at === range.bottom && !readOnly}
        editing={isEdited ? editing : null}
        pending={grid.pending.get(line.row) ?? null}
        isMovable={grid.isMovable}
        acts={acts}
        sameRow={grid.sameRow}
      />,
    ];
  });
  const rest = height - drawnTo;
  return (
    <tbody>
      {lines}
      {rest > 0.5 ? <Gap height={rest} columns={columns.length} /> : null}
    </tbody>
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
