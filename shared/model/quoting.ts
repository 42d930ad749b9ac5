import type { Voice } from './tables.ts';

/**
 * What of an entry of technician voice may be printed, and with what care. The one place that applies consent: the
 * Word document, the web page, references, the view “You said, we did” and the warnings beside a quote all ask here,
 * so they cannot disagree.
 */

/**
 * Who will read it. `signatory`: the self-assessment that is signed, submitted and reviewed. `public`: anybody, as on
 * the institution's web page. Both lie outside the institution, so what must stay inside reaches neither.
 */
export const audiences = ['signatory', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** A quote from fewer people than this may identify its speaker, and so may their number (domain.md 4). */
export const smallestGroup = 5;

/** A number of people as it may be printed; null where nobody knows it. */
export type PrintedCount = number | 'fewer-than-5' | null;

/** Anybody's reader learns of fewer than five people no more than that. */
export function countAsPrinted(count: number | null, audience: Audience): PrintedCount {
  return audience === 'public' && count !== null && count < smallestGroup ? 'fewer-than-5' : count;
}

/** “Fewer than 5 of fewer than 5” tells no more than the first half; nor does a number that nobody knows. */
export const saysNoMore = (replied: PrintedCount, asked: PrintedCount): boolean =>
  asked === null || (replied === 'fewer-than-5' && asked === 'fewer-than-5');

export type QuotedVoice = Pick<
  Voice,
  | 'heardOn'
  | 'channel'
  | 'groupName'
  | 'personName'
  | 'asked'
  | 'replied'
  | 'kind'
  | 'words'
  | 'consent'
  | 'changed'
  | 'whyNot'
>;

/** Everything of an entry that a document may be written from. */
export interface PrintedVoice
  extends Pick<QuotedVoice, 'heardOn' | 'channel' | 'kind' | 'words' | 'changed' | 'whyNot'> {
  /** Who, as a group or a role; `''` where the consent is anonymous or nobody wrote it. */
  readonly group: string;
  /** Whose words they are: a person who agreed to be named, otherwise the group, otherwise nobody. */
  readonly attribution: string;
  readonly asked: PrintedCount;
  readonly replied: PrintedCount;
}

/** The entry as its consent lets this reader see it; null where it must not leave the institution. */
export function voiceAsPrinted(voice: QuotedVoice, audience: Audience): PrintedVoice | null {
  if (voice.consent === 'internal') return null;
  const { heardOn, channel, kind, words, changed, whyNot } = voice;
  const group = voice.consent === 'anonymous' ? '' : voice.groupName.trim();
  const person = voice.consent === 'named' ? voice.personName.trim() : '';
  return {
    heardOn,
    channel,
    kind,
    words,
    changed,
    whyNot,
    group,
    attribution: person || group,
    asked: countAsPrinted(voice.asked, audience),
    replied: countAsPrinted(voice.replied, audience),
  };
}

/**
 * What should be thought of before an entry is quoted; nothing is forbidden by it. `stays-inside`: it will not be
 * printed. `small-group`: it may tell who spoke. `name-missing`: it may be quoted by name and no name is kept, so the
 * group stands in its place.
 */
export type QuotingConcern = 'stays-inside' | 'small-group' | 'name-missing';

export function quotingConcerns(
  voice: Pick<Voice, 'kind' | 'consent' | 'asked' | 'replied' | 'personName'>,
): readonly QuotingConcern[] {
  if (voice.consent === 'internal') return ['stays-inside'];
  if (voice.kind === 'summary') return [];
  if (voice.consent === 'named') return voice.personName.trim() === '' ? ['name-missing'] : [];
  // Those who replied are those who may have said it; without that number, those who were asked.
  const size = voice.replied ?? voice.asked;
  return size !== null && size < smallestGroup ? ['small-group'] : [];
}
