import type { VoiceChannel } from '#shared/model/words.ts';
import { plainText } from '../understand/plainText.ts';

const patterns: readonly (readonly [RegExp, VoiceChannel])[] = [
  [/\bexit\b|\bleaver/, 'exit-interview'],
  [/\bfocus\b|\bround ?table\b|\bworkshop\b/, 'focus-group'],
  [/\bsteering\b|\bcommittee\b|\bworking group\b/, 'steering-group-seat'],
  [/\banonymous\b|\bsuggestion\b/, 'anonymous-form'],
  [/\bsurvey\b|\bquestionnaire\b|\bpoll\b/, 'survey'],
  [/\binterview\b|\bone to one\b|\b1 ?: ?1\b/, 'interview'],
  [/\bfeedback\b|\bevaluation\b/, 'event-feedback'],
  [/\bnetwork\b|\bconference\b|\bshowcase\b|\bevent\b/, 'network-event'],
  [/^other$/, 'other'],
];

/** How technicians were heard, from a word of the file; undefined where it names no channel. */
export function readChannel(text: string): VoiceChannel | undefined {
  const plain = plainText(text);
  return patterns.find(([pattern]) => pattern.test(plain))?.[1];
}
