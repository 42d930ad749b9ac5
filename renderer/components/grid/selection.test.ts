import fc from 'fast-check';
import { expect, it } from 'vitest';
import { motions } from './gridKeyTable.ts';
import { cellAfter, placeAfter, placeBeside } from './gridMotion.ts';
import { type GridLine, type GridPlace, type GridShape, gridShape } from './gridShape.ts';
import {
  type CellRange,
  cellCount,
  collapsed,
  extended,
  extendedTo,
  type GridSelection,
  keptSelection,
  moved,
  oneCell,
  rangeOf,
  selectedWhole,
  selectionOfRange,
  startOf,
} from './selection.ts';

const row = (id: string, group: string | null = null): GridLine => ({ kind: 'row', row: id, group });
const heading = (group: string): GridLine => ({ kind: 'heading', group });
const columns = ['ref', 'text', 'lead', 'due'];
const rows = (...ids: readonly string[]): readonly GridLine[] => ids.map((id) => row(id));
const plain = gridShape(rows('a', 'b', 'c', 'd', 'e'), columns);
/** `b` stands in both groups. */
const grouped = gridShape(
  [heading('V'), row('a', 'V'), row('b', 'V'), heading('R'), row('b', 'R'), row('c', 'R')],
  columns,
);
const at = (id: string | null, column: string, group: string | null = null): GridPlace => ({ row: id, group, column });
const select = (anchor: GridPlace, focus: GridPlace): GridSelection => ({ anchor, focus, span: 'cells' });
const page = 3;

it('moves by cells, to the ends of a row and by the rows of a screen', () => {
  const from = at('c', 'text');
  expect(placeAfter(plain, from, 'up', page)).toEqual(at('b', 'text'));
  expect(placeAfter(plain, from, 'right', page)).toEqual(at('c', 'lead'));
  expect(placeAfter(plain, from, 'row-end', page)).toEqual(at('c', 'due'));
  expect(placeAfter(plain, from, 'page-down', page)).toEqual(at('e', 'text'));
  expect(placeAfter(plain, at('e', 'due'), 'page-up', page)).toEqual(at('b', 'due'));
  expect(placeAfter(plain, at('b', 'due'), 'page-up', page)).toEqual(at('a', 'due'));
  expect(placeAfter(plain, from, 'grid-start', page)).toEqual(at('a', 'ref'));
  expect(placeAfter(plain, from, 'grid-end', page)).toEqual(at('e', 'due'));
});

it('goes with Ctrl to the edge of the filled cells, and from there to the next ones', () => {
  const empty = new Set(['c', 'd']);
  const shape = gridShape(rows('a', 'b', 'c', 'd', 'e'), columns, (id) => !empty.has(id));
  const down = (id: string) => placeAfter(shape, at(id, 'ref'), 'edge-down', page).row;
  expect([down('a'), down('b'), down('c'), down('e')]).toEqual(['b', 'e', 'e', 'e']);
  const up = (id: string) => placeAfter(shape, at(id, 'ref'), 'edge-up', page).row;
  expect([up('e'), up('d'), up('b'), up('a')]).toEqual(['b', 'b', 'a', 'a']);
  const sparse = gridShape(rows('a'), columns, (_, column) => column === 'lead');
  expect(placeAfter(sparse, at('a', 'ref'), 'edge-right', page).column).toBe('lead');
  expect(placeAfter(sparse, at('a', 'lead'), 'edge-right', page).column).toBe('due');
  expect(placeAfter(sparse, at('a', 'lead'), 'edge-left', page).column).toBe('ref');
  expect(placeAfter(plain, at('b', 'ref'), 'edge-down', page).row).toBe('e');
});

it('stops on headings with up and down, and keeps its column over them', () => {
  const onHeading = placeAfter(grouped, at('b', 'lead', 'V'), 'down', page);
  expect(onHeading).toEqual(at(null, 'lead', 'R'));
  expect(placeAfter(grouped, onHeading, 'down', page)).toEqual(at('b', 'lead', 'R'));
  expect(placeAfter(grouped, onHeading, 'up', page)).toEqual(at('b', 'lead', 'V'));
  expect(placeAfter(grouped, at('a', 'ref', 'V'), 'up', page)).toEqual(at(null, 'ref', 'V'));
});

