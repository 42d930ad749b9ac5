/** Whether anybody is still there: open pages, and when the last of them was heard of. */
export interface Presence {
  readonly arrived: () => void;
  readonly left: () => void;
  /** A call without an event stream counts too: a script may be at work. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/** Calls `onIdle` once when, after the first page, none has been open for the given time. */
export function createPresence(idleMilliseconds: number, onIdle: () => void): Presence {
  let pages = 0;
  let timer: NodeJS.Timeout | null = null;
  const rest = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const wait = (): void => {
    rest();
    timer = setTimeout(onIdle, idleMilliseconds);
  };
  return {
    arrived: () => {
      pages += 1;
      rest();
    },
    left: () => {
      pages -= 1;
      if (pages === 0) wait();
    },
    heard: () => {
      if (timer) wait();
    },
    stop: rest,
  };
}
