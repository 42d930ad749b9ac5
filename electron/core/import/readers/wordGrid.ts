import type { WordCell, WordTable } from './wordModel.ts';

/** A cell with the columns that it covers, both ends included. */
export type PlacedWordCell = { readonly cell: WordCell; readonly left: number; readonly right: number };

/** Edges of cells nearer to each other than this, in twentieths of a point, were meant to be one: 4 mm. */
const nearEdges = 227;

/**
 * Gives every cell its columns. Word lets each row have edges of its own, and a border that someone dragged leaves a
 * hair's breadth between edges that were one; so edges that nearly meet become one, columns that no cell begins or
 * ends at are left out, and rows of equally many cells stand under each other.
 */
export function placeCells(table: WordTable): readonly (readonly PlacedWordCell[])[] {
  const rows = table.rows.map((row) => {
    let left = row.before;
    return row.cells.map((cell): PlacedWordCell => {
      const placed = { cell, left, right: left + cell.span };
      left += cell.span;
      return placed;
    });
  });
  const width = Math.max(0, ...rows.map((row) => row.at(-1)?.right ?? 0));
  const edges = edgePositions(table.widths, width);
  const snapped = renumber(rows, snapEdges(rows, edges));
  const placed = isRagged(snapped) ? (alignRows(rows, edges) ?? snapped) : snapped;
  return placed.map((row) => row.map(({ cell, left, right }) => ({ cell, left, right: right - 1 })));
}

// Within this file `right` is the edge after the last column; only what is handed out includes both ends.

function edgePositions(widths: readonly number[], width: number): readonly number[] {
  const known = widths.length >= width && widths.slice(0, width).every((one) => one > 0);
  const positions = [0];
  for (let column = 0; column < width; column += 1)
    positions.push((positions[column] ?? 0) + (known ? (widths[column] ?? 0) : nearEdges * 10));
  return positions;
}

type Rows = readonly (readonly PlacedWordCell[])[];

/** For every edge of the grid the one that stands for it. */
function snapEdges(rows: Rows, positions: readonly number[]): readonly number[] {
  const used = new Set(rows.flatMap((row) => row.flatMap(({ left, right }) => [left, right])));
  const standing: number[] = [];
  let group = 0;
  positions.forEach((position, edge) => {
    if (!used.has(edge)) {
      standing.push(group);
      return;
    }
    if (edge === 0 || position - (positions[group] ?? 0) >= nearEdges) group = edge;
    standing.push(group);
  });
  // A narrow cell with words in it is a column of its own, so nothing may be drawn together there.
  const collapses = rows.some((row) => row.some(({ left, right }) => standing[left] === standing[right]));
  return collapses ? positions.map((_, edge) => edge) : standing;
}

/** Numbers the columns anew by the edges that cells really have. */
function renumber(rows: Rows, standing: readonly number[]): Rows {
  const used = [
    ...new Set(rows.flatMap((row) => row.flatMap(({ left, right }) => [standing[left] ?? 0, standing[right] ?? 0]))),
  ].sort((one, other) => one - other);
  const numbers = new Map(used.map((edge, index) => [edge, index]));
  const number = (edge: number): number => numbers.get(standing[edge] ?? 0) ?? 0;
  return rows.map((row) => row.map(({ cell, left, right }) => ({ cell, left: number(left), right: number(right) })));
}

/** Whether rows of equally many cells have their edges at different places. */
function isRagged(rows: Rows): boolean {
  const shapes = new Map<number, string>();
  return rows.some((row) => {
    if (row.length < 2) return false;
    const shape = row.map(({ left, right }) => `${left}-${right}`).join();
    const known = shapes.get(row.length);
    shapes.set(row.length, known ?? shape);
    return known !== undefined && known !== shape;
  });
}

/** Puts cells under those of the rows of the most frequent length; undefined where that would lay two on one column. */
function alignRows(rows: Rows, positions: readonly number[]): Rows | undefined {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const usual = [...counts].sort(([one, often], [other, otherOften]) => otherOften - often || other - one)[0]?.[0];
  if (usual === undefined) return undefined;
  const models = rows.filter((row) => row.length === usual);
  const at = (edge: number): number => positions[edge] ?? 0;
  const edges = Array.from({ length: usual + 1 }, (_, column) =>
    median(models.map((row) => at(column < usual ? (row[column]?.left ?? 0) : (row[usual - 1]?.right ?? 0)))),
  );
  let failed = false;
  const aligned = rows.map((row) => {
    if (row.length >= usual) return row.map(({ cell }, index) => ({ cell, left: index, right: index + 1 }));
    let free = 0;
    return row.map(({ cell, left, right }) => {
      const from = Math.max(free, nearest(edges.slice(0, usual), at(left)));
      const to = Math.max(from + 1, nearest(edges, at(right)));
      if (from >= usual) failed = true;
      free = to;
      return { cell, left: from, right: to };
    });
  });
  return failed ? undefined : aligned;
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

function nearest(edges: readonly number[], position: number): number {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - position) < Math.abs((edges[best] ?? 0) - position)) best = index;
  });
  return best;
}
