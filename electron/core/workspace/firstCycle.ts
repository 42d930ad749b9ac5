import { startCycle } from '../cycle/startCycle.ts';
import type { CommandContext } from '../services.ts';

export interface FirstCycle {
  readonly institution: string;
  readonly stage: number;
  readonly signedOn: string | null;
  readonly dueOn?: string;
}

/** What a new workspace holds from its first step on: the institution by its name, and the cycle in hand. */
export function makeFirstCycle(
  context: CommandContext,
  { institution, ...cycle }: FirstCycle,
): { readonly id: string; readonly lastPlanId: string; readonly newPlanId: string } {
  context.rows.insert('institution', {
    id: context.ports.newId(),
    name: institution,
    shortName: '',
    profile: '',
    technicianWord: 'technicians',
    leaderTitle: 'Vice-Chancellor',
    contactName: '',
    contactRole: '',
    contactEmail: '',
    contactTelephone: '',
    website: '',
    signedOn: cycle.signedOn,
    themeWords: {},
    logoId: null,
  });
  return startCycle(context, cycle);
}
