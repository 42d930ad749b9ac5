import { create } from 'zustand';

/** A sentence in a row of its own at the foot of the window: what happened, with a way back where there is one. */
export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface NoticeState {
  readonly notices: readonly Notice[];
}

let count = 0;
export const useNotices = create<NoticeState>(() => ({ notices: [] }));

const standMilliseconds = 8_000;
const askAgainMilliseconds = 1_000;

/**
 * Done notices go by themselves after eight seconds, but never under the hand: not while one of them is pointed at or
 * has the focus. Problems stay until they are dismissed.
 */
export function notify(notice: Omit<Notice, 'id'>): void {
  count += 1;
  const id = count;
  useNotices.setState((state) => ({ notices: [...state.notices.slice(-2), { ...notice, id }] }));
  if (notice.kind === 'done') goAfter(standMilliseconds, id);
}

function goAfter(milliseconds: number, id: number): void {
  setTimeout(() => (isUnderHand() ? goAfter(askAgainMilliseconds, id) : dismiss(id)), milliseconds);
}

const isUnderHand = (): boolean => document.querySelector('[data-notices]:is(:hover, :focus-within)') !== null;

export const dismiss = (id: number): void =>
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));

/** For where what was refused may be done now. */
export const dismissProblems = (): void =>
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.kind !== 'problem') }));
