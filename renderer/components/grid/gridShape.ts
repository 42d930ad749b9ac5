/**
 * The grid as a list of lines and columns, and the places in it, by the ids of rows and the keys of columns, so that a
 * place outlives a sort, a filter, an insert and a change from elsewhere. Pure.
 */

/** What stands in a grid from top to bottom. With groups a row may stand in several of them. */
export type GridLine =
  | { readonly kind: 'heading'; readonly group: string }
  | { readonly kind: 'row'; readonly row: string; readonly group: string | null };

/** A cell, or with `row` null the heading of a group, which keeps the column so that the way down leads back to it. */
export interface GridPlace {
  readonly row: string | null;
  readonly group: string | null;
  readonly column: string;
}

/** The grid as it stands. Made once for each change of its lines or columns: it holds the way from ids to indices. */
export interface GridShape {
  readonly lines: readonly GridLine[];
  readonly columns: readonly string[];
  /** The lines that are rows, in order: what `CellRange` counts. */
  readonly rows: readonly { readonly row: string; readonly group: string | null; readonly line: number }[];
  /** By line, the index of the row there, or of the next one below a heading. */
  readonly rowAtLine: readonly number[];
  /** By line, its key: see `lineKey`. */
  readonly keyAtLine: readonly string[];
  readonly lineOf: ReadonlyMap<string, number>;
  readonly firstLineOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly isFilled: (row: string, column: string) => boolean;
}

/** One line has one key, also where a row stands in several groups. */
export const lineKey = ({ row, group }: Pick<GridPlace, 'row' | 'group'>): string =>
  `${group === null ? 'row' : `group ${group}`}\u0000${row === null ? '' : `row ${row}`}`;

export const sameLines = (some: readonly GridLine[], others: readonly GridLine[]): boolean =>
  some.length === others.length &&
  some.every((one, at) => {
    const other = others[at];
    if (one.kind === 'heading' || other?.kind !== 'row') return one.kind === other?.kind && one.group === other.group;
    return one.row === other.row && one.group === other.group;
  });

/** `isFilled` tells where the data ends for Ctrl+arrows; without it every cell counts as filled. */
export function gridShape(
  lines: readonly GridLine[],
  columns: readonly string[],
  isFilled: GridShape['isFilled'] = () => true,
): GridShape {
  const rows: { row: string; group: string | null; line: number }[] = [];
  const rowAtLine: number[] = [];
  const keyAtLine: string[] = [];
  const lineOf = new Map<string, number>();
  const firstLineOf = new Map<string, number>();
  lines.forEach((line, at) => {
    const key = lineKey({ row: line.kind === 'row' ? line.row : null, group: line.group });
    rowAtLine.push(rows.length);
    keyAtLine.push(key);
    lineOf.set(key, at);
    if (line.kind === 'row') {
      rows.push({ row: line.row, group: line.group, line: at });
      if (!firstLineOf.has(line.row)) firstLineOf.set(line.row, at);
    }
  });
  const columnOf = new Map(columns.map((column, at) => [column, at]));
  return { lines, columns, rows, rowAtLine, keyAtLine, lineOf, firstLineOf, columnOf, isFilled };
}

export function placeOnLine(shape: GridShape, at: number, column: string): GridPlace | null {
  const line = shape.lines[at];
  if (!line) return null;
  return { row: line.kind === 'row' ? line.row : null, group: line.group, column };
}

export const lineOfPlace = (shape: GridShape, place: GridPlace): number => shape.lineOf.get(lineKey(place)) ?? -1;

/** The index of a place's row; of the row below where it is a heading. -1 where it is gone. */
export const rowOfPlace = (shape: GridShape, place: GridPlace): number =>
  shape.rowAtLine[lineOfPlace(shape, place)] ?? -1;
