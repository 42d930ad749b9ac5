import type { Institution, Signatory } from '#shared/model/tables.ts';

/**
 * What the next signatory probably is: the form always asks for the Institutional Lead, who is often the named contact,
 * and for the leader of the institution; whoever comes after these two differs from place to place.
 */
export function nextSignatory(
  present: readonly Signatory[],
  institution: Institution | null,
): Pick<Signatory, 'role' | 'name' | 'title'> {
  if (present.length === 0)
    return {
      role: 'Institutional Lead',
      name: institution?.contactName ?? '',
      title: institution?.contactRole ?? '',
    };
  const leader = institution?.leaderTitle.trim() ?? '';
  const listed = present.some(({ role, title }) => role.trim() === leader || title.trim() === leader);
  return leader === '' || listed ? { role: '', name: '', title: '' } : { role: leader, name: '', title: leader };
}
