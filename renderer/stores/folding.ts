import { useCallback } from 'react';
import { create } from 'zustand';

/** What was folded and unfolded by hand, by title, until the window is closed. */
const useFolded = create<{ readonly open: Readonly<Record<string, boolean>> }>(() => ({ open: {} }));

/** Whether something that folds away is open: the next action's record looks as this one was left. */
export function useFolding(title: string, openAtFirst: boolean): readonly [boolean, (open: boolean) => void] {
  const open = useFolded((state) => state.open[title] ?? openAtFirst);
  const setOpen = useCallback(
    (now: boolean) => useFolded.setState((state) => ({ open: { ...state.open, [title]: now } })),
    [title],
  );
  return [open, setOpen];
}
