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

/** Done notices go by themselves after eight seconds; problems stay until they are dismissed. */
export function notify(notice: Omit<Notice, 'id'>): void {
  count += 1;
  const id = count;
  useNotices.setState((state) => ({ notices: [...state.notices.slice(-2), { ...notice, id }] }));
  if (notice.kind === 'done') setTimeout(() => dismiss(id), 8_000);
}

export const dismiss = (id: number): void =>
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));

/** For where what was refused may be done now. */
export const dismissProblems = (): void =>
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.kind !== 'problem') }));
