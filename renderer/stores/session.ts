import { create } from 'zustand';
import type { ChannelOutput } from '#shared/contract/contract.ts';

/** What the host said of itself when the page started, and again whenever a workspace is opened or closed. */
interface SessionState {
  readonly app: ChannelOutput<'app.state'> | null;
  /** The day where the person is. */
  readonly today: string;
}

export const useSession = create<SessionState>(() => ({ app: null, today: new Date().toISOString().slice(0, 10) }));

export const setApp = (app: ChannelOutput<'app.state'>): void => useSession.setState({ app, today: app.today });
