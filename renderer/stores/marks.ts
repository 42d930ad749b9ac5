import { create } from 'zustand';
import { roomOf, useRoute } from './route.ts';

interface Marks {
  /** Folded, as a search takes them. */
  readonly words: readonly string[];
  /** Where they are marked; on leaving it they are marked no more. */
  readonly room: string;
}

/** The words that a search has led here by; they are marked where they stand until Esc or another place. */
export const useMarks = create<Marks>(() => ({ words: [], room: '' }));

/** Marks words in the room that the address leads to by now. */
export const markWords = (words: readonly string[]): void =>
  useMarks.setState({ words, room: roomOf(useRoute.getState().path) });
