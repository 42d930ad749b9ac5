import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChannelInput, ChannelName, ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Core } from '../../core/core.ts';
import { BadInput } from './commandLine.ts';

export type HostedCore = Pick<Core, 'dispatch' | 'fileTokens' | 'close'>;

/** A call that was refused, as a value to be told in one line. */
export class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export type Call = <Name extends ChannelName>(channel: Name, input: ChannelInput<Name>) => Promise<ChannelOutput<Name>>;

/** Calls that throw Refused instead of giving a result. */
export const callsOf =
  (core: Pick<Core, 'dispatch'>): Call =>
  async (channel, input) => {
    const result = await core.dispatch(channel, input);
    if (!result.ok) throw new Refused(result.error);
    return result.value as never;
  };

/** The absolute path of a file that must be there. */
export function existingFile(name: string): string {
  const path = resolve(name);
  if (!existsSync(path)) throw new BadInput(`There is no file “${name}”.`);
  if (!statSync(path).isFile()) throw new BadInput(`“${name}” is not a file.`);
  return path;
}

/** Opens a workspace file in the core. */
export async function openWorkspace(core: HostedCore, name: string): Promise<void> {
  const file = core.fileTokens.holdPath(existingFile(name));
  await callsOf(core)('workspace.open', { file });
}

export type Rows = ChannelOutput<'workspace.load'>['rows'];

/** Cycles from the first to the newest. */
export const cyclesInOrder = (rows: Rows): Rows['cycle'] =>
  rows.cycle.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt) || one.stage - other.stage);

/** The cycle of that number, counted from 1; the newest without one. */
export function chosenCycle(rows: Rows, number: string | undefined): Rows['cycle'][number] {
  const cycles = cyclesInOrder(rows);
  const index = number === undefined ? cycles.length - 1 : Number(number) - 1;
  const cycle = /^\d+$/.test(number ?? '1') ? cycles[index] : undefined;
  if (!cycle)
    throw new BadInput(
      cycles.length === 0
        ? 'The workspace has no cycle yet.'
        : `There is no cycle ${number}; the workspace has ${cycles.length === 1 ? '1' : `1 to ${cycles.length}`}.`,
    );
  return cycle;
}

/** The framework that is called so, by its title in any case; null for the themes, which are usual. */
export function chosenGrouping(rows: Rows, name: string | undefined): { readonly framework: string } | 'theme' {
  if (name === undefined || name === 'theme') return 'theme';
  const frameworks = rows.framework.filter(({ binned }) => !binned);
  const found = frameworks.filter(({ title }) => title.trim().toLowerCase() === name.trim().toLowerCase());
  const [only] = found;
  if (only !== undefined && found.length === 1) return { framework: only.id };
  const titles = frameworks.map(({ title }) => `“${title}”`).join(', ');
  throw new BadInput(
    found.length > 1
      ? `More than one framework is called “${name}”. Give one of them another name first.`
      : `There is no framework “${name}”. ${titles === '' ? 'The workspace has none' : `The workspace has ${titles}`}; the themes are --by theme.`,
  );
}

/** The plan that the newest cycle reviews, which is the usual one, or writes. */
export function chosenPlan(rows: Rows, role: string | undefined): string {
  const cycle = chosenCycle(rows, undefined);
  if (role === undefined || role === 'last') return cycle.lastPlanId;
  if (role === 'next') return cycle.newPlanId;
  throw new BadInput(`--plan is last or next, not “${role}”.`);
}