it('passes headings over with every other motion, and when it selects', () => {
  expect(placeAfter(grouped, at('a', 'ref', 'V'), 'page-down', 2)).toEqual(at('b', 'ref', 'R'));
  expect(placeAfter(grouped, at(null, 'ref', 'R'), 'page-down', 1)).toEqual(at('b', 'ref', 'R'));
  expect(placeAfter(grouped, at('c', 'ref', 'R'), 'edge-up', page)).toEqual(at('a', 'ref', 'V'));
  const selection = extended(grouped, oneCell(at('b', 'ref', 'V')), 'down', page);
  expect(selection.focus).toEqual(at('b', 'ref', 'R'));
  expect(rangeOf(grouped, selection)).toEqual({ top: 1, bottom: 2, left: 0, right: 0 });
});

it('selects nothing with the focus on a heading, and begins at the cell that is reached from it', () => {
  const onHeading = oneCell(at(null, 'ref', 'R'));
  expect(rangeOf(grouped, onHeading)).toBeNull();
  expect(extended(grouped, onHeading, 'down', page)).toEqual(oneCell(at('b', 'ref', 'R')));
  expect(extendedTo(oneCell(at('a', 'ref', 'V')), at(null, 'ref', 'R'))).toEqual(oneCell(at('a', 'ref', 'V')));
});

it('tells the two places of a row that stands in two groups apart', () => {
  expect(rangeOf(grouped, oneCell(at('b', 'ref', 'V')))?.top).toBe(1);
  expect(rangeOf(grouped, oneCell(at('b', 'ref', 'R')))?.top).toBe(2);
});

it('goes from cell to cell over the ends of rows, for Tab while writing', () => {
  expect(placeBeside(plain, at('a', 'text'), 1)).toEqual(at('a', 'lead'));
  expect(placeBeside(plain, at('a', 'due'), 1)).toEqual(at('b', 'ref'));
  expect(placeBeside(plain, at('b', 'ref'), -1)).toEqual(at('a', 'due'));
  expect(placeBeside(plain, at('e', 'due'), 1)).toEqual(at('e', 'due'));
  expect(placeBeside(grouped, at('b', 'due', 'V'), 1)).toEqual(at('b', 'ref', 'R'));
});

it('selects rows, columns and everything, and goes on selecting rows as rows', () => {
  const one = oneCell(at('b', 'text'));
  const wholeRow = selectedWhole(one, 'rows');
  expect(rangeOf(plain, wholeRow)).toEqual({ top: 1, bottom: 1, left: 0, right: 3 });
  expect(rangeOf(plain, extended(plain, wholeRow, 'down', page))).toEqual({ top: 1, bottom: 2, left: 0, right: 3 });
  const wholeColumn = selectedWhole(one, 'columns');
  expect(rangeOf(plain, wholeColumn)).toEqual({ top: 0, bottom: 4, left: 1, right: 1 });
  expect(rangeOf(plain, extended(plain, wholeColumn, 'right', page))).toEqual({ top: 0, bottom: 4, left: 1, right: 2 });
  const everything = { top: 0, bottom: 4, left: 0, right: 3 };
  expect(rangeOf(plain, selectedWhole(one, 'all'))).toEqual(everything);
  expect(rangeOf(plain, selectedWhole(wholeRow, 'columns'))).toEqual(everything);
  expect(selectedWhole(one, 'rows').focus).toEqual(one.focus);
});

it('has no place in an empty grid, and a heading where all groups are folded', () => {
  expect(startOf(gridShape([], columns))).toBeNull();
  expect(startOf(gridShape(rows('a'), []))).toBeNull();
  expect(startOf(gridShape([heading('V'), heading('R')], columns), 'lead')).toEqual(oneCell(at(null, 'lead', 'V')));
  expect(startOf(grouped, 'lead')).toEqual(oneCell(at('a', 'lead', 'V')));
  expect(startOf(grouped, 'gone')).toEqual(oneCell(at('a', 'ref', 'V')));
});

it('gives the focus of a row that is gone to the nearest that followed it, else to the one before', () => {
  const kept = (id: string, ...left: readonly string[]) =>
    keptSelection(oneCell(at(id, 'text')), gridShape(rows(...left), columns), plain);
  expect(kept('c', 'a', 'b', 'd', 'e')).toEqual(oneCell(at('d', 'text')));
  expect(kept('c', 'a', 'e')).toEqual(oneCell(at('e', 'text')));
  expect(kept('e', 'a', 'b')).toEqual(oneCell(at('b', 'text')));
  expect(kept('c', 'new')).toEqual(oneCell(at('new', 'text')));
  expect(kept('c')).toBeNull();
});

