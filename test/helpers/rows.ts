import type { Rating } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';

/** The RAG of the newest rating of an action: by day, then by instant. */
export const currentRag = (ratings: readonly Rating[], actionId: string): Rag | null =>
  ratings
    .filter((rating) => rating.actionId === actionId)
    .toSorted((a, b) => a.ratedOn.localeCompare(b.ratedOn) || a.ratedAt.localeCompare(b.ratedAt))
    .at(-1)?.rag ?? null;
