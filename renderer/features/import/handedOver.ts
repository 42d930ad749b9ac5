import { create } from 'zustand';
import type { HeldFileName } from '../../platform/platform.ts';

/** A file on its way to the import of the other plan, with the tables that are meant for that one. */
interface HandedOver {
  readonly file: HeldFileName;
  readonly tables: readonly string[];
}

export const useHandedOver = create<{ readonly next: HandedOver | null }>(() => ({ next: null }));

export const handOver = (next: HandedOver): void => useHandedOver.setState({ next });

/** Takes it, once. */
export function takeHandedOver(): HandedOver | null {
  const { next } = useHandedOver.getState();
  useHandedOver.setState({ next: null });
  return next;
}
