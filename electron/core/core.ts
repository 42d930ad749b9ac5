import { type AppError, Refusal } from '#shared/errors.ts';
import { createDispatch, runStep } from './dispatch.ts';
import { createEvents, type Events } from './events.ts';
import { createFileTokens, type FileTokens } from './fileTokens.ts';
import { handlers } from './handlers.ts';
import { createJobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { Dispatch, Services } from './services.ts';
import { changeWorkspace } from './workspace/opening.ts';
import { createWorkspaceSession } from './workspace/session.ts';

/** What a host holds of the core: one way in, what it tells, the files that cross, and the end. */
export interface Core {
  readonly dispatch: Dispatch;
  readonly events: Events;
  readonly fileTokens: FileTokens;
  /** Cancels what is under way and closes the open workspace. */
  readonly close: () => void;
}

/** The whole application without a window, a server or a terminal. */
export const createCore = (ports: Ports): Core => assembleCore(ports).core;

/** The core together with what its rooms share, for tests and measurements that look inside. */
export function assembleCore(ports: Ports): { readonly core: Core; readonly services: Services } {
  const events = createEvents(ports.log);
  const fileTokens = createFileTokens();
  const jobs = createJobs(events);
  const session = createWorkspaceSession(events);
  const services: Services = {
    ports,
    events,
    fileTokens,
    jobs,
    session,
    dispatch: (channel, input, options) => dispatch(channel, input, options),
    call: async (channel, input) => {
      const result = await dispatch(channel, input);
      if (!result.ok) throw refusalOf(result.error);
      return result.value as never;
    },
    change: (label, run) =>
      runStep(services, { channel: '', screen: '', kind: 'command', gatherKey: null, label }, run),
    apart: () => assembleCore(ports).services,
  };
  const dispatch = createDispatch(services, handlers);
  const core: Core = {
    dispatch,
    events,
    fileTokens,
    close: () => {
      jobs.cancelAll();
      changeWorkspace(services, null);
    },
  };
  return { core, services };
}

const refusalOf = (error: AppError): Refusal => new Refusal(error.code, error.detail);
