import type { EvidenceKind } from '#shared/model/tables.ts';
import { usualEvidenceKinds } from '#shared/model/words.ts';

/** The kinds of evidence that a new workspace begins with, under the same ids in every workspace, as the migration of older ones has them. */
export const newEvidenceKinds: readonly EvidenceKind[] = usualEvidenceKinds.map((key, index) => ({
  id: `e0000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
  position: index + 1,
  key,
  title: '',
  retired: false,
}));
