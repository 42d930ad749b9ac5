import { create } from 'zustand';

/** The words that a search has led here by, folded; they are marked where they stand until Esc or another place. */
export const useMarks = create<{ readonly words: readonly string[] }>(() => ({ words: [] }));

export const markWords = (words: readonly string[]): void => useMarks.setState({ words });
