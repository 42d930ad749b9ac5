import { evidenceKindName, kindsInOrder } from '#shared/model/evidenceKinds.ts';
import type { Evidence, EvidenceKind } from '#shared/model/tables.ts';
import { addressDoubt } from '#shared/model/webAddress.ts';
import { staleInWords } from './evidenceWords.ts';

/** A kind is `kind:` and its key, so that no key is taken for one of the others. */
export type EvidenceFilter = 'all' | 'stale' | 'doubtful' | 'unused' | 'bin' | `kind:${string}`;

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
  if (filter === 'doubtful') return addressDoubt(item.url) !== null;
  if (filter === 'unused') return !isUsed(item.id);
  return `kind:${item.kind}` === filter;
}

export interface EvidenceChip {
  readonly id: EvidenceFilter;
  readonly label: string;
  readonly count: number;
}

/** The filters that lead to something, with how much; All is always there. */
export function evidenceChips(
  items: readonly Evidence[],
  kinds: Iterable<EvidenceKind>,
  known: Known,
): readonly EvidenceChip[] {
  const all: readonly Omit<EvidenceChip, 'count'>[] = [
    { id: 'all', label: 'All' },
    { id: 'stale', label: 'Out of date' },
    { id: 'doubtful', label: 'Address looks wrong' },
    { id: 'unused', label: 'Not used yet' },
    ...kindsInOrder(kinds).map((kind) => ({ id: `kind:${kind.key}` as const, label: evidenceKindName(kind) })),
    { id: 'bin', label: 'In the bin' },
  ];
  return all
    .map((chip) => ({ ...chip, count: evidenceIn(items, chip.id, known).length }))
    .filter(({ id, count }) => id === 'all' || count > 0);
}