it('takes three selected rows that are binned together to the one that followed them', () => {
  const three = select(at('b', 'ref'), at('d', 'due'));
  expect(keptSelection(three, gridShape(rows('a', 'e'), columns), plain)?.focus).toEqual(at('e', 'due'));
});

it('gives the focus of a column that is hidden to the next one, else to the one before', () => {
  const without = (...keys: readonly string[]) =>
    keptSelection(oneCell(at('a', 'lead')), gridShape(plain.lines, keys), plain)?.focus.column;
  expect(without('ref', 'text', 'due')).toBe('due');
  expect(without('ref', 'text')).toBe('text');
});

it('keeps the focus on its row when the rows are grouped, and on its heading when they are folded', () => {
  expect(keptSelection(oneCell(at('b', 'ref')), grouped, plain)?.focus).toEqual(at('b', 'ref', 'V'));
  expect(keptSelection(oneCell(at('b', 'ref', 'R')), plain, grouped)?.focus).toEqual(at('b', 'ref'));
  const folded = gridShape([heading('V'), heading('R'), row('b', 'R'), row('c', 'R')], columns);
  expect(keptSelection(oneCell(at(null, 'ref', 'V')), folded, grouped)?.focus).toEqual(at(null, 'ref', 'V'));
});

it('keeps a selection while it covers the same rows, and only its focus when a sort has drawn it apart', () => {
  const two = select(at('b', 'ref'), at('c', 'text'));
  const next = (...ids: readonly string[]) => keptSelection(two, gridShape(rows(...ids), columns), plain);
  expect(next('x', 'a', 'b', 'c', 'd', 'e')).toEqual(two);
  expect(next('e', 'c', 'b', 'a', 'd')).toEqual(two);
  expect(next('b', 'a', 'c', 'd', 'e')).toEqual(oneCell(at('c', 'text')));
  const wholeColumn = selectedWhole(two, 'columns');
  expect(keptSelection(wholeColumn, gridShape(rows('e', 'b', 'x', 'c'), columns), plain)).toEqual(wholeColumn);
});

