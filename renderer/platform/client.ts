import type { ChannelInput, ChannelName, ChannelOutput } from '#shared/contract/contract.ts';
import { fail, type Result } from '#shared/result.ts';
import type { CallOptions, Platform } from './platform.ts';

/** Typed calls over a platform. */
export interface Client {
  readonly call: <Name extends ChannelName>(
    channel: Name,
    input: ChannelInput<Name>,
    options?: CallOptions,
  ) => Promise<Result<ChannelOutput<Name>>>;
}

/** The host has checked what it sends against the contract, so the value is taken as it comes. */
export function createClient(platform: Pick<Platform, 'call'>): Client {
  return {
    call: async (channel, input, options) => {
      try {
        return (await platform.call(channel, input, options)) as Result<never>;
      } catch {
        // Whatever way the connection broke, for the page it is one thing: nobody answers.
        return fail({ code: 'host-unreachable', detail: {} });
      }
    },
  };
}
