import type { MovedAnswer } from '#shared/model/draftMove.ts';
import type { Answer, Link } from '#shared/model/tables.ts';
import type { CommandContext } from '../services.ts';

/**
 * Takes what is linked to the answers along. Where an answer goes to several questions, so do its links; where it goes
 * to none, its links go too, and the earlier draft still cites what its text cites.
 */
export function moveLinks(
  { rows, ports }: CommandContext,
  before: ReadonlyMap<string, Answer>,
  moved: readonly MovedAnswer[],
  ids: ReadonlyMap<string, string>,
): void {
  const keyOf = new Map([...before].map(([key, { id }]) => [id, key]));
  const present = rows.all('link', { targetKind: 'answer' }).filter(({ target }) => keyOf.has(target));
  const name = ({ sourceId, target }: Pick<Link, 'sourceId' | 'target'>): string => `${sourceId} ${target}`;
  const wanted = new Map<string, Omit<Link, 'id'>>();
  for (const { sourceKind, sourceId, target } of present) {
    const from = keyOf.get(target) ?? '';
    for (const { key } of moved.filter((answer) => answer.from.includes(from))) {
      const link = { sourceKind, sourceId, targetKind: 'answer' as const, target: ids.get(key) ?? '' };
      wanted.set(name(link), link);
    }
  }
  // Taken away before others are made, and never turned from one answer to another: a source has one link to an answer.
  const kept = new Set<string>();
  for (const link of present) {
    if (wanted.has(name(link))) kept.add(name(link));
    else rows.remove('link', link.id);
  }
  for (const [key, link] of wanted) if (!kept.has(key)) rows.insert('link', { id: ports.newId(), ...link });
}
