import { describe, expect, it } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { type RagCounts, ratingsByAction } from '../../stores/views.ts';
import type { Rows } from '../../stores/workspace.ts';
import { ragThenAndNow } from './ragThenAndNow.ts';

const rated = (actionId: string, rag: Rag | null, ratedOn: string): Rating => ({
  id: `${actionId} ${ratedOn}`,
  actionId,
  rag,
  ratedOn,
  ratedAt: `${ratedOn}T09:00:00.000Z`,
  progress: '',
  explanation: '',
  source: 'review',
});
const byAction = (...ratings: readonly Rating[]) =>
  ratingsByAction({ rating: new Map(ratings.map((rating) => [rating.id, rating])) } as unknown as Rows);
const action = (id: string, ...themes: readonly ('visibility' | 'recognition')[]) =>
  anAction({ id, planId: 'p', themes });
const counts = ({ green, amber, red, unrated }: RagCounts) => [green, amber, red, unrated];

const actions = [action('V1', 'visibility'), action('V2', 'visibility'), action('R1', 'recognition', 'visibility')];

describe('RAG then and now', () => {
  it('takes the state at the last round for then, and the newest ratings for now', () => {
    const ratings = byAction(
      rated('V1', 'red', '2025-01-20'),
      rated('V1', 'green', '2026-11-02'),
      rated('V2', 'amber', '2025-01-31'),
      rated('R1', 'amber', '2026-11-20'),
    );
    const { themes, all, nowOn, thenOn } = ragThenAndNow(actions, ratings);
    expect([thenOn, nowOn]).toEqual(['2025-01-31', '2026-11-20']);
    expect(themes.map(({ theme }) => theme)).toEqual(['visibility', 'recognition']);
    expect(themes.map(({ now }) => counts(now))).toEqual([
      [1, 1, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(themes.map(({ before }) => before && counts(before))).toEqual([
      [0, 1, 1, 0],
      [0, 0, 0, 1],
    ]);
    expect(counts(all.now)).toEqual([1, 2, 0, 0]);
  });

  it('has no then where all ratings belong to one round', () => {
    const { themes, thenOn } = ragThenAndNow(
      actions,
      byAction(rated('V1', 'red', '2026-09-01'), rated('V2', 'green', '2026-11-20')),
    );
    expect(thenOn).toBeNull();
    expect(themes.every(({ before }) => before === null)).toBe(true);
  });

  it('counts a rating exactly ninety days older as another round', () => {
    const at = (day: string) =>
      ragThenAndNow(actions, byAction(rated('V1', 'red', day), rated('V2', 'green', '2026-06-30'))).thenOn;
    expect([at('2026-04-01'), at('2026-04-02')]).toEqual(['2026-04-01', null]);
  });

  it('does not take progress without a rating for a round', () => {
    const { thenOn, nowOn } = ragThenAndNow(
      actions,
      byAction(rated('V1', null, '2025-01-01'), rated('V1', null, '2026-12-01'), rated('V2', 'green', '2026-06-30')),
    );
    expect([thenOn, nowOn]).toEqual([null, '2026-06-30']);
  });

  it('says nothing of a day where nothing is rated', () => {
    const { nowOn, thenOn, all } = ragThenAndNow(actions, byAction());
    expect([nowOn, thenOn, counts(all.now)]).toEqual([null, null, [0, 0, 0, 3]]);
  });
});
