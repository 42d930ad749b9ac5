import { create } from 'zustand';
import type { Consent, VoiceChannel } from '#shared/model/words.ts';

/** What is written in the form for the next entry. */
export interface QuickDraft {
  readonly channel: VoiceChannel;
  /** An ISO day, or empty. */
  readonly heardOn: string;
  readonly groupName: string;
  readonly words: string;
  readonly kind: 'quote' | 'summary';
  readonly consent: Consent;
}

/** The day here and now: a meeting in the evening is not written down under the day of Greenwich. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The most careful consent and a summary, until somebody says otherwise. */
export const freshDraft = (now: Date): QuickDraft => ({
  channel: 'focus-group',
  heardOn: localDay(now),
  groupName: '',
  words: '',
  kind: 'summary',
  consent: 'internal',
});

/** The next entry of the same meeting: channel, date and group stay; consent is each speaker's own, so it does not. */
export const nextDraft = ({ channel, heardOn, groupName }: QuickDraft): QuickDraft => ({
  ...freshDraft(new Date(0)),
  channel,
  heardOn,
  groupName,
});

interface DraftState {
  /** The workspace that the draft was written in; another one begins with an empty form. */
  readonly workspace: string | null;
  readonly draft: QuickDraft | null;
}

/** Kept outside the screen, so that a look at the plan in the middle of a sentence does not lose the sentence. */
export const useQuickDraft = create<DraftState>(() => ({ workspace: null, draft: null }));
