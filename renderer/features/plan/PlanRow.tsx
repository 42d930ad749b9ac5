import { memo } from 'react';
import { type AfterEdit, type CellEdit, EditableCell } from './EditableCell.tsx';
import styles from './PlanTable.module.css';
import { nameOfAction, type PlanColumn, type PlanItem } from './planColumns.ts';

export interface Editing {
  readonly actionId: string;
  readonly column: string;
  readonly replaceWith: string | null;
  /** The field that the text to begin with belongs to, where it is not the column's first. */
  readonly startsAt: number | null;
  readonly problem: string | null;
  /** A new number begins the writing anew. */
  readonly serial: number;
}

export interface RowActs {
  readonly commit: (item: PlanItem, column: PlanColumn, edits: readonly CellEdit[], after: AfterEdit) => void;
  readonly restore: () => void;
}

interface PlanRowProps {
  readonly item: PlanItem;
  readonly columns: readonly PlanColumn[];
  readonly rowIndex: number;
  /** The column in focus, where this row is the one; the whole row is tinted by it. */
  readonly activeColumn: string | null;
  readonly editing: Editing | null;
  /** Texts on their way to the disk, by field; null when there are none for this row. */
  readonly pending: ReadonlyMap<string, string> | null;
  readonly acts: RowActs;
}

/** One action. Drawn again only when its own rows, its focus or its editing changed, so 300 of them stay quick. */
export const PlanRow = memo(function PlanRow(props: PlanRowProps) {
  const { item, columns, rowIndex, activeColumn, editing, pending, acts } = props;
  return (
    <tr
      className={styles.row}
      aria-rowindex={rowIndex}
      aria-selected={activeColumn !== null}
      data-active={activeColumn === null ? undefined : ''}
    >
      {columns.map((column, index) => {
        const isActive = column.key === activeColumn;
        const isEdited = editing?.column === column.key;
        const fields = column.fields?.(item) ?? [];
        const textOf = (key: string): string =>
          pending?.get(key) ?? fields.find((field) => field.key === key)?.text ?? '';
        return (
          <td
            key={column.key}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid take the focus
            role="gridcell"
            tabIndex={isActive && !isEdited ? 0 : -1}
            aria-colindex={index + 1}
            aria-readonly={fields.length === 0}
            className={column.className}
            data-line={item.action.id}
            data-column={column.key}
            data-active={isActive ? '' : undefined}
            data-editing={isEdited ? '' : undefined}
          >
            {isEdited ? (
              <EditableCell
                key={editing.serial}
                fields={fields}
                startsAt={editing.startsAt ?? column.startsAt?.(item) ?? 0}
                replaceWith={editing.replaceWith}
                problem={editing.problem}
                name={nameOfAction(item.action)}
                onCommit={(edits, after) => acts.commit(item, column, edits, after)}
                onRestore={acts.restore}
              />
            ) : (
              (column.render?.(item, textOf) ?? textOf(fields[0]?.key ?? ''))
            )}
          </td>
        );
      })}
    </tr>
  );
}, sameRow);

function sameRow(a: PlanRowProps, b: PlanRowProps): boolean {
  return (
    a.item.action === b.item.action &&
    a.item.current === b.item.current &&
    a.item.previous === b.item.previous &&
    a.item.note === b.item.note &&
    a.columns === b.columns &&
    a.rowIndex === b.rowIndex &&
    a.activeColumn === b.activeColumn &&
    a.editing === b.editing &&
    a.pending === b.pending &&
    a.acts === b.acts
  );
}
