import type { Rating } from '#shared/model/tables.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { RagTotals } from '../submission.ts';
import type { DocumentWords } from '../word/documentWords.ts';

/** A round of ratings is over when a quarter of a year has passed since: reviews are made yearly or half-yearly. */
const roundMilliseconds = 90 * 86_400_000;

/**
 * RAG totals of a plan then and now, oldest first. "Then" is the state at the newest rating that is at least a quarter
 * older than the newest of all; without one, or when nothing was rated by then, there is only "now". Both are called
 * by their month, in the language of the document.
 */
export function ragTotals(
  rows: TableAccess,
  planId: string,
  today: string,
  { months }: Pick<DocumentWords, 'months'>,
): readonly RagTotals[] {
  const label = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
  const actions = rows.all('action', { planId }).filter((action) => !action.binned);
  const ids = new Set(actions.map((action) => action.id));
  const ratings = rows.all('rating', {}, ['ratedOn', 'ratedAt']).filter((rating) => ids.has(rating.actionId));
  const now = totals('Now', actions.length, ratings);
  const newest = ratings.findLast((rating) => rating.rag !== null)?.ratedOn;
  if (!newest) return [{ ...now, label: label(today) }];
  const limit = new Date(Date.parse(newest) - roundMilliseconds).toISOString().slice(0, 10);
  const then = ratings.findLast((rating) => rating.rag !== null && rating.ratedOn <= limit)?.ratedOn;
  if (!then) return [{ ...now, label: label(newest) }];
  const earlier = ratings.filter((rating) => rating.ratedOn <= then);
  return [totals(label(then), actions.length, earlier), { ...now, label: label(newest) }];
}

function totals(name: string, actions: number, ratings: readonly Rating[]): RagTotals {
  const current = new Map(ratings.map((rating) => [rating.actionId, rating.rag]));
  const count = (rag: Rating['rag']) => [...current.values()].filter((each) => each === rag).length;
  const [green, amber, red] = [count('green'), count('amber'), count('red')];
  return { label: name, green, amber, red, notRated: actions - green - amber - red };
}
