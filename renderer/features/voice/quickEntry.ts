import { create } from 'zustand';
import type { ChannelInput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Consent, Theme, VoiceChannel } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { peopleFrom } from './voiceWarnings.ts';

/** What is written in the form for the next entry. */
export interface QuickDraft {
  readonly channel: VoiceChannel;
  /** An ISO day, or empty. */
  readonly heardOn: string;
  readonly groupName: string;
  /** Numbers of people as they are typed. */
  readonly asked: string;
  readonly replied: string;
  readonly words: string;
  readonly kind: 'quote' | 'summary';
  readonly consent: Consent;
  readonly personName: string;
  readonly themes: readonly Theme[];
  readonly changed: string;
  readonly whyNot: string;
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
  asked: '',
  replied: '',
  words: '',
  kind: 'summary',
  consent: 'internal',
  personName: '',
  themes: [],
  changed: '',
  whyNot: '',
});

/**
 * The next entry of the same meeting: channel, date, group and how many there were stay; consent is each speaker’s own,
 * so it does not.
 */
export const nextDraft = ({ channel, heardOn, groupName, asked, replied }: QuickDraft): QuickDraft => ({
  ...freshDraft(new Date(0)),
  channel,
  heardOn,
  groupName,
  asked,
  replied,
});

/** Why a draft cannot be kept, as a sentence; null where it can. */
export function draftProblem({ words, asked, replied }: QuickDraft): string | null {
  if (words.trim() === '') return 'Nothing is kept yet: write down what was said first.';
  const [wereAsked, haveReplied] = [peopleFrom(asked), peopleFrom(replied)];
  if (wereAsked === undefined || haveReplied === undefined)
    return 'Nothing is kept yet: write a whole number of people, or leave it empty.';
  return wereAsked !== null && haveReplied !== null && haveReplied > wereAsked
    ? 'Nothing is kept yet: more people replied than were asked.'
    : null;
}

/** A draft as the register keeps it. */
export function fieldsOfDraft(draft: QuickDraft): ChannelInput<'voice.add'>['fields'] {
  const { channel, heardOn, kind, consent, themes } = draft;
  return {
    channel,
    kind,
    consent,
    themes,
    heardOn: heardOn || null,
    groupName: draft.groupName.trim(),
    personName: consent === 'named' ? draft.personName.trim() : '',
    asked: peopleFrom(draft.asked) ?? null,
    replied: peopleFrom(draft.replied) ?? null,
    words: draft.words.trim(),
    changed: draft.changed.trim(),
    whyNot: draft.whyNot.trim(),
  };
}

export interface NotKept {
  readonly draft: QuickDraft;
  readonly error: AppError;
}

interface DraftState {
  /** The workspace that the draft was written in; another one begins with an empty form. */
  readonly workspace: string | null;
  readonly draft: QuickDraft | null;
  /** Entries that are on their way to the register. */
  readonly underWay: number;
  /** The entry that was kept last. */
  readonly keptNumber: number | null;
  /** Entries that the register could not take, in the order they were written. */
  readonly notKept: readonly NotKept[];
}

/** Kept outside the screen, so that a look at the plan in the middle of a sentence does not lose the sentence. */
export const useQuickDraft = create<DraftState>(() => ({
  workspace: null,
  draft: null,
  underWay: 0,
  keptNumber: null,
  notKept: [],
}));

/** One after the other, so that entries are numbered in the order in which they were written. */
let last: Promise<unknown> = Promise.resolve();

/** Sends a draft to the register in its turn. The form is free for the next entry meanwhile. */
export function keepDraft(draft: QuickDraft): Promise<void> {
  useQuickDraft.setState(({ underWay }) => ({ underWay: underWay + 1 }));
  const kept = last.then(async () => {
    const result = await run('voice.add', { fields: fieldsOfDraft(draft) });
    useQuickDraft.setState(({ underWay, notKept, keptNumber }) => ({
      underWay: underWay - 1,
      keptNumber: result.ok ? result.value.number : keptNumber,
      notKept: result.ok ? notKept : [...notKept, { draft, error: result.error }],
    }));
  });
  last = kept;
  return kept;
}

/** Tries an entry again that could not be kept. */
export function keepAgain(entry: NotKept): void {
  useQuickDraft.setState(({ notKept }) => ({ notKept: notKept.filter((each) => each !== entry) }));
  void keepDraft(entry.draft);
}
