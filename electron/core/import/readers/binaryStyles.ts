import { type BinaryRecord, eachRecord } from './binaryRecords.ts';
import { type Palette, resolveColour } from './colours.ts';
import { type FormattedRun, formatOfRuns, type StringItem } from './richText.ts';
import { tidyText } from './shownText.ts';
import { type FormatParts, resolveFormat, type StyleParts } from './styleParts.ts';
import { builtInFormats } from './workbookStyles.ts';

export type BinaryStyles = {
  /** By the number that a cell gives. */
  readonly styleOf: (index: number) => StyleParts;
  /** A text with the formats of its parts, which begins where it is said. */
  readonly richText: (record: BinaryRecord, at: number) => StringItem;
};

const record = { format: 44, font: 43, fill: 45, cellFormat: 47, beginCellFormats: 617, endCellFormats: 618 } as const;

/** By number: none, solid, and those that leave most of the cell to the background. */
const patterns: Readonly<Record<number, string>> = {
  0: 'none',
  1: 'solid',
  4: 'lightGray',
  17: 'gray125',
  18: 'gray0625',
};

/** `xl/styles.bin`. Throws a `RangeError` for a record that is too short. */
export function readBinaryStyles(part: Uint8Array, palette: Palette): BinaryStyles {
  const fonts: FormatParts['font'][] = [];
  const fills: NonNullable<FormatParts['fill']>[] = [];
  const numberFormats = new Map(builtInFormats);
  const formats: StyleParts[] = [];
  let inCells = false;
  eachRecord(part, ({ kind, view, text }) => {
    switch (kind) {
      case record.format:
        numberFormats.set(view.getUint16(0, true), text(2).text);
        return;
      case record.font: {
        const colour = colourAt(view, 12);
        fonts.push({ strike: (view.getUint16(2, true) & 8) !== 0, ...(colour === undefined ? {} : { colour }) });
        return;
      }
      case record.fill: {
        const [foreground, background] = [colourAt(view, 4), colourAt(view, 12)];
        fills.push({
          pattern: patterns[view.getUint32(0, true)] ?? 'other',
          ...(foreground === undefined ? {} : { foreground }),
          ...(background === undefined ? {} : { background }),
        });
        return;
      }
      case record.beginCellFormats:
        inCells = true;
        return;
      case record.endCellFormats:
        inCells = false;
        return;
      case record.cellFormat:
        if (inCells) formats.push(formatAt(view));
    }
  });

  function formatAt(view: DataView): StyleParts {
    const numberFormat = numberFormats.get(view.getUint16(2, true));
    const font = view.getUint16(4, true);
    const { colour, ...plain } = fonts[font] ?? {};
    const fill = fills[view.getUint16(6, true)];
    return resolveFormat(
      {
        // The first font is that of all the text that nobody has coloured.
        font: font === 0 || colour === undefined ? plain : { ...plain, colour },
        ...(fill === undefined ? {} : { fill }),
        ...(numberFormat === undefined ? {} : { numberFormat }),
      },
      palette,
    );
  }

  return {
    styleOf: (index) => formats[index] ?? {},
    richText: ({ view, text: textAt }, at) => {
      const { text, end } = textAt(at + 1);
      const tidy = tidyText(text);
      if ((view.getUint8(at) & 1) === 0 || tidy === '') return { text: tidy };
      const starts = Array.from({ length: Math.min(view.getUint32(end, true), text.length) }, (_, index) => ({
        from: view.getUint16(end + 4 + index * 4, true),
        font: fonts[view.getUint16(end + 6 + index * 4, true)],
      }));
      const runs = [{ from: 0, font: undefined }, ...starts].map(
        ({ from, font }, index): FormattedRun => ({
          text: text.slice(from, starts[index]?.from ?? text.length),
          fontColour: resolveColour(font?.colour, palette),
          struck: font?.strike === true,
        }),
      );
      return { text: tidy, format: formatOfRuns(runs) };
    },
  };
}

function colourAt(view: DataView, at: number): FormatParts['font']['colour'] {
  const tint = view.getInt16(at + 2, true) / 32_767;
  const index = view.getUint8(at + 1);
  switch (view.getUint8(at) >> 1) {
    case 1:
      return { indexed: index, tint };
    case 2:
      return {
        rgb: [4, 5, 6]
          .map((place) =>
            view
              .getUint8(at + place)
              .toString(16)
              .padStart(2, '0'),
          )
          .join(''),
        tint,
      };
    case 3:
      return { theme: index, tint };
    default:
      return undefined;
  }
}
