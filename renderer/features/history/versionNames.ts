import type { Version } from '#shared/model/tables.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';

/** Where a state stands in an address: the number of its step, or `now`. */
export type StateInAddress = string;

export const stepOf = (state: StateInAddress): number | null => (state === 'now' ? null : Number(state));

/** Newest first. */
export function useVersions(): readonly Version[] {
  const versions = useWorkspace((state) => state.rows.version);
  return [...versions.values()].toSorted((a, b) => b.stepId - a.stepId || b.namedAt.localeCompare(a.namedAt));
}

/** How a state is called: its name, the step it was after, or now. */
export function stateName(
  state: StateInAddress,
  versions: readonly Version[],
  step?: { readonly label: string; readonly at: string } | null,
): string {
  if (state === 'now') return 'Now';
  const version = versions.find(({ stepId }) => String(stepId) === state);
  if (version) return version.name;
  return step ? `After “${step.label}” (${dayAndTime(step.at)})` : `After change ${state}`;
}

export const versionLine = ({ name, namedAt }: Version): string => `${name} (${dayAndTime(namedAt)})`;
