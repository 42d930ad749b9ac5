import { cellLine, cellPadding, type MeasuredRow } from './measured.ts';

/** A stretch of a paragraph; `to` is null where it goes to the end. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

export interface CellStretch extends Stretch {
  readonly paragraph: number;
}

/** How far each cell has been placed: the paragraph and the line that come next. */
export type RowPlace = readonly { readonly paragraph: number; readonly line: number }[];

export const startOf = (row: MeasuredRow): RowPlace => row.cells.map(() => ({ paragraph: 0, line: 0 }));

export const isPlaced = (row: MeasuredRow, place: RowPlace): boolean =>
  place.every(({ paragraph }, index) => paragraph >= (row.cells[index]?.length ?? 0));

interface Taken {
  readonly cells: readonly (readonly CellStretch[])[];
  readonly next: RowPlace;
  readonly height: number;
  readonly lines: number;
}

/** As many lines of every cell as the room holds. */
export function takeLines(row: MeasuredRow, from: RowPlace, room: number): Taken {
  const inner = room - 2 * cellPadding - cellLine;
  let lines = 0;
  let highest = 0;
  const next: { paragraph: number; line: number }[] = [];
  const cells = row.cells.map((paragraphs, index) => {
    let { paragraph, line } = from[index] ?? { paragraph: 0, line: 0 };
    let used = 0;
    const stretches: CellStretch[] = [];
    for (let each = paragraphs[paragraph]; each !== undefined; each = paragraphs[paragraph]) {
      const before = line === 0 ? each.before : 0;
      const left = each.starts.length - line;
      const fit = Math.min(left, Math.floor((inner - used - before + 0.01) / each.lineHeight));
      if (fit <= 0) break;
      lines += fit;
      used += before + fit * each.lineHeight;
      stretches.push({ paragraph, from: each.starts[line] ?? 0, to: each.starts[line + fit] ?? null });
      line += fit;
      if (fit < left) break;
      used += each.after;
      paragraph += 1;
      line = 0;
    }
    next.push({ paragraph, line });
    highest = Math.max(highest, used);
    return stretches;
  });
  return { cells, next, height: highest + 2 * cellPadding + cellLine, lines };
}
