import { type AppError, Refusal } from '#shared/errors.ts';
import { createDispatch, runStep } from './dispatch.ts';
import { createEvents, type Events } from './events.ts';
import { createFileTokens, type FileTokens } from './fileTokens.ts';
import { createJobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { Dispatch, Handlers, Services } from './services.ts';
import { rememberOpen } from './workspace/opening.ts';
import { createWorkspaceSession } from './workspace/session.ts';

export interface Core {
  readonly dispatch: Dispatch;
  readonly events: Events;
  readonly fileTokens: FileTokens;
  /** For code that runs inside core, as the rooms do; a host has no need of it. */
  readonly services: Services;
  /** Cancels what is under way and closes the open workspace. */
  readonly close: () => void;
}

/**
 * Joins the parts of core around a table of handlers. `core.ts` gives all of them; a test of one room may give that
 * room's alone, and then the other channels answer with `internal`.
 */
export function assembleCore(ports: Ports, handlers: Handlers): Core {
  const events = createEvents();
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
  };
  const dispatch = createDispatch(services, handlers);
  return {
    dispatch,
    events,
    fileTokens,
    services,
    close: () => {
      jobs.cancelAll();
      rememberOpen(services);
      session.change(null);
    },
  };
}

const refusalOf = (error: AppError): Refusal => new Refusal(error.code, error.detail);
