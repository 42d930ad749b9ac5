import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MeasuredBlock,
  type MeasuredParagraph,
  type MeasuredRow,
  type MeasuredSection,
  type MeasuredTable,
  rowHeight,
} from './measured.ts';
import { type Page, type Piece, paginate } from './paginate.ts';

/** Lines of ten characters, ten points high; a page holds ten of them. */
const lines = (count: number, given: Partial<MeasuredParagraph> = {}): MeasuredParagraph => ({
  kind: 'paragraph',
  before: 0,
  after: 0,
  lineHeight: 10,
  starts: Array.from({ length: count }, (_, index) => index * 10),
  keepNext: false,
  keepLines: false,
  startsPage: false,
  ...given,
});
const row = (counts: readonly number[], whole = true): MeasuredRow => ({
  cells: counts.map((count) => [lines(count)]),
  whole,
  keepNext: false,
});
const table = (...rows: readonly MeasuredRow[]): MeasuredTable => ({ kind: 'table', heading: row([1, 1]), rows });
const pages = (...blocks: readonly MeasuredBlock[]) => paginate([{ height: 100, blocks }]);
const blocksOn = (all: readonly Page[]) => all.map(({ pieces }) => pieces.map(({ block }) => block));

describe('pages', () => {
  it('are filled line by line, and a long paragraph goes on over the page', () => {
    expect(pages(lines(6), lines(10))).toEqual([
      {
        section: 0,
        pieces: [
          { kind: 'paragraph', block: 0, from: 0, to: null },
          { kind: 'paragraph', block: 1, from: 0, to: 40 },
        ],
      },
      { section: 0, pieces: [{ kind: 'paragraph', block: 1, from: 40, to: null }] },
    ]);
  });

  it('leave no line of a paragraph alone at the foot or the head', () => {
    expect(blocksOn(pages(lines(9), lines(4)))).toEqual([[0], [1]]);
    expect(pages(lines(7), lines(4))[1]?.pieces).toEqual([{ kind: 'paragraph', block: 1, from: 20, to: null }]);
    expect(blocksOn(pages(lines(8), lines(3)))).toEqual([[0], [1]]);
  });

  it('keep a heading with the beginning of what follows it', () => {
    const heading = lines(1, { keepNext: true });
    expect(blocksOn(pages(lines(8), heading, lines(5)))).toEqual([[0], [1, 2]]);
    expect(blocksOn(pages(lines(7), heading, lines(5)))).toEqual([[0, 1, 2], [2]]);
    expect(blocksOn(pages(lines(7), heading, table(row([1, 1]))))).toEqual([[0], [1, 2]]);
  });

  it('begin anew where a part does', () => {
    expect(blocksOn(pages(lines(1), lines(1, { startsPage: true }), lines(1)))).toEqual([[0], [1, 2]]);
    expect(blocksOn(pages(lines(1, { startsPage: true })))).toEqual([[0]]);
  });

  it('count no space above what stands at the head', () => {
    expect(blocksOn(pages(lines(10), lines(10, { before: 50 })))).toEqual([[0], [1]]);
  });

  it('carry the heading of a table to every page of it, and rows that fit stay whole', () => {
    const all = pages(table(row([3, 1]), row([5, 2]), row([2, 5])));
    expect(all.map(({ pieces }) => pieces.map((piece) => (piece.kind === 'table' ? piece.rows : [])))).toEqual([
      [[{ row: 0, cells: null }]],
      [[{ row: 1, cells: null }]],
      [[{ row: 2, cells: null }]],
    ]);
  });

  it('break a row that is longer than a page, each cell at its own line', () => {
    const all = pages(table(row([20, 1])));
    const [first, second] = all.flatMap(({ pieces }) => pieces.flatMap((p) => (p.kind === 'table' ? p.rows : [])));
    expect(first?.cells).toEqual([[{ paragraph: 0, from: 0, to: 70 }], [{ paragraph: 0, from: 0, to: null }]]);
    expect(second?.cells).toEqual([[{ paragraph: 0, from: 70, to: 140 }], []]);
    expect(all).toHaveLength(3);
  });

  it('never end: neither for a line higher than the page nor for a row with one', () => {
    const high = lines(3, { lineHeight: 500 });
    expect(pages(high)).toHaveLength(3);
    expect(pages(table({ cells: [[high]], whole: false, keepNext: false })).length).toBeLessThan(6);
  });
});

