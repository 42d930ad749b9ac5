import { create } from 'zustand';
import type { WorkingCopyState } from '#shared/contract/workspace.ts';

/** How the open workspace stands to the network or synchronised folder it is in; null for one on this computer. */
export const useWorkingCopy = create<{ readonly state: WorkingCopyState | null }>(() => ({ state: null }));
