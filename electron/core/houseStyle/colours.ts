import { isReadable } from '../export/check/faults.ts';

const white = 'FFFFFF';

const channelsOf = (colour: string): readonly number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `share` of the first colour, the rest of the other. */
export function mixed(colour: string, other: string, share: number): string {
  const others = channelsOf(other);
  return channelsOf(colour)
    .map((channel, index) => Math.round(channel * share + (others[index] ?? 0) * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** A pale ground in the hue of a colour. */
export const paleOf = (colour: string, share: number): string => mixed(colour, white, share);

/** Twentieths of a colour towards black; small enough that the colour stays the house's own as far as it can. */
const step = 0.05;

/** The colour itself where it can be read on each of these grounds, else as dark as it has to be for that. */
export function readableOn(colour: string, ...grounds: readonly string[]): string {
  for (let share = 1; share > 0; share -= step) {
    const darker = mixed(colour, '000000', share);
    if (grounds.every((ground) => isReadable(darker, ground))) return darker;
  }
  return '000000';
}

export const readableOnPaper = (colour: string): string => readableOn(colour, white);
