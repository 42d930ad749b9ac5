import { type CSSProperties, memo, type ReactElement } from 'react';
import { type AfterEdit, CellEditor } from './CellEditor.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import styles from './Grid.module.css';
import type { GridColumn } from './gridColumns.ts';
import type { CellEdit, Editing } from './useGridEditing.ts';

/** What a row does for the grid; the same functions all the while, so that no row is drawn again for them. */
export interface RowActs<Row> {
  readonly commit: (
    row: Row,
    group: string | null,
    column: GridColumn<Row>,
    edits: readonly CellEdit[],
    after: AfterEdit,
  ) => void;
  readonly restore: () => void;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

export interface GridRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
  readonly columns: readonly GridColumn<Row>[];
  /** Sticky places of the frozen columns; the others have none. */
  readonly places: readonly (CSSProperties | undefined)[];
  /** The line of the grid, from 0. */
  readonly line: number;
  readonly rowIndex: number;
  /** The column in focus, where this row is the one; the whole row is tinted by it. */
  readonly focused: string | null;
  /** Selected columns of this row, where more than the cell in focus is selected. */
  readonly left: number | null;
  readonly right: number | null;
  /** The last selected cell of all carries the handle that fills. */
  readonly handle: boolean;
  readonly editing: Editing | null;
  /** Texts on their way to the disk, by field; null when there are none for this row. */
  readonly pending: ReadonlyMap<string, string> | null;
  readonly isMovable: boolean;
  readonly acts: RowActs<Row>;
  readonly sameRow: (one: Row, other: Row) => boolean;
}

/** One row. Drawn again only when itself, its selection or its editing changed, so that thousands of them stay quick. */
export const GridRow = memo(drawRow, same) as <Row>(props: GridRowProps<Row>) => ReactElement;

function drawRow<Row>(props: GridRowProps<Row>) {
  const { row, id, name, group, columns, places, focused, left, right, handle, editing, pending, acts } = props;
  return (
    <tr
      ref={acts.measure}
      className={styles.row}
      aria-rowindex={props.rowIndex}
      data-index={props.line}
      data-active={focused === null ? undefined : ''}
    >
      {columns.map((column, index) => {
        const isFocused = column.key === focused;
        const isEdited = editing?.column === column.key;
        const isSelected = left !== null && right !== null && index >= left && index <= right;
        const fields = column.fields?.(row) ?? [];
        const textOf = (key: string): string =>
          pending?.get(key) ?? fields.find((field) => field.key === key)?.text ?? '';
        return (
          <td
            key={column.key}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid take the focus
            role="gridcell"
            tabIndex={isFocused && !isEdited ? 0 : -1}
            aria-colindex={index + 1}
            aria-selected={isSelected || isFocused}
            aria-readonly={fields.length === 0 || !column.read}
            className={column.className}
            style={places[index]}
            data-row={id}
            data-group={group ?? undefined}
            data-column={column.key}
            data-active={isFocused ? '' : undefined}
            data-selected={isSelected ? '' : undefined}
            data-frozen={places[index] ? '' : undefined}
            data-editing={isEdited ? '' : undefined}
          >
            {isEdited && editing ? (
              drawEditor(props, column, fields, editing)
            ) : (
              <div className={styles.content}>
                {column.render?.(row, textOf) ?? (fields[0] ? textOf(fields[0].key) : column.text(row))}
              </div>
            )}
            {handle && index === right && !editing ? (
              <span className={styles.handle} data-handle="" aria-hidden="true" />
            ) : null}
            {index === 0 && props.isMovable && !isEdited ? (
              <span className={styles.grip} data-grip="" aria-hidden="true" title={`Drag to move ${name}`}>
                ⠿
              </span>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

function drawEditor<Row>(
  { row, group, name, acts }: GridRowProps<Row>,
  column: GridColumn<Row>,
  fields: ReturnType<NonNullable<GridColumn<Row>['fields']>>,
  editing: Editing,
) {
  const onCommit = (edits: readonly CellEdit[], after: AfterEdit) => acts.commit(row, group, column, edits, after);
  const [first] = fields;
  if (column.choices && first)
    return (
      <ChoiceEditor
        key={editing.serial}
        field={first}
        choices={column.choices}
        several={column.several ?? false}
        typed={editing.texts.get(first.key) ?? ''}
        name={name}
        onCommit={onCommit}
        onRestore={acts.restore}
      />
    );
  return (
    <CellEditor
      key={editing.serial}
      fields={fields}
      startsAt={editing.startsAt ?? column.startsAt?.(row) ?? 0}
      texts={editing.texts}
      composing={editing.composing}
      problem={editing.problem}
      name={name}
      onCommit={onCommit}
      onRestore={acts.restore}
    />
  );
}

function same<Row>(one: GridRowProps<Row>, other: GridRowProps<Row>): boolean {
  return (
    (one.row === other.row || one.sameRow(one.row, other.row)) &&
    one.name === other.name &&
    one.group === other.group &&
    one.columns === other.columns &&
    one.places === other.places &&
    one.line === other.line &&
    one.rowIndex === other.rowIndex &&
    one.focused === other.focused &&
    one.left === other.left &&
    one.right === other.right &&
    one.handle === other.handle &&
    one.editing === other.editing &&
    one.pending === other.pending &&
    one.isMovable === other.isMovable &&
    one.acts === other.acts
  );
}
