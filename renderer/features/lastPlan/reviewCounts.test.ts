import { describe, expect, it } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import type { PlanItem } from '../plan/planItem.ts';
import { countReview, reviewParts, suggestedOutcome } from './reviewCounts.ts';

const item = (id: string, rag: Rating['rag'] | undefined, explanation = ''): PlanItem => ({
  action: anAction({ id, planId: 'last' }),
  current:
    rag === undefined
      ? null
      : {
          id: `rating-${id}`,
          actionId: id,
          rag,
          ratedOn: '2026-11-03',
          ratedAt: '2026-11-03T10:00:00.000Z',
          progress: '',
          explanation,
          source: 'review',
        },
  previous: null,
  note: '',
});
const words = (items: readonly PlanItem[], decided: readonly string[]) =>
  reviewParts(countReview(items, new Set(decided))).map((part) => part.words);

describe('the line above the review', () => {
  it('counts what is not rated, the reds without a reason and what is undecided', () => {
    const items = [item('1', 'red'), item('2', 'red', '  '), item('3', 'red', 'No budget'), item('4', undefined)];
    expect(words([...items, item('5', null)], ['1', '3'])).toEqual([
      '2 of 5 not yet rated',
      '2 reds still need a reason',
      '3 undecided on what happens next',
    ]);
  });

  it('says when all are rated, and still what is left', () => {
    expect(words([item('1', 'green'), item('2', 'red')], ['1', '2'])).toEqual([
      'All 2 rated',
      '1 red still needs a reason',
    ]);
  });

  it('says when nothing is left, of reasons only where there are reds', () => {
    expect(words([item('1', 'green')], ['1'])).toEqual(['All 1 rated, and what happens next is decided for each']);
    expect(words([item('1', 'green'), item('2', 'red', 'No budget')], ['1', '2'])).toEqual([
      'All 2 rated, every red has its reason, and what happens next is decided for each',
    ]);
  });
});

it('green suggests done, amber and red suggest carrying forward, and no rating suggests nothing', () => {
  expect([
    suggestedOutcome('green'),
    suggestedOutcome('amber'),
    suggestedOutcome('red'),
    suggestedOutcome(null),
  ]).toEqual(['done', 'continued', 'continued', null]);
});
