import { create } from 'zustand';

interface InspectorState {
  /** Where the inspector's contents go; null until the frame is there. */
  readonly place: HTMLElement | null;
  /** How many screens have something to show: without any, there is no inspector. */
  readonly users: number;
  /** Whether it is unfolded on a narrow window. */
  readonly open: boolean;
}

export const useInspector = create<InspectorState>(() => ({ place: null, users: 0, open: false }));
