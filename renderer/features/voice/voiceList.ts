import type { Voice } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';

/** The chips above the register. Themes that nobody spoke of are told by the matrix, not by an empty chip. */
export type VoiceFilter = 'all' | 'no-change' | 'bin' | Theme;

/** domain.md 4: what changed because of it, or why not. Until one of the two is written the loop is open. */
export const hasNoChange = ({ changed, whyNot }: Pick<Voice, 'changed' | 'whyNot'>): boolean =>
  changed.trim() === '' && whyNot.trim() === '';

/** Newest first, so that an entry that was just written stands right below the form. */
export function voicesIn(entries: Iterable<Voice>, filter: VoiceFilter): readonly Voice[] {
  return [...entries].filter((voice) => belongs(voice, filter)).sort((a, b) => b.number - a.number);
}

function belongs(voice: Voice, filter: VoiceFilter): boolean {
  if (filter === 'bin') return voice.binned;
  if (voice.binned) return false;
  if (filter === 'all') return true;
  return filter === 'no-change' ? hasNoChange(voice) : voice.themes.includes(filter);
}

/** The filters that lead to something, with how much; All is always there. */
export function voiceFilters(
  entries: readonly Voice[],
): readonly { readonly id: VoiceFilter; readonly count: number }[] {
  const all: readonly VoiceFilter[] = ['all', 'no-change', ...themes, 'bin'];
  return all
    .map((id) => ({ id, count: voicesIn(entries, id).length }))
    .filter(({ id, count }) => id === 'all' || count > 0);
}

/** Who, as the table says it: a group, and a person only where they agreed to be named. */
export function whoInWords({
  groupName,
  personName,
  consent,
}: Pick<Voice, 'groupName' | 'personName' | 'consent'>): string {
  const person = consent === 'named' ? personName.trim() : '';
  return [person, groupName.trim()].filter((part) => part !== '').join(', ');
}
