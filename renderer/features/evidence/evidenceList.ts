import type { Evidence } from '#shared/model/tables.ts';
import { type EvidenceKind, evidenceKinds } from '#shared/model/words.ts';
import { staleInWords } from './evidenceWords.ts';

export type EvidenceFilter = 'all' | 'stale' | 'unused' | 'bin' | EvidenceKind;

/** What the filters need to know beside the items themselves. */
interface Known {
  /** An ISO day. */
  readonly today: string;
  readonly isUsed: (evidenceId: string) => boolean;
}

/** Newest first, as in the register of voice. */
export function evidenceIn(items: Iterable<Evidence>, filter: EvidenceFilter, known: Known): readonly Evidence[] {
  return [...items].filter((item) => belongs(item, filter, known)).sort((a, b) => b.number - a.number);
}

function belongs(item: Evidence, filter: EvidenceFilter, { today, isUsed }: Known): boolean {
  if (filter === 'bin') return item.binned;
  if (item.binned) return false;
  if (filter === 'all') return true;
  if (filter === 'stale') return staleInWords(item, today) !== null;
  if (filter === 'unused') return !isUsed(item.id);
  return item.kind === filter;
}

/** The filters that lead to something, with how much; All is always there. */
export function evidenceFilters(
  items: readonly Evidence[],
  known: Known,
): readonly { readonly id: EvidenceFilter; readonly count: number }[] {
  const all: readonly EvidenceFilter[] = ['all', 'stale', 'unused', ...evidenceKinds, 'bin'];
  return all
    .map((id) => ({ id, count: evidenceIn(items, id, known).length }))
    .filter(({ id, count }) => id === 'all' || count > 0);
}
