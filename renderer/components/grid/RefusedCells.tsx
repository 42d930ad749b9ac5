import { Dialog } from '../Dialog.tsx';
import styles from './Grid.module.css';
import type { CellProblem } from './writeCells.ts';

interface RefusedCellsProps {
  readonly problems: readonly CellProblem[];
  readonly nameOf: (row: string) => string;
  readonly labelOf: (column: string) => string;
  readonly onClose: () => void;
}

/** The cells that were left as they are, with what should have come there and why it cannot. */
export function RefusedCells({ problems, nameOf, labelOf, onClose }: RefusedCellsProps) {
  return (
    <Dialog
      title={`${problems.length} ${problems.length === 1 ? 'cell was' : 'cells were'} left as they are`}
      size="wide"
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <ul className={styles.refused}>
        {problems.map((each) => (
          <li key={`${each.row} ${each.column} ${each.text}`}>
            <strong>
              {each.row === null ? 'New row' : nameOf(each.row)}, {labelOf(each.column)}
            </strong>
            {each.text === '' ? null : <> “{each.text.slice(0, 120)}”</>}: {each.problem}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
