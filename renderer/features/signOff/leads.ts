import { textLimits } from '#shared/limits.ts';
import type { Action } from '#shared/model/tables.ts';

/** The leads of a plan as they are written, each once, in the order of the alphabet. */
export function leadsOf(actions: Iterable<Action>, planId: string): readonly string[] {
  const leads = new Map<string, string>();
  for (const { planId: plan, binned, lead } of actions) {
    const name = lead.trim();
    if (plan === planId && !binned && name !== '' && name.length <= textLimits.lineCharacters)
      leads.set(name.toLowerCase(), leads.get(name.toLowerCase()) ?? name);
  }
  return [...leads.values()].toSorted((one, other) => one.localeCompare(other, 'en-GB'));
}
