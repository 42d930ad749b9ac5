import { onTestFinished } from 'vitest';
import { assembleCore, type Core } from '#core/core.ts';
import type { Services } from '#core/services.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import { type TestPorts, testPorts } from './ports.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export interface TestCore {
  readonly core: Core;
  readonly services: Services;
  readonly ports: TestPorts;
  /** Calls a channel as a host does and gives its value; a refusal fails the test with its code. */
  readonly call: <Name extends ChannelName>(channel: Name, input: ChannelInput<Name>) => Promise<ChannelOutput<Name>>;
  /** Calls a channel that is to be refused and gives the error. */
  readonly refusal: <Name extends ChannelName>(channel: Name, input: ChannelInput<Name>) => Promise<AppError>;
  /** Every event so far, oldest first. */
  readonly events: readonly AppEvent[];
}

export interface TestCoreOptions {
  readonly folder?: string;
  readonly now?: string;
  readonly ports?: TestPorts;
}

/** A core with real SQLite in a temporary folder and no workspace open. It closes when the test is finished. */
export function startCore({ folder, now, ports: given }: TestCoreOptions = {}): TestCore {
  const ports = given ?? testPorts({ folder: folder ?? temporaryFolder(), ...(now === undefined ? {} : { now }) });
  const { core, services } = assembleCore(ports);
  const events: AppEvent[] = [];
  core.events.subscribe((event) => events.push(event));
  onTestFinished(() => core.close());
  return {
    core,
    services,
    ports,
    events,
    call: services.call,
    refusal: async (channel, input) => {
      const result = await core.dispatch(channel, input);
      if (result.ok) throw new Error(`${channel} was not refused`);
      return result.error;
    },
  };
}

/** A core with a new Stage 3 workspace of an invented university open: one cycle, its two plans, its empty answers. */
export async function openCore(options: TestCoreOptions & { readonly stage?: number } = {}): Promise<TestCore> {
  const test = startCore(options);
  await test.call('workspace.create', {
    institution: 'Eastmere University',
    stage: options.stage ?? 3,
    signedOn: '2020-09-14',
  });
  return test;
}
