import { Worker } from 'node:worker_threads';
import { importLimits } from '#shared/limits.ts';
import { watchMemory } from './residentMemory.ts';
import type { ready, WorkerAnswer, WorkerInput } from './worker.ts';

/** How a job in the thread ended: with its answer, or because it had to be ended. */
export type ThreadOutcome =
  | { readonly ended: 'answered'; readonly answer: WorkerAnswer }
  | { readonly ended: 'timed-out' | 'cancelled' | 'out-of-memory' }
  | { readonly ended: 'failed' | 'not-started'; readonly cause: unknown };

export type ThreadJob = {
  readonly input: WorkerInput;
  readonly milliseconds: number;
  readonly signal?: AbortSignal | undefined;
};

type ThreadEvent =
  | { readonly kind: 'ready' }
  | { readonly kind: 'message'; readonly answer: WorkerAnswer }
  | { readonly kind: 'error'; readonly cause: Error & { code?: string } }
  | { readonly kind: 'exit' };

/** `onEvent` belongs to whoever holds the thread: the job that runs in it, or the place where it waits. */
type Thread = {
  readonly worker: Worker;
  readonly url: string;
  ready: boolean;
  onEvent: (event: ThreadEvent) => void;
};

/** At most one thread waits for work, so that a person who corrects a preview does not wait for the reader to start. */
let idle: { readonly thread: Thread; readonly timer: NodeJS.Timeout } | undefined;
/** Files are read one after the other: two large ones at once would need twice the memory. */
let last: Promise<unknown> = Promise.resolve();

function start(url: URL): Thread {
  const worker = new Worker(url, {
    resourceLimits: {
      maxOldGenerationSizeMb: importLimits.workerMegabytes,
      maxYoungGenerationSizeMb: importLimits.youngMegabytes,
    },
  });
  const thread: Thread = { worker, url: url.href, ready: false, onEvent: () => undefined };
  worker.on('message', (message: typeof ready | WorkerAnswer) => {
    if (message === 'ready') {
      thread.ready = true;
      thread.onEvent({ kind: 'ready' });
    } else thread.onEvent({ kind: 'message', answer: message });
  });
  worker.on('error', (cause) => thread.onEvent({ kind: 'error', cause }));
  worker.on('exit', () => thread.onEvent({ kind: 'exit' }));
  worker.unref();
  return thread;
}

/** Starts a thread that waits for its first file. Without this the first file waits for the start as well. */
export function startReadingThread(url: URL): void {
  if (idle === undefined) keep(start(url));
}

function keep(thread: Thread): void {
  endIdle();
  thread.worker.unref();
  // One that fails while nobody waits for it is forgotten; the next file starts another.
  const forget = (): void => {
    if (idle?.thread === thread) endIdle();
  };
  thread.onEvent = ({ kind }) => {
    if (kind !== 'ready') forget();
  };
  const timer = setTimeout(forget, importLimits.idleMilliseconds).unref();
  idle = { thread, timer };
}

function endIdle(): void {
  if (idle === undefined) return;
  const { thread, timer } = idle;
  idle = undefined;
  clearTimeout(timer);
  thread.onEvent = () => undefined;
  void thread.worker.terminate();
}

function take(url: URL): Thread {
  if (idle === undefined || idle.thread.url !== url.href) return start(url);
  const { thread, timer } = idle;
  idle = undefined;
  clearTimeout(timer);
  return thread;
}

/** Runs one job in a thread with bounds on time and memory. Never throws: how it ended is the answer. */
export function runInThread(url: URL, job: ThreadJob): Promise<ThreadOutcome> {
  const cancelled = new Promise<ThreadOutcome>((resolve) => {
    job.signal?.addEventListener('abort', () => resolve({ ended: 'cancelled' }), { once: true });
  });
  const outcome = last.then(() => (job.signal?.aborted ? { ended: 'cancelled' as const } : run(url, job)));
  last = outcome;
  return Promise.race([cancelled, outcome]);
}

function run(url: URL, { input, milliseconds, signal }: ThreadJob): Promise<ThreadOutcome> {
  const thread = take(url);
  const { worker } = thread;
  const memory = watchMemory();
  return new Promise((resolve) => {
    let ended = false;
    const end = (outcome: ThreadOutcome): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      thread.onEvent = () => undefined;
      if (outcome.ended === 'answered' && outcome.answer.reusable) {
        keep(thread);
        resolve(outcome);
        return;
      }
      const done = (): void => {
        if (outcome.ended === 'cancelled') startReadingThread(url);
        resolve(outcome);
      };
      void worker.terminate().then(done, done);
    };
    const onAbort = (): void => end({ ended: 'cancelled' });
    const timer = setTimeout(() => end({ ended: 'timed-out' }), milliseconds);
    // The limit of the thread bounds objects only; bytes lie outside it and are seen in the process alone.
    const watch = setInterval(() => {
      if (memory.isExceeded()) end({ ended: 'out-of-memory' });
    }, importLimits.memoryWatchMilliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
    // Given only once the thread is ready: its errors come by another way than its messages, and may overtake them.
    const give = (): void => worker.postMessage(input);
    thread.onEvent = (event) => {
      if (event.kind === 'ready') give();
      else if (event.kind === 'message') end({ ended: 'answered', answer: event.answer });
      else if (event.kind === 'error' && event.cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
        end({ ended: 'out-of-memory' });
      else {
        const cause = event.kind === 'error' ? event.cause : new Error('The thread ended by itself.');
        end({ ended: thread.ready ? 'failed' : 'not-started', cause });
      }
    };
    worker.ref();
    if (thread.ready) give();
  });
}
