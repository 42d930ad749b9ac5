import type { EvidenceKind } from './tables.ts';
import { isUsualEvidenceKind, type UsualEvidenceKind } from './words.ts';

const usualWords: Readonly<Record<UsualEvidenceKind, string>> = {
  link: 'Link',
  file: 'File',
  document: 'Document',
  testimonial: 'Testimonial',
  publication: 'Publication',
  award: 'Award',
  registration: 'Registration',
  image: 'Image',
  other: 'Other',
};

/** What a kind is called: as the institution has written it, or by its usual word. */
export const evidenceKindName = ({ key, title }: Pick<EvidenceKind, 'key' | 'title'>): string =>
  title || (isUsualEvidenceKind(key) ? usualWords[key] : key);

export const kindsInOrder = (kinds: Iterable<EvidenceKind>): readonly EvidenceKind[] =>
  [...kinds].sort((one, other) => one.position - other.position || one.id.localeCompare(other.id));

/** What the kind of an item is called, by its key. */
export function evidenceKindNames(kinds: Iterable<EvidenceKind>): (key: string) => string {
  const names = new Map([...kinds].map((kind) => [kind.key, evidenceKindName(kind)]));
  return (key) => names.get(key) ?? evidenceKindName({ key, title: '' });
}
