import { create } from 'zustand';
import type { AppError } from '#shared/errors.ts';

/**
 * The state line: Saving, Saved 14:02, or Not saved with the reason and Retry.
 * Saved means committed: the host has answered that the change is on the disk.
 */
interface SavingState {
  /** Writes that wait for their time (typing pauses) or for the host. */
  readonly pending: number;
  /** Why what stands in the editor cannot be kept as it is; another change that is saved does not answer for it. */
  readonly unkept: string | null;
  /** Answers that were left before they could be saved; what was written waits where each is opened again. */
  readonly left: ReadonlySet<string>;
  readonly failure: { readonly error: AppError; readonly retry: () => void } | null;
}

export const useSaving = create<SavingState>(() => ({
  pending: 0,
  unkept: null,
  left: new Set(),
  failure: null,
}));

export const beginSaving = (): void => useSaving.setState((state) => ({ pending: state.pending + 1 }));
export const endSaving = (failure: SavingState['failure'] = null): void =>
  useSaving.setState((state) => ({ pending: Math.max(0, state.pending - 1), failure }));

/** Resolves once nothing is on its way to the disk, or what was on its way has failed. */
export function savingDone(): Promise<void> {
  return new Promise((resolve) => {
    if (useSaving.getState().pending === 0) return resolve();
    const stop = useSaving.subscribe((state) => {
      if (state.pending > 0) return;
      stop();
      resolve();
    });
  });
}
