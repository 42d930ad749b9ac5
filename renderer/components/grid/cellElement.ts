import type { GridPlace } from './gridShape.ts';

/** The element of a cell or of a heading, where it is drawn. */
export function cellOf(table: HTMLElement | null, { row, group, column }: GridPlace): HTMLElement | null {
  const within = group === null ? '' : `[data-group="${CSS.escape(group)}"]`;
  const selector =
    row === null
      ? `[data-heading="${CSS.escape(group ?? '')}"]`
      : `[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]${within}`;
  return table?.querySelector<HTMLElement>(selector) ?? null;
}

/** Into view beside what is frozen and below the headings: the style of a cell keeps that margin. */
export function reveal(cell: HTMLElement): void {
  cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}
