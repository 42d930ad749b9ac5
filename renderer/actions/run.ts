import type { ChannelInput, ChannelName, ChannelOf, ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { beginAmending } from '../stores/amending.ts';
import { host } from '../stores/host.ts';
import { notify, useNotices } from '../stores/notices.ts';
import { useReplaced } from '../stores/replaced.ts';
import { useRoute } from '../stores/route.ts';
import { beginSaving, endSaving } from '../stores/saving.ts';
import { errorText, placeOfError } from '../text/errors.ts';

/** Asks the host. Errors are for the caller to show. */
export function ask<Name extends ChannelOf<'query' | 'job'>>(
  channel: Name,
  input: ChannelInput<Name>,
): Promise<Result<ChannelOutput<Name>>> {
  return host().client.call(channel, input, { screen: useRoute.getState().path });
}

/**
 * Changes the workspace. The state line follows it; an error that does not belong to a field becomes a notice, and one
 * that may pass (a full disk, a host that is gone) keeps its Retry in the state line.
 */
export async function run<Name extends ChannelOf<'command'>>(
  channel: Name,
  input: ChannelInput<Name>,
): Promise<Result<ChannelOutput<Name>>> {
  beginSaving();
  const result = await host().client.call(channel, input, { screen: useRoute.getState().path, isCommand: true });
  if (result.ok) {
    endSaving();
    return result;
  }
  endSaving(mayPass(result.error) ? { error: result.error, retry: () => void run(channel, input) } : null);
  if (spoilt.has(result.error.code)) useReplaced.setState({ error: result.error });
  else if (placeOfError(result.error.code) === 'notice') showError(result.error);
  return result;
}

export function showError(error: AppError): void {
  const { message, remedy } = errorText(error);
  const said = `${message} ${remedy}`.trim();
  const { cycleId } = error.detail;
  if (error.code !== 'signed-off' || cycleId === undefined) {
    notify({ kind: 'problem', message: said });
    return;
  }
  // Typing on in what was signed is refused again and again; it is said once.
  if (useNotices.getState().notices.some((notice) => notice.message === said)) return;
  notify({
    kind: 'problem',
    message: said,
    action: { label: 'Start an amendment…', run: () => beginAmending(cycleId) },
  });
}

/** The file itself can take no more: it is said over everything, not beside one field. */
const spoilt: ReadonlySet<AppError['code']> = new Set<AppError['code']>(['workspace-replaced', 'workspace-damaged']);

const passing: ReadonlySet<AppError['code']> = new Set<AppError['code']>([
  'disk-full',
  'host-unreachable',
  'internal',
  'workspace-in-use',
]);
const mayPass = (error: AppError): boolean => passing.has(error.code);

export type { ChannelName };
