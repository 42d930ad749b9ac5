import type { Action } from '#shared/model/tables.ts';

/** A reference, or the first words of an action that has none. */
export function actionLabel({ ref, text }: Pick<Action, 'ref' | 'text'>): string {
  if (ref) return ref;
  const words = text.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : text;
}
