import { create } from 'zustand';

/** The cycle of which an amendment is about to be started: its dialog is open over whatever screen there is. */
export const useAmending = create<{ readonly cycleId: string | null }>(() => ({ cycleId: null }));

export const beginAmending = (cycleId: string): void => useAmending.setState({ cycleId });
export const endAmending = (): void => useAmending.setState({ cycleId: null });
