import { type ClipboardEvent, useState } from 'react';
import { notify } from '../../stores/notices.ts';
import { copiedBlock } from './clipboardBlock.ts';
import { htmlOfBlock } from './clipboardHtml.ts';
import { textOfBlock } from './clipboardText.ts';
import { cutCells } from './fillCells.ts';
import type { GridChangeKind } from './gridColumns.ts';
import { type Paste, type PasteResult, pasteBlock } from './pasteBlock.ts';
import { readClipboard } from './readClipboard.ts';
import { type CellRange, cellCount } from './selection.ts';
import type { CellsWritten, GridCells } from './writeCells.ts';

interface GridClipboard<Row> {
  readonly cells: GridCells<Row>;
  readonly range: CellRange | null;
  readonly isEditing: boolean;
  /** Rows below the last one can become new rows. */
  readonly canAdd: boolean;
  readonly announce: (text: string) => void;
  readonly write: (
    result: CellsWritten & { readonly sentence: string; readonly range?: CellRange | null },
    kind: GridChangeKind,
  ) => Promise<void>;
}

/** A paste that reaches beyond the last row: whether rows are added is asked first. */
export interface WaitingPaste {
  readonly rows: number;
  readonly carryOut: (overflow: Paste['overflow']) => void;
  readonly leave: () => void;
}

/** Copy, cut and paste through the browser's own events, as text and as html. */
export function useGridClipboard<Row>(grid: GridClipboard<Row>) {
  const { cells, range, isEditing, canAdd, announce, write } = grid;
  const [waiting, setWaiting] = useState<WaitingPaste | null>(null);

  const copy = (event: ClipboardEvent): boolean => {
    if (isEditing || !range) return false;
    const block = copiedBlock(
      cells.rows.slice(range.top, range.bottom + 1),
      cells.columns.slice(range.left, range.right + 1),
    );
    event.clipboardData.setData('text/plain', textOfBlock(block));
    event.clipboardData.setData('text/html', htmlOfBlock(block));
    event.preventDefault();
    return true;
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (copy(event) && range) announce(`Copied ${said(cellCount(range))}`);
  };
  const onCut = (event: ClipboardEvent): void => {
    if (copy(event) && range) void write(cutCells(cells, range), 'cut');
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (isEditing || !range) return;
    event.preventDefault();
    const { clipboardData } = event;
    const read = readClipboard({ html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') });
    if (read.kind === 'too-large') {
      notify({ kind: 'problem', message: read.message });
      return;
    }
    if (read.kind === 'empty') {
      notify({ kind: 'problem', message: 'The clipboard holds no text. Copy the cells again, then paste.' });
      return;
    }
    const { block, leftOut } = read;
    const pasted = (overflow: Paste['overflow']): PasteResult => pasteBlock(cells, { block, range, overflow, leftOut });
    const clipped = pasted('clip');
    if (clipped.clipped.rows === 0 || !canAdd) {
      void write(clipped, 'paste');
      return;
    }
    setWaiting({
      rows: clipped.clipped.rows,
      carryOut: (overflow) => {
        setWaiting(null);
        void write(pasted(overflow), 'paste');
      },
      leave: () => setWaiting(null),
    });
  };
  return { onCopy, onCut, onPaste, waiting };
}

const said = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`;