const shapes: fc.Arbitrary<GridShape> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
    fc.uniqueArray(fc.constantFrom('ref', 'text', 'lead', 'due', 'rag', 'progress'), { minLength: 1 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([ids, keys, groups, sparse]) => {
    const lines =
      groups === 0
        ? ids.map((id) => row(String(id)))
        : Array.from({ length: groups }, (_, group) => [
            heading(String(group)),
            // Some rows stand in two groups.
            ...ids
              .filter((id) => id % groups === group || (id % 7 === 0 && (id + 1) % groups === group))
              .map((id) => row(String(id), String(group))),
          ]).flat();
    return gridShape(lines, keys, (id, column) => (Number(id) + column.length) % sparse !== 0);
  });
const shapeAndPlace = shapes.chain((shape) =>
  fc.tuple(fc.constant(shape), fc.integer({ min: 0, max: shape.lines.length - 1 }), fc.constantFrom(...shape.columns)),
);
const anyMotions = fc.array(fc.tuple(fc.constantFrom(...motions), fc.boolean(), fc.integer({ min: 1, max: 9 })), {
  maxLength: 30,
});
const placeAt = (shape: GridShape, line: number, column: string): GridPlace => {
  const there = shape.lines[line];
  if (!there) throw new Error('There is no such line');
  return at(there.kind === 'row' ? there.row : null, column, there.group);
};
const isInside = (shape: GridShape, range: CellRange): boolean =>
  range.top >= 0 &&
  range.top <= range.bottom &&
  range.bottom < shape.rows.length &&
  range.left >= 0 &&
  range.left <= range.right &&
  range.right < shape.columns.length;

it('never leaves the grid, wherever it moves and selects', () => {
  fc.assert(
    fc.property(shapeAndPlace, anyMotions, ([shape, line, column], path) => {
      let selection = oneCell(placeAt(shape, line, column));
      for (const [motion, extending, count] of path) {
        selection = extending ? extended(shape, selection, motion, count) : moved(shape, selection, motion, count);
        const range = rangeOf(shape, selection);
        expect(range === null ? selection.focus.row : isInside(shape, range)).toBe(range === null ? null : true);
        expect(shape.columns).toContain(selection.focus.column);
        expect(keptSelection(selection, shape, shape)).toEqual(selection);
      }
    }),
  );
});

it('holds the anchor and the focus in the range, and leaves one cell when it is collapsed', () => {
  fc.assert(
    fc.property(shapeAndPlace, anyMotions, ([shape, line, column], path) => {
      let selection = oneCell(placeAt(shape, line, column));
      for (const [motion, , count] of path) selection = extended(shape, selection, motion, count);
      const range = rangeOf(shape, selection);
      if (!range) return;
      for (const end of [selection.anchor, selection.focus]) {
        const only = rangeOf(shape, oneCell(end));
        if (!only || !range) throw new Error('Nothing is selected');
        expect(range.top <= only.top && only.top <= range.bottom).toBe(true);
        expect(range.left <= only.left && only.left <= range.right).toBe(true);
      }
      const one = rangeOf(shape, collapsed(selection));
      expect(one && cellCount(one)).toBe(1);
      expect(collapsed(selection).focus).toEqual(selection.focus);
    }),
  );
});

it('comes back by the opposite motion from anywhere but the edge', () => {
  const pairs = [
    ['up', 'down'],
    ['down', 'up'],
    ['left', 'right'],
    ['right', 'left'],
  ] as const;
  fc.assert(
    fc.property(shapeAndPlace, fc.constantFrom(...pairs), ([shape, line, column], [there, back]) => {
      const from = placeAt(shape, line, column);
      for (const go of [placeAfter, cellAfter]) {
        if (go === cellAfter && from.row === null) continue;
        const to = go(shape, from, there, page);
        if (JSON.stringify(to) !== JSON.stringify(from)) expect(go(shape, to, back, page)).toEqual(from);
      }
    }),
  );
});

it('selects a range and finds the same range selected', () => {
  fc.assert(
    fc.property(shapes, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (shape, a, b, c, d) => {
      if (shape.rows.length === 0) return;
      const [one, other] = [a % shape.rows.length, b % shape.rows.length];
      const [left, right] = [c % shape.columns.length, d % shape.columns.length];
      const range = {
        top: Math.min(one, other),
        bottom: Math.max(one, other),
        left: Math.min(left, right),
        right: Math.max(left, right),
      };
      const selection = selectionOfRange(shape, range);
      expect(selection && rangeOf(shape, selection)).toEqual(range);
    }),
  );
});

it('keeps the ids of a cell through any new order of rows and columns', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ids, { minLength: 5 }),
      fc.shuffledSubarray(columns, { minLength: 4 }),
      fc.constantFrom(...ids),
      fc.constantFrom(...columns),
      (order, keys, id, column) => {
        const selection = oneCell(at(id, column));
        expect(keptSelection(selection, gridShape(rows(...order), keys), plain)).toEqual(selection);
      },
    ),
  );
});

it('never selects a row or a column that was not selected before, whatever becomes of the grid', () => {
  fc.assert(
    fc.property(shapes, shapes, fc.nat(), fc.nat(), fc.constantFrom('cells', 'rows'), (before, next, a, b, span) => {
      if (before.rows.length === 0) return;
      const [one, other] = [before.rows[a % before.rows.length], before.rows[b % before.rows.length]];
      const column = before.columns[a % before.columns.length];
      if (!one || !other || column === undefined) return;
      const selection: GridSelection = {
        anchor: at(one.row, column, one.group),
        focus: at(other.row, column, other.group),
        span: span === 'rows' ? 'rows' : 'cells',
      };
      const range = rangeOf(before, selection);
      const kept = keptSelection(selection, next, before);
      const now = kept && rangeOf(next, kept);
      if (!range || !kept || !now) return;
      const chosen = new Set(before.rows.slice(range.top, range.bottom + 1).map((each) => each.row));
      const selected = next.rows.slice(now.top, now.bottom + 1).map((each) => each.row);
      // One cell may be the neighbour of a row that is gone.
      if (selected.length > 1) for (const id of selected) expect(chosen).toContain(id);
    }),
    { numRuns: 500 },
  );
});
