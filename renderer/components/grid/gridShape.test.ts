import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GridLine, gridShape, lineKey, sameLines } from './gridShape.ts';

const name = fc.constantFrom('', 'V1', 'V2', 'row V1');
const group = fc.option(name, { nil: null });
const line: fc.Arbitrary<GridLine> = fc.oneof(
  name.map((key): GridLine => ({ kind: 'heading', group: key })),
  fc.record({ kind: fc.constant('row' as const), row: name, group }),
);
const lines = fc.array(line, { maxLength: 3 });

test('lines are the same exactly where the same rows and headings stand in the same places', () => {
  fc.assert(
    fc.property(lines, lines, (some, others) => {
      expect(sameLines(some, others)).toBe(JSON.stringify(some) === JSON.stringify(others));
      expect(sameLines(some, structuredClone(some))).toBe(true);
    }),
  );
});

test('every line has a key of its own, which leads to it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(line, { selector: (each) => JSON.stringify(each) }), (some) => {
      const shape = gridShape(some, ['text']);
      expect(new Set(shape.keyAtLine).size).toBe(some.length);
      some.forEach((each, at) => {
        expect(shape.lineOf.get(lineKey({ row: each.kind === 'row' ? each.row : null, group: each.group }))).toBe(at);
        expect(shape.lineOf.get(shape.keyAtLine[at] ?? '')).toBe(at);
      });
    }),
  );
});
