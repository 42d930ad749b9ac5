import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPresence } from './presence.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const idle = vi.fn();
  return { idle, presence: createPresence({ first: 5000, idle: 1000 }, idle) };
}

describe('presence', () => {
  it('waits longer for the first page, and not for ever', () => {
    const { idle } = start();
    vi.advanceTimersByTime(4999);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000_000);
    expect(idle).toHaveBeenCalledTimes(1);
  });

  it('counts the wait for the first page from the last call: a script may be at work', () => {
    const { idle, presence } = start();
    vi.advanceTimersByTime(4000);
    presence.heard();
    vi.advanceTimersByTime(4999);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(idle).toHaveBeenCalledTimes(1);
  });

  it('waits for nobody once it is stopped', () => {
    const { idle, presence } = start();
    presence.stop();
    vi.advanceTimersByTime(1_000_000);
    expect(idle).not.toHaveBeenCalled();
  });

  it('lasts as long as one page is open', () => {
    const { idle, presence } = start();
    presence.arrived();
    presence.arrived();
    presence.left();
    vi.advanceTimersByTime(1_000_000);
    expect(idle).not.toHaveBeenCalled();
  });

  it('ends the given time after the last page left, once', () => {
    const { idle, presence } = start();
    presence.arrived();
    presence.left();
    vi.advanceTimersByTime(999);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100_000);
    expect(idle).toHaveBeenCalledTimes(1);
  });

  it('goes on when the page comes back, and is counted from the last call', () => {
    const { idle, presence } = start();
    presence.arrived();
    presence.left();
    vi.advanceTimersByTime(900);
    presence.heard();
    vi.advanceTimersByTime(900);
    presence.arrived();
    vi.advanceTimersByTime(100_000);
    expect(idle).not.toHaveBeenCalled();
  });
});
