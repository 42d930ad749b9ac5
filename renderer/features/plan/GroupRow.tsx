import { memo } from 'react';
import styles from './PlanTable.module.css';
import type { PlanLine } from './planColumns.ts';

interface GroupRowProps {
  readonly line: Extract<PlanLine, { readonly kind: 'group' }>;
  readonly rowIndex: number;
  readonly columns: number;
  readonly isActive: boolean;
  readonly onFold: (key: string) => void;
}

/** The heading of a theme with its counts; Enter or a click folds it. */
export const GroupRow = memo(
  function GroupRow({ line, rowIndex, columns, isActive, onFold }: GroupRowProps) {
    const { group, open } = line;
    return (
      <tr className={styles.group} aria-rowindex={rowIndex}>
        <td
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid take the focus
          role="gridcell"
          colSpan={columns}
          aria-colindex={1}
          aria-colspan={columns}
          aria-expanded={open}
          tabIndex={isActive ? 0 : -1}
          data-line={line.key}
        >
          {/* The cell takes the focus and the keys; the button is for the pointer. */}
          <button
            type="button"
            className={styles.fold}
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => onFold(group.key)}
          >
            {open ? '▾' : '▸'}
          </button>
          {group.title} <small>{group.summary}</small>
        </td>
      </tr>
    );
  },
  (a, b) =>
    a.line.group === b.line.group &&
    a.line.open === b.line.open &&
    a.rowIndex === b.rowIndex &&
    a.columns === b.columns &&
    a.isActive === b.isActive,
);
