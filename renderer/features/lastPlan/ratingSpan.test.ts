import { expect, it } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import { dayInWords, ratingSpan } from './ratingSpan.ts';

const rating = (ratedOn: string, rag: Rating['rag']): Rating => ({
  id: ratedOn,
  actionId: 'a',
  rag,
  ratedOn,
  ratedAt: `${ratedOn}T10:00:00.000Z`,
  progress: '',
  explanation: '',
  source: 'review',
});

it('a colour counts from its first day, although later ratings added to its progress', () => {
  const ratings = [rating('2026-11-20', 'amber'), rating('2026-11-03', 'amber'), rating('2025-01-20', 'red')];
  expect(ratingSpan(ratings)).toMatchObject({ rag: 'amber', since: '2026-11-03', before: { ratedOn: '2025-01-20' } });
});

it('not yet rated in between is no colour that it was before', () => {
  const ratings = [rating('2026-11-03', 'green'), rating('2026-02-01', null), rating('2025-01-20', 'red')];
  expect(ratingSpan(ratings)?.before?.rag).toBe('red');
  const back = [rating('2026-11-03', 'green'), rating('2026-02-01', null), rating('2025-01-20', 'green')];
  expect(ratingSpan(back)).toMatchObject({ since: '2026-11-03', before: null });
});

it('without a rating there is nothing to say', () => {
  expect(ratingSpan([])).toBeNull();
});

it('the year is said where it is another', () => {
  expect(dayInWords('2026-11-03', '2026-11-24')).toBe('3 November');
  expect(dayInWords('2025-11-03', '2026-11-24')).toBe('3 November 2025');
});
