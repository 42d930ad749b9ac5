import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestEdit } from './compareDocuments.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

describe('the way from one list of paragraphs to another', () => {
  it('gives the other, whatever they are', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const edits = shortestEdit(before, after, before.length + after.length) ?? [];
        const made: string[] = [];
        let at = 0;
        for (const edit of edits) {
          if (edit.kind === 'added') made.push(after[edit.at] ?? '');
          else {
            if (edit.kind === 'same') made.push(before[at] ?? '');
            else expect(edit.at).toBe(at);
            at += 1;
          }
        }
        expect(made).toEqual(after);
        expect(at).toBe(before.length);
      }),
    );
  });

  it('is nothing for the same, and the shortest for one change', () => {
    expect(shortestEdit(['a', 'b'], ['a', 'b'], 4)).toEqual([{ kind: 'same' }, { kind: 'same' }]);
    expect(shortestEdit(['a', 'b', 'c'], ['a', 'x', 'c'], 4)?.filter(({ kind }) => kind !== 'same')).toHaveLength(2);
  });

  it('is given up where it would be too long', () => {
    expect(shortestEdit(['a', 'b', 'c'], ['d', 'e', 'f'], 3)).toBeNull();
  });
});
