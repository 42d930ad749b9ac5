import type { HouseStyleNote } from '#shared/model/houseStyle.ts';

/**
 * What a document takes over from the institution's own template: values only, each looked at one by one, so that no
 * part, link or program of somebody else's file can come along. Sizes are half points, spaces twips, colours RGB in
 * hexadecimal.
 */
export interface HouseStyle {
  readonly looks: Readonly<Partial<Record<HouseStyleName, HouseLook>>>;
  /** null where the file has none. */
  readonly theme: HouseTheme | null;
  readonly logo: HouseLogo | null;
  /** Of the lines between cells. */
  readonly tableLines: string | null;
}

/** Our styles that a house style may dress. `text` is what every other one is based on. */
export const houseStyleNames = [
  'text',
  'title',
  'subtitle',
  'heading1',
  'heading2',
  'heading3',
  'question',
  'guidance',
  'answer',
  'tableText',
  'tableHeading',
  'header',
  'footer',
  'hyperlink',
] as const;
export type HouseStyleName = (typeof houseStyleNames)[number];

/** How a style looks in the end, with all that it is based on; what is absent stays as it is with us. */
export interface HouseLook {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly before?: number;
  readonly after?: number;
  /** In 240ths of a line. */
  readonly line?: number;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly over?: HouseRule;
  readonly under?: HouseRule;
  readonly beside?: HouseRule;
}

/** A line over, under or left of a paragraph; `size` in eighths of a point. */
export interface HouseRule {
  readonly colour: string;
  readonly size: number;
  readonly space: number;
}

/** Colours by their name in a theme part (`dk1` … `folHlink`), and the two fonts. */
export interface HouseTheme {
  readonly name: string;
  readonly colours: Readonly<Record<string, string>>;
  readonly headingFont: string | null;
  readonly textFont: string | null;
}

export interface HouseLogo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
  /** As large as the header shows it, in pixels of 96 to the inch. */
  readonly width: number;
  readonly height: number;
  readonly alternativeText: string;
}

/** A style, and what a person is told of it. */
export interface ReadHouseStyle {
  readonly style: HouseStyle;
  readonly notes: readonly HouseStyleNote[];
}
