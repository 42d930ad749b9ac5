import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rags } from '#shared/model/words.ts';
import { nextRating, type RatingEdit } from './ratingRules.ts';

interface Entry {
  readonly ratedOn: string;
  readonly rag: 'green' | 'amber' | 'red' | null;
  readonly progress: string;
  readonly explanation: string;
}
const january: Entry = { ratedOn: '2025-01-20', rag: 'red', progress: 'Not begun', explanation: 'No budget' };

/** The history of one action after an edit on a day, as the handler would write it. */
function after(history: readonly Entry[], day: string, edit: RatingEdit): readonly Entry[] {
  const next = nextRating(history.at(-1) ?? null, day, edit);
  if (next.kind === 'same') return history;
  const entry = { ratedOn: day, ...next.values };
  return next.kind === 'edit' ? [...history.slice(0, -1), entry] : [...history, entry];
}

const editArbitrary = fc.record(
  {
    rag: fc.constantFrom(...rags, null),
    progress: fc.constantFrom('', 'Begun', 'Half way', 'Not begun'),
    explanation: fc.constantFrom('', 'No budget', 'The post is vacant'),
  },
  { requiredKeys: [] },
);

describe('a rating that is given', () => {
  it('stands beside the rating of an earlier day, with the words that were not given again', () => {
    expect(nextRating(january, '2026-11-21', { rag: 'amber' })).toEqual({
      kind: 'add',
      values: { rag: 'amber', progress: 'Not begun', explanation: 'No budget' },
    });
  });

  it('changes in place when it is of the same day', () => {
    expect(nextRating(january, '2025-01-20', { explanation: 'No money' })).toEqual({
      kind: 'edit',
      values: { rag: 'red', progress: 'Not begun', explanation: 'No money' },
    });
  });

  it('may be red without an explanation', () => {
    expect(nextRating(null, '2026-11-21', { rag: 'red' })).toMatchObject({ kind: 'add', values: { explanation: '' } });
  });

  it('goes back to not yet rated and keeps the progress', () => {
    expect(nextRating({ ...january, ratedOn: '2026-11-21' }, '2026-11-21', { rag: null })).toMatchObject({
      kind: 'edit',
      values: { rag: null, progress: 'Not begun' },
    });
  });

  it('is news when it is the same colour on a later day', () => {
    expect(nextRating(january, '2026-11-21', { rag: 'red' }).kind).toBe('add');
  });

  it('is not news when a field brings back what is there', () => {
    expect(nextRating(january, '2026-11-21', { progress: 'Not begun' })).toEqual({ kind: 'same' });
    expect(nextRating(null, '2026-11-21', { progress: '' })).toEqual({ kind: 'same' });
  });

  it('for an earlier day stands beside what was said on that day', () => {
    expect(nextRating(january, '2025-01-20', { rag: 'amber' }, false).kind).toBe('add');
  });

  it('never changes what was said on an earlier day, whatever is edited', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), editArbitrary), { maxLength: 20 }), (edits) => {
        let day = 1;
        let history: readonly Entry[] = [];
        for (const [nextDay, edit] of edits) {
          if (nextDay) day += 1;
          const today = `2026-01-${String(day).padStart(2, '0')}`;
          const earlier = history.filter((entry) => entry.ratedOn < today);
          history = after(history, today, edit);
          expect(history.slice(0, earlier.length)).toEqual(earlier);
          expect(history.filter((entry) => entry.ratedOn === today).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('says what was given and keeps all else', () => {
    fc.assert(
      fc.property(editArbitrary, (edit) => {
        const next = nextRating(january, '2026-11-21', edit);
        const values = next.kind === 'same' ? january : next.values;
        expect(values).toMatchObject({
          rag: edit.rag === undefined ? january.rag : edit.rag,
          progress: edit.progress ?? january.progress,
          explanation: edit.explanation ?? january.explanation,
        });
      }),
    );
  });
});
