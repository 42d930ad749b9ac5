import type { AppEvent } from '#shared/contract/workspace.ts';

type EventListener = (event: AppEvent) => void;

export interface Events {
  /** Returns the function that stops listening. */
  readonly subscribe: (listener: EventListener) => () => void;
  readonly emit: (event: AppEvent) => void;
}

/** `log` takes a line for each listener that failed. */
export function createEvents(log: (line: string) => void = () => undefined): Events {
  const listeners = new Set<EventListener>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (cause) {
          // A window that is just going away must not make a committed change look like a failed one.
          log(`event ${event.type} not heard: ${(cause as Error)?.name ?? 'unknown'}`);
        }
      }
    },
  };
}
