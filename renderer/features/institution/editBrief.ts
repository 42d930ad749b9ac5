import type { Cycle } from '#shared/model/tables.ts';
import { fail } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** A brief is one page, so it holds three risks at most (the schema of the cycle). */
export const riskPlaces = [0, 1, 2] as const;

/** The risks with one of them written: a gap between two stays, so that nothing moves under the cursor. */
export function withRisk(risks: readonly string[], index: number, text: string): readonly string[] {
  const all = riskPlaces.map((place) => (place === index ? text : (risks[place] ?? '')));
  return all.slice(0, all.findLastIndex((risk) => risk.trim() !== '') + 1);
}

/**
 * The brief is one value of the cycle. It is read when it is saved, since another field of it may have been saved
 * meanwhile.
 */
export async function editBrief(cycleId: string, change: (brief: Cycle['brief']) => Cycle['brief']) {
  const cycle = useWorkspace.getState().rows.cycle.get(cycleId);
  if (!cycle) return fail({ code: 'not-found', detail: {} });
  return run('cycle.edit', { id: cycleId, fields: { brief: change(cycle.brief) } });
}
