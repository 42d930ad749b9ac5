import type { Version } from '#shared/model/tables.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dateAndTime } from '../../text/dates.ts';

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
  if (version) return nameAmong(version, versions);
  return step ? `After “${step.label}” (${dateAndTime(step.at)})` : `After change ${state}`;
}

/** For a list to choose from: two versions may bear one name. */
export const versionLine = ({ name, namedAt }: Pick<Version, 'name' | 'namedAt'>): string =>
  `${name} (${dateAndTime(namedAt)})`;

/** Its name alone, or with its day and time where another version has the same. */
export const nameAmong = (version: Version, versions: readonly Version[]): string =>
  versions.some(({ id, name }) => id !== version.id && name === version.name) ? versionLine(version) : version.name;
