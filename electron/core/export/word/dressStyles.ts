import type { IParagraphStyleOptions, IParagraphStylePropertiesOptions, IRunStylePropertiesOptions } from 'docx';
import { isReadable } from '#core/export/check/faults.ts';
import { paleOf, readableOn, readableOnPaper } from '#core/houseStyle/colours.ts';
import type { HouseLook, HouseRule, HouseStyle, HouseStyleName } from '#core/houseStyle/houseStyle.ts';

/** Ours, for where a house has no colour of its own. */
export const accent = '1F3A4D';

/** The colour of the house: that of its highest heading, or the ground of it, dark enough to be read on paper. */
export function accentOf({ looks, theme }: HouseStyle): string {
  const heading = looks.heading1 ?? looks.heading2 ?? looks.title;
  // White letters on a ground: then the ground is the colour of the house, unless it is as pale as paper.
  const ground = heading?.fill !== undefined && isReadable(heading.fill, 'FFFFFF') ? heading.fill : undefined;
  const colour = ground ?? heading?.colour ?? theme?.colours.accent1;
  return colour === undefined ? accent : readableOnPaper(colour);
}

type Style = Omit<IParagraphStyleOptions, 'id'>;
type Dress = (style: Style) => Style;

/** The shares of the house's colour in the panel of a question and in the header row of a table. */
const panelShare = 0.08;
const headerShare = 0.14;

/** What a house changes of each of our styles, by the name of the house's. */
export function dressesOf(house: HouseStyle): Readonly<Record<HouseStyleName | 'contentsHeading', Dress>> {
  const { looks, theme } = house;
  const ink = accentOf(house);
  const headingFont = looks.heading1?.font ?? looks.heading2?.font ?? theme?.headingFont ?? undefined;
  const inHouse: Dress = (style) =>
    withLooks(style, { color: ink, ...(headingFont === undefined ? {} : { font: headingFont }) });
  const sizes = headingSizes(looks);
  const display =
    (name: HouseStyleName): Dress =>
    (style) => {
      const look = looks[name];
      const size = sizes[name];
      const dressed = look === undefined ? inHouse(style) : displayed(style, look);
      return size === undefined ? dressed : withLooks(dressed, { size });
    };
  const plain =
    (name: HouseStyleName): Dress =>
    (style) => {
      const look = looks[name];
      return look === undefined ? style : withLooks(style, lettersOf(look), spacingOf(style, look));
    };
  const panel = paleOf(ink, panelShare);
  return {
    text: plain('text'),
    title: display('title'),
    subtitle: display('subtitle'),
    heading1: display('heading1'),
    heading2: display('heading2'),
    heading3: display('heading3'),
    contentsHeading: inHouse,
    // The panel and the bold stay ours in every house: a question never looks like an answer.
    question: (style) =>
      withLooks(
        style,
        { ...lettersOf(looks.question ?? {}), bold: true, color: readableOn(ink, 'FFFFFF', panel) },
        {
          border: { left: { style: 'single', size: 24, color: ink, space: 6 } },
          shading: { type: 'clear', color: 'auto', fill: panel },
        },
      ),
    guidance: plain('guidance'),
    answer: plain('answer'),
    tableText: (style) => withLooks(style, lettersOf(looks.tableText ?? {})),
    tableHeading: (style) =>
      withLooks(style, {
        ...lettersOf(looks.tableHeading ?? {}),
        bold: true,
        color: readableOn(ink, 'FFFFFF', paleOf(ink, headerShare)),
      }),
    header: (style) => withLooks(style, lettersOf(looks.header ?? {})),
    footer: (style) => withLooks(style, lettersOf(looks.footer ?? {})),
    hyperlink: (style) => style,
  };
}

/** Half points of ours where a house has none, in the order in which none may be smaller than the one before. */
const ownSizes = [
  ['heading3', 25],
  ['heading2', 30],
  ['heading1', 36],
] as const;
const ownTextSize = 24;

/** No heading is smaller than the text, or than the heading below it, whichever of them are the house's. */
function headingSizes(looks: HouseStyle['looks']): Readonly<Partial<Record<HouseStyleName, number>>> {
  const sizes: Partial<Record<HouseStyleName, number>> = {};
  let below = looks.text?.size ?? ownTextSize;
  for (const [name, own] of ownSizes) {
    below = Math.max(below, looks[name]?.size ?? own);
    sizes[name] = below;
  }
  return sizes;
}

function withLooks(
  style: Style,
  run: IRunStylePropertiesOptions,
  paragraph: IParagraphStylePropertiesOptions = {},
): Style {
  return { ...style, run: { ...style.run, ...run }, paragraph: { ...style.paragraph, ...paragraph } };
}

const lettersOf = ({ font, size, colour }: HouseLook): IRunStylePropertiesOptions => ({
  ...(font === undefined ? {} : { font }),
  ...(size === undefined ? {} : { size }),
  ...(colour === undefined ? {} : { color: colour }),
});

function spacingOf({ paragraph }: Style, { before, after, line }: HouseLook): IParagraphStylePropertiesOptions {
  return {
    spacing: {
      ...paragraph?.spacing,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(line === undefined ? {} : { line, lineRule: 'auto' }),
    },
  };
}

/** A title or heading looks as the house has it, down to not being bold. */
function displayed(style: Style, look: HouseLook): Style {
  const border = {
    ...(look.over === undefined ? {} : { top: ruled(look.over) }),
    ...(look.under === undefined ? {} : { bottom: ruled(look.under) }),
    ...(look.beside === undefined ? {} : { left: ruled(look.beside) }),
  };
  return withLooks(
    style,
    { ...lettersOf(look), bold: look.bold ?? false, italics: look.italic ?? false },
    {
      ...spacingOf(style, look),
      ...(look.alignment === undefined ? {} : { alignment: look.alignment }),
      ...(Object.keys(border).length === 0 ? {} : { border }),
      ...(look.fill === undefined ? {} : { shading: { type: 'clear' as const, color: 'auto', fill: look.fill } }),
    },
  );
}

const ruled = ({ colour, size, space }: HouseRule) => ({ style: 'single' as const, size, color: colour, space });
