import { memo } from 'react';
import { Icon } from '../Icon.tsx';
import styles from './Grid.module.css';

interface GroupHeadingProps {
  readonly group: string;
  readonly title: string;
  readonly summary: string;
  readonly open: boolean;
  readonly line: number;
  readonly rowIndex: number;
  readonly columns: number;
  readonly isFocused: boolean;
  readonly onFold: (group: string) => void;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

/** The heading of a group with its subtotals; Enter, the arrows or a click fold it. */
export const GroupHeading = memo(function GroupHeading(props: GroupHeadingProps) {
  const { group, title, summary, open, columns, isFocused, onFold } = props;
  return (
    <tr ref={props.measure} className={styles.group} aria-rowindex={props.rowIndex} data-index={props.line}>
      <td
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid take the focus
        role="gridcell"
        colSpan={columns}
        aria-colindex={1}
        aria-colspan={columns}
        aria-expanded={open}
        tabIndex={isFocused ? 0 : -1}
        data-heading={group}
      >
        <span className={styles.groupTitle}>
          {/* The cell takes the focus and the keys; the button is for the pointer. */}
          <button type="button" className={styles.fold} tabIndex={-1} aria-hidden="true" onClick={() => onFold(group)}>
            <Icon name={open ? 'down' : 'right'} />
          </button>
          {title} <small>{summary}</small>
        </span>
      </td>
    </tr>
  );
});
