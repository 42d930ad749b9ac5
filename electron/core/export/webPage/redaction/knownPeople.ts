import { ownersOf, ownersStandingAlone } from '#shared/model/owners.ts';
import type { TableAccess } from '../../../workspace/tableAccess.ts';
import { looksLikePerson, nameWords } from './personNames.ts';

/** An individual whom the workspace names somewhere, and what is printed in place of the name. */
export interface KnownPerson {
  readonly name: string;
  /** The words of the name, without a title. */
  readonly words: readonly string[];
  /** Blank where nothing is known but that it is a person. */
  readonly role: string;
}

/**
 * Everybody whom the workspace names: contact, signatories, those who took a step of sign-off, those whose words are
 * kept, and leads and supporting people who look like a person. Of the whole workspace, with earlier cycles and the
 * bin, since a name may stand in any text.
 */
export function knownPeople(rows: TableAccess): readonly KnownPerson[] {
  const people = new Map<string, KnownPerson>();
  const add = (name: string, ...roles: readonly string[]): void => {
    const words = nameWords(name);
    if (words.join('').length < 2) return;
    const key = words.join(' ').toLowerCase();
    // A role may hold an address or a name itself; then it says nothing in place of one.
    const role = roles.map((each) => each.trim()).find((each) => each !== '' && isPlainRole(each)) ?? '';
    const known = people.get(key);
    if (!known || known.role === '') people.set(key, { name: words.join(' '), words, role });
  };
  for (const { contactName, contactRole } of rows.all('institution')) add(contactName, contactRole);
  for (const { name, title, role } of rows.all('signatory', {}, ['position'])) add(name, title, role);
  // A step of sign-off is often a committee’s.
  for (const { name, role } of rows.all('signOff', {}, ['happenedOn'])) if (looksLikePerson(name)) add(name, role);
  for (const { personName } of rows.all('voice', {}, ['number'])) add(personName);
  const actions = rows.all('action', {}, ['position']);
  const cells = actions.flatMap(({ lead, supporting }) => [lead, supporting]);
  const alone = ownersStandingAlone(cells);
  for (const owner of cells.flatMap((cell) => ownersOf(cell, alone))) if (looksLikePerson(owner)) add(owner);
  // Longest first: “Ann Lee-Marsh” before “Ann Lee”.
  const known = [...people.values()].toSorted((one, other) => other.name.length - one.name.length);
  return known.map((person) => (namesSomebody(person.role, known) ? { ...person, role: '' } : person));
}

const isPlainRole = (role: string): boolean => !/[@＠\d]/u.test(role) && !looksLikePerson(role);

const namesSomebody = (role: string, people: readonly KnownPerson[]): boolean => {
  const text = role.toLowerCase();
  return people.some(({ words }) => text.includes(words.at(-1)?.toLowerCase() ?? role));
};
