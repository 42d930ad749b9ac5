import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plans } from '#test/helpers/planLayouts.ts';
import { understand } from './understand.ts';

describe('a plan laid out as published plans are', () => {
  it('is understood whatever its headings, their order, its ratings and where its themes stand', () => {
    fc.assert(
      fc.property(plans, ({ actions, sheets }) => {
        const read = understand(sheets).actions.map((one) => ({
          ref: one.ref,
          theme: one.themes.join(),
          action: one.action,
          owner: one.owner,
          due: one.due,
          dueText: one.dueText,
          measure: one.successMeasure,
          progress: one.progress,
          rag: one.rag,
        }));
        expect(read).toEqual(actions);
      }),
      { numRuns: 300 },
    );
  });
});