const paragraph = fc
  .record({
    count: fc.integer({ min: 1, max: 40 }),
    before: fc.integer({ min: 0, max: 20 }),
    after: fc.integer({ min: 0, max: 20 }),
    keepNext: fc.boolean(),
    keepLines: fc.boolean(),
    startsPage: fc.boolean(),
  })
  .map(({ count, ...given }) => lines(count, given));
const anyRow = fc.record({
  cells: fc.array(
    fc.array(
      fc.integer({ min: 1, max: 30 }).map((count) => lines(count, { after: 2 })),
      { maxLength: 3 },
    ),
    {
      minLength: 2,
      maxLength: 2,
    },
  ),
  whole: fc.boolean(),
  keepNext: fc.boolean(),
});
const block: fc.Arbitrary<MeasuredBlock> = fc.oneof(
  paragraph,
  fc.array(anyRow, { maxLength: 6 }).map((rows) => table(...rows)),
  fc.integer({ min: 1, max: 90 }).map((height): MeasuredBlock => ({ kind: 'picture', height })),
);

/** Every stretch of every paragraph as `block/row/cell/paragraph`, in the order of the pages. */
function stretches(piece: Piece, { blocks }: MeasuredSection): readonly [string, number, number | null][] {
  if (piece.kind === 'picture') return [[`${piece.block}`, 0, null]];
  if (piece.kind === 'paragraph') return [[`${piece.block}`, piece.from, piece.to]];
  const measured = blocks[piece.block];
  return piece.rows.flatMap(({ row: index, cells }) =>
    cells === null
      ? measured?.kind === 'table'
        ? (measured.rows[index]?.cells ?? []).flatMap((cell, at) =>
            cell.map((_, place): [string, number, null] => [`${piece.block}/${index}/${at}/${place}`, 0, null]),
          )
        : []
      : cells.flatMap((cell, at) =>
          cell.map((each): [string, number, number | null] => [
            `${piece.block}/${index}/${at}/${each.paragraph}`,
            each.from,
            each.to,
          ]),
        ),
  );
}

describe('a row without words', () => {
  it('goes over with its heading where only the heading has room', () => {
    const wordless: MeasuredRow = { cells: [[], []], whole: false, keepNext: false };
    const pages = paginate([{ height: 100, blocks: [lines(8), table(wordless)] }]);
    expect(pages.map(({ pieces }) => pieces.map(({ kind }) => kind))).toEqual([['paragraph'], ['table']]);
    expect(pages[1]?.pieces[0]).toMatchObject({ rows: [{ row: 0, cells: null }] });
  });
});

describe('any document', () => {
  it('is on its pages once: nothing lost, nothing twice, in its order', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const section = { height: 100, blocks };
        const seen = new Map<string, number | null>();
        for (const page of paginate([section])) {
          for (const piece of page.pieces) {
            for (const [key, from, to] of stretches(piece, section)) {
              expect(from).toBe(seen.get(key) ?? 0);
              expect(seen.get(key)).not.toBe(null);
              seen.set(key, to);
            }
          }
        }
        expect([...seen.values()].every((to) => to === null)).toBe(true);
        const wanted = blocks.flatMap((each) =>
          each.kind === 'table' ? each.rows.flatMap(({ cells }) => cells.flat()) : [each],
        );
        expect(seen.size).toBe(wanted.length);
      }),
      { numRuns: 300 },
    );
  });

  it('fills no page beyond its foot, has no empty page and no table of a heading alone', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        for (const { pieces } of paginate([{ height: 100, blocks }])) {
          expect(pieces.length).toBeGreaterThan(0);
          let height = 0;
          for (const piece of pieces) {
            const measured = blocks[piece.block];
            if (measured?.kind === 'picture') height += measured.height;
            if (measured?.kind === 'paragraph' && piece.kind === 'paragraph') {
              const end = piece.to ?? measured.starts.length * 10;
              height += (piece.from === 0 && height > 0 ? measured.before : 0) + (end - piece.from);
              expect(height).toBeLessThanOrEqual(100.1);
              height += piece.to === null ? measured.after : 0;
            }
            if (measured?.kind === 'table' && piece.kind === 'table') {
              if (measured.rows.length > 0) expect(piece.rows.length).toBeGreaterThan(0);
              height += rowHeight(measured.heading);
              for (const { row: index, cells } of piece.rows) {
                const whole = measured.rows[index];
                if (cells === null && whole) height += rowHeight(whole);
              }
              expect(height).toBeLessThanOrEqual(100.1);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
