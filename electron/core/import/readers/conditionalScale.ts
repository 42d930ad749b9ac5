import { type Channels, channelsOf, colourOf } from './colours.ts';

/** Where one colour or icon of a scale begins. `value` is that of the kinds that have one. */
export type Threshold = {
  readonly kind: string;
  readonly value?: number | undefined;
  /** Only above the value, not at it. */
  readonly above?: boolean | undefined;
};

export type ColourScale = { readonly thresholds: readonly Threshold[]; readonly colours: readonly string[] };

export type IconSet = {
  readonly name: string;
  readonly thresholds: readonly Threshold[];
  readonly reverse: boolean;
  readonly hidesValue: boolean;
  /** Icons of several sets together, the lowest first. */
  readonly chosen?: readonly { readonly set: string; readonly index: number }[] | undefined;
};

/** The numbers that a scale spans, in order. */
export function measuresOf(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((one, other) => one - other);
}

function thresholdOf({ kind, value }: Threshold, sorted: readonly number[]): number | undefined {
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  switch (kind) {
    case 'min':
    case 'autoMin':
      return least;
    case 'max':
    case 'autoMax':
      return most;
    case 'num':
    case 'formula':
      return value;
    case 'percent':
      return value === undefined ? undefined : least + ((most - least) * value) / 100;
    case 'percentile': {
      if (value === undefined) return undefined;
      const place = (Math.min(100, Math.max(0, value)) / 100) * (sorted.length - 1);
      const below = sorted[Math.floor(place)] ?? least;
      const above = sorted[Math.ceil(place)] ?? most;
      return below + (above - below) * (place - Math.floor(place));
    }
    default:
      return undefined;
  }
}

/** The colour between the two stops that the number lies between; beyond the ends, that of the end. */
export function colourOnScale(scale: ColourScale, number: number, sorted: readonly number[]): string | undefined {
  let below: { at: number; colour: string } | undefined;
  for (const [index, threshold] of scale.thresholds.entries()) {
    const at = thresholdOf(threshold, sorted);
    const colour = scale.colours[index];
    if (at === undefined || colour === undefined) return undefined;
    if (number <= at) return below === undefined || at === below.at ? colour : mixed(below, { at, colour }, number);
    below = { at, colour };
  }
  return below?.colour;
}

type Stop = { readonly at: number; readonly colour: string };

function mixed(from: Stop, to: Stop, number: number): string {
  const part = (number - from.at) / (to.at - from.at);
  const end = channelsOf(to.colour);
  return colourOf(channelsOf(from.colour).map((c, index) => c + ((end[index] ?? c) - c) * part) as unknown as Channels);
}

const [red, amber, green, black] = ['#FF0000', '#FFC000', '#00B050', '#000000'] as const;

/** Of the icon sets, those that say red, amber and green; arrows in grey, stars and quarters say no colour. */
const iconColours: Readonly<Record<string, readonly string[]>> = {
  '3TrafficLights1': [red, amber, green],
  '3TrafficLights2': [red, amber, green],
  '3TrafficLights': [red, amber, green],
  '3Signs': [red, amber, green],
  '3Symbols': [red, amber, green],
  '3Symbols2': [red, amber, green],
  '3Flags': [red, amber, green],
  '3Arrows': [red, amber, green],
  '3Triangles': [red, amber, green],
  '4TrafficLights': [black, red, amber, green],
  '4Arrows': [red, amber, amber, green],
  '5Arrows': [red, amber, amber, amber, green],
};

/** The colour of the icon that a number gets. */
export function iconColour(icons: IconSet, number: number, sorted: readonly number[]): string | undefined {
  let index = 0;
  for (const [place, threshold] of icons.thresholds.entries()) {
    const at = place === 0 ? undefined : thresholdOf(threshold, sorted);
    if (at !== undefined && (threshold.above ? number > at : number >= at)) index = place;
  }
  if (icons.reverse) index = icons.thresholds.length - 1 - index;
  const chosen = icons.chosen?.[index];
  if (icons.chosen !== undefined) return chosen && iconColours[chosen.set]?.[chosen.index];
  return iconColours[icons.name]?.[index];
}
