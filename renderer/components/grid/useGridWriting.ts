import { useRef, useState } from 'react';
import { newestStep, undoOfStep } from '../../actions/undoStep.ts';
import { notify } from '../../stores/notices.ts';
import type { GridChangeKind, OnGridChange } from './gridColumns.ts';
import type { GridShape } from './gridShape.ts';
import { type CellRange, type GridSelection, isSameSelection, selectionOfRange } from './selection.ts';
import type { CellProblem, CellsWritten } from './writeCells.ts';

interface WrittenGrid {
  readonly shape: GridShape;
  readonly selection: GridSelection | null;
  readonly onChange: OnGridChange;
  readonly select: (selection: GridSelection) => void;
  readonly announce: (text: string) => void;
}

/** Saves what was pasted, filled or cleared as one step, says so, and keeps the cells that could not take their text. */
export function useGridWriting({ shape, selection, onChange, select, announce }: WrittenGrid) {
  const here = useRef(selection);
  here.current = selection;
  const [refused, setRefused] = useState<readonly CellProblem[]>([]);
  const write = async (
    result: CellsWritten & { readonly sentence: string; readonly range?: CellRange | null },
    kind: GridChangeKind,
  ): Promise<void> => {
    const changes = [...result.changes, ...result.added.map((fields) => ({ rowId: null, fields }))];
    const problem = result.problems.length > 0;
    const before = newestStep();
    const from = here.current;
    if (changes.length > 0) {
      const written = await onChange(changes, kind);
      if (!written.ok) return;
      const next = result.range && result.added.length === 0 ? selectionOfRange(shape, result.range) : null;
      // Who has gone on to another cell before the answer came stays there, and so does the keyboard.
      if (next && isSameSelection(here.current, from)) select(next);
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
  return { write, refused, forget: () => setRefused([]) };
}
