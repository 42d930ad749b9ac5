import type { Voice } from '#shared/model/tables.ts';

/**
 * A person's name is kept only where they agreed to be named (domain.md 4: who, as a group, not a person, unless
 * consented). It would otherwise wait in the file for somebody to print it.
 */
export function namingProblem({ consent, personName }: Pick<Voice, 'consent' | 'personName'>): string | null {
  return personName.trim() !== '' && consent !== 'named'
    ? 'A person’s name is kept only with their consent to be named. Set that consent, or leave the name out.'
    : null;
}

export function repliesProblem({ asked, replied }: Pick<Voice, 'asked' | 'replied'>): string | null {
  return asked !== null && replied !== null && replied > asked
    ? 'More people replied than were asked. Check the two numbers.'
    : null;
}
