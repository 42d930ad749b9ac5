import type { AppEvent } from '#shared/contract/workspace.ts';

export type EventListener = (event: AppEvent) => void;

export interface Events {
  /** Returns the function that stops listening. */
  readonly subscribe: (listener: EventListener) => () => void;
  readonly emit: (event: AppEvent) => void;
}

export function createEvents(): Events {
  const listeners = new Set<EventListener>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
