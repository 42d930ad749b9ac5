import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { GridLine } from './gridShape.ts';

/** So many lines are drawn whole: the browser then finds and prints all of them. Beyond it only those in view are. */
const drawnWhole = 120;
/** Heights until a line is measured. */
const guessed = { heading: 35, wrapped: 76, flat: 38 } as const;

/** A line that is drawn, with its distance from the top where not all of them are. */
export interface DrawnLine {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

interface Lines {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: readonly GridLine[];
  readonly keyAtLine: readonly string[];
  readonly focusLine: number;
  readonly wrap: boolean;
}

/** Which lines are drawn, how tall all of them are together (0 where all are drawn), and what measures one. */
export function useDrawnLines({ scroller, lines, keyAtLine, focusLine, wrap }: Lines) {
  const isVirtual = lines.length > drawnWhole;
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: isVirtual ? lines.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      lines[index]?.kind === 'heading' ? guessed.heading : wrap ? guessed.wrapped : guessed.flat,
    // Asked for every line beyond one that was measured.
    getItemKey: useCallback((index: number) => keyAtLine[index] ?? index, [keyAtLine]),
    overscan: 8,
    // The line in focus is always there, so that the keyboard has it wherever one has scrolled.
    rangeExtractor: useCallback(
      ({
        startIndex,
        endIndex,
        overscan,
        count,
      }: {
        startIndex: number;
        endIndex: number;
        overscan: number;
        count: number;
      }) => {
        const from = Math.max(0, startIndex - overscan);
        const to = Math.min(count - 1, endIndex + overscan);
        const drawn = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
        const outside = focusLine >= 0 && focusLine < count && (focusLine < from || focusLine > to);
        return outside ? [...drawn, focusLine].toSorted((one, other) => one - other) : drawn;
      },
      [focusLine],
    ),
  });
  const drawn: readonly DrawnLine[] = isVirtual
    ? virtual.getVirtualItems()
    : lines.map((_, index) => ({ index, start: 0, end: 0 }));
  const { measureElement } = virtual;
  return {
    drawn,
    height: isVirtual ? virtual.getTotalSize() : 0,
    measure: isVirtual ? measureElement : noMeasure,
  };
}

const noMeasure = (): void => undefined;
