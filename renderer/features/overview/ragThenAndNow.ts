import type { Action, Rating } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import { byTheme, countRag, type RagCounts } from '../../stores/views.ts';

export interface RagThenAndNow {
  /** The day of the newest rating; null where nothing is rated. */
  readonly nowOn: string | null;
  /** The day at which "then" is looked at; null where there was no earlier round. */
  readonly thenOn: string | null;
  readonly themes: readonly RagRow[];
  readonly all: Omit<RagRow, 'theme'>;
}

export interface RagRow {
  /** null: actions without a theme. */
  readonly theme: Theme | null;
  readonly now: RagCounts;
  /** Of the same actions; null where there was no earlier round. */
  readonly before: RagCounts | null;
}

/** A round of ratings is over when a quarter of a year has passed since; the printed brief holds to the same. */
const roundDays = 90;

/**
 * How a plan stands now and how it stood the last time it was looked at, by theme. "Then" is the state at the newest
 * rating that is at least a quarter older than the newest of all.
 *
 * @param ratings of each action, newest first, as `ratingsByAction` gives them
 */
export function ragThenAndNow(
  actions: readonly Action[],
  ratings: ReadonlyMap<string, readonly Rating[]>,
): RagThenAndNow {
  const ratedOn = actions
    .flatMap((action) => ratings.get(action.id) ?? [])
    .filter((rating) => rating.rag !== null)
    .map((rating) => rating.ratedOn)
    .sort();
  const nowOn = ratedOn.at(-1) ?? null;
  const limit = nowOn === null ? '' : daysBefore(nowOn, roundDays);
  const thenOn = ratedOn.findLast((day) => day <= limit) ?? null;
  const earlier = new Map(
    actions.map(({ id }) => [
      id,
      (ratings.get(id) ?? []).filter((rating) => thenOn !== null && rating.ratedOn <= thenOn),
    ]),
  );
  const row = (some: readonly Action[]) => ({
    now: countRag(some, ratings),
    before: thenOn === null ? null : countRag(some, earlier),
  });
  return {
    nowOn,
    thenOn,
    themes: byTheme(actions).map((group) => ({ theme: group.theme, ...row(group.actions) })),
    all: row(actions),
  };
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
