import type { AppEvent, WorkspaceInfo } from '#shared/contract/workspace.ts';

interface EventSourceOptions {
  readonly connect: (signal: AbortSignal) => Promise<Response>;
  readonly listener: (event: AppEvent) => void;
  /** The workspace that is open now, asked for after a lost connection. */
  readonly workspace: () => Promise<WorkspaceInfo | null>;
}

/** The host sends a sign of life every 15 seconds; three missed ones mean a dead connection (a laptop that slept). */
const silenceMilliseconds = 45_000;
const firstPauseMilliseconds = 500;
const longestPauseMilliseconds = 10_000;

/**
 * Reads the host's events, one JSON value a line, for as long as the page lives. A stream of fetch and not an
 * EventSource, because that cannot send the token in a header. Returns the function that stops.
 */
export function listenToEvents(options: EventSourceOptions): () => void {
  const stopped = new AbortController();
  void listen(options, stopped.signal);
  return () => stopped.abort();
}

async function listen(options: EventSourceOptions, stopped: AbortSignal): Promise<void> {
  let pause = firstPauseMilliseconds;
  let hadConnection = false;
  while (!stopped.aborted) {
    const silence = new AbortController();
    let watch = setTimeout(() => silence.abort(), silenceMilliseconds);
    try {
      const response = await options.connect(AbortSignal.any([stopped, silence.signal]));
      if (response.ok && response.body) {
        if (hadConnection) options.listener({ type: 'workspace', workspace: await options.workspace() });
        hadConnection = true;
        pause = firstPauseMilliseconds;
        for await (const line of linesOf(response.body)) {
          clearTimeout(watch);
          watch = setTimeout(() => silence.abort(), silenceMilliseconds);
          if (line !== '') options.listener(JSON.parse(line) as AppEvent);
        }
      }
    } catch {
      // A lost connection is tried again below; calls made meanwhile say host-unreachable to the person.
    } finally {
      clearTimeout(watch);
    }
    await rest(pause, stopped);
    pause = Math.min(pause * 2, longestPauseMilliseconds);
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let left = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (left + part.value).split('\n');
    left = lines.pop() ?? '';
    yield* lines;
  }
}

function rest(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    stopped.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
