import type { Events } from './events.ts';

export interface Job {
  readonly signal: AbortSignal;
  /** `part` is 0 to 1, or null where the end is not known. */
  readonly progress: (part: number | null, label: string) => void;
}

/** Between two parts of work that holds everything up: a wish to stop is heard here, and the job ends with it. */
export async function orStop(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** Long work under way, by the id its caller chose, so that it can be cancelled. */
export interface Jobs {
  readonly run: <Value>(jobId: string | undefined, work: (job: Job) => Promise<Value>) => Promise<Value>;
  readonly cancel: (jobId: string) => void;
  readonly cancelAll: () => void;
}

export function createJobs(events: Events): Jobs {
  const running = new Map<string, AbortController>();
  return {
    run: async (jobId, work) => {
      const controller = new AbortController();
      if (jobId) running.set(jobId, controller);
      try {
        return await work({
          signal: controller.signal,
          progress: (part, label) => {
            if (jobId) events.emit({ type: 'job', jobId, progress: part, label });
          },
        });
      } finally {
        if (jobId) running.delete(jobId);
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
