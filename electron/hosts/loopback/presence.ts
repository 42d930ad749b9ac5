/** Whether anybody is still there: open pages, and when the last of them was heard of. */
export interface Presence {
  readonly arrived: () => void;
  readonly left: () => void;
  /** A call without an event stream counts too: a script may be at work. */
  readonly heard: () => void;
  readonly stop: () => void;
}

export interface IdleTimes {
  /** Before the first page: a browser that never opens must not keep the workspace locked for ever. */
  readonly first: number;
  /** After the last page has gone. */
  readonly idle: number;
}

/** Calls `onIdle` once when no page has come for the first time, or none has been open for the other. */
export function createPresence({ first, idle }: IdleTimes, onIdle: () => void): Presence {
  let pages = 0;
  let hasCome = false;
  let timer: NodeJS.Timeout | null = null;
  const rest = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const wait = (): void => {
    rest();
    timer = setTimeout(onIdle, hasCome ? idle : first);
  };
  wait();
  return {
    arrived: () => {
      pages += 1;
      hasCome = true;
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
