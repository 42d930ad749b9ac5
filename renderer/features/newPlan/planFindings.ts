import type { ReadinessItem } from '#shared/contract/importAndExport.ts';

/** What the checks of Readiness found in the new plan, action by action, for the marks beside its cells. */
export type Findings = ReadonlyMap<string, readonly ReadinessItem[]>;

/** The action and the field that a finding leads to: `/new-plan/ACTION-ID/lead`. */
export function placeOfFinding({ target }: Pick<ReadinessItem, 'target'>): {
  readonly actionId: string;
  readonly field: string | null;
} | null {
  const [, actionId, field] = /^\/new-plan\/([^/]+)(?:\/([^/]+))?$/u.exec(target) ?? [];
  return actionId === undefined ? null : { actionId, field: field ?? null };
}

export function findingsByAction(items: readonly ReadinessItem[]): Findings {
  const findings = new Map<string, ReadinessItem[]>();
  for (const item of items) {
    const place = placeOfFinding(item);
    if (!place) continue;
    const own = findings.get(place.actionId);
    if (own) own.push(item);
    else findings.set(place.actionId, [item]);
  }
  return findings;
}

/** The part of a finding's message before the colon: the cell stands beside the name that follows it. */
export const shortMessage = ({ message }: Pick<ReadinessItem, 'message'>): string => message.replace(/: [^:]*$/u, '');
