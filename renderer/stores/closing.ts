import { create } from 'zustand';

/** Whether the workspace was to be closed and is not yet, because it could not be saved back. */
export const useClosing = create<{ readonly closing: boolean }>(() => ({ closing: false }));
