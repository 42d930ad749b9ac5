import type { SheetCell } from '../sheet.ts';
import { type Palette, resolveColour } from './colours.ts';
import type { ConditionalRule } from './conditionalFormat.ts';
import { collectOldRules } from './oldWorkbookRules.ts';

export type OldStyle = Pick<SheetCell, 'fill' | 'fontColour' | 'strike'>;

/** The styles of the cells that have one, by `styleKey`. */
export type CellStyles = ReadonlyMap<number, OldStyle>;

/** No workbook of these kinds has more columns than this leaves room for. */
const columnsInKey = 65_536;
export const styleKey = (row: number, column: number): number => row * columnsInKey + column;
export const placeOfKey = (key: number): { readonly row: number; readonly column: number } => ({
  row: Math.floor(key / columnsInKey),
  column: key % columnsInKey,
});

/** What the other reader of old workbooks does not tell of a sheet. */
export type OldSheet = {
  readonly styles: CellStyles;
  readonly rules: readonly ConditionalRule[];
  readonly isChart: boolean;
};

/** What the list of sheets calls one that is a chart. */
const chartSheet = 2;

const record = {
  endOfPart: 0x000a,
  font: 0x0031,
  sheet: 0x0085,
  palette: 0x0092,
  format: 0x00e0,
  beginning: 0x0809,
  severalNumbers: 0x00bd,
  severalBlanks: 0x00be,
} as const;

/** Records of one cell: its row, its column, the number of its format, and then what it holds. */
const cellRecords: ReadonlySet<number> = new Set([0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00d6, 0x00fd, 0x027e]);

type Format = { readonly font: number; readonly pattern: number; readonly foreground: number };
type Font = { readonly colour: number; readonly strike: boolean };

/**
 * Fonts, fills and conditional formats of a workbook of Excel 5 to 2003, by its sheets in the order of the stream.
 * Reads nothing where the stream is of another kind, and stops at the first record that does not fit.
 */
export function readOldWorkbook(stream: Uint8Array): readonly OldSheet[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || view.getUint16(0, true) !== record.beginning) return [];
  const isBiff8 = view.getUint16(4, true) === 0x0600;
  const fonts: Font[] = [];
  const formats: Format[] = [];
  const indexed: string[] = [];
  const starts: { readonly at: number; readonly isChart: boolean }[] = [];

  const each = (from: number, visit: (kind: number, at: number, length: number) => boolean): void => {
    let at = from;
    while (at + 4 <= stream.length) {
      const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
      if (at + 4 + length > stream.length || !visit(kind, at + 4, length)) return;
      at += 4 + length;
    }
  };

  each(0, (kind, at, length) => {
    if (kind === record.font && length >= 6) {
      fonts.push({ strike: (view.getUint16(at + 2, true) & 8) !== 0, colour: view.getUint16(at + 4, true) });
    } else if (kind === record.format && length >= 16) {
      const [patternAt, colourAt] = isBiff8 && length >= 20 ? [at + 14, at + 18] : [at + 8, at + 8];
      const bits = view.getUint32(patternAt, true);
      formats.push({
        font: view.getUint16(at, true),
        pattern: isBiff8 ? bits >>> 26 : (bits >>> 16) & 0x3f,
        foreground: view.getUint16(colourAt, true) & 0x7f,
      });
    } else if (kind === record.palette && length >= 2) {
      const count = Math.min(view.getUint16(at, true), Math.floor((length - 2) / 4), 56);
      for (let index = 0; index < count; index += 1) {
        const bytes = stream.subarray(at + 2 + index * 4, at + 5 + index * 4);
        indexed[index + 8] = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      }
    } else if (kind === record.sheet && length >= 6) {
      starts.push({ at: view.getUint32(at, true), isChart: view.getUint8(at + 5) === chartSheet });
    }
    return kind !== record.endOfPart;
  });

  const palette: Palette = { indexed };
  const styles = formats.map((format) => styleOf(format, fonts, palette));
  return starts
    .sort((one, other) => one.at - other.at)
    .map(({ at: start, isChart }) => {
      const cells = new Map<number, OldStyle>();
      const rules = collectOldRules(stream, palette);
      const put = (at: number, column: number, format: number): void => {
        const style = styles[format];
        if (style !== undefined) cells.set(styleKey(view.getUint16(at, true), column), style);
      };
      // A sheet may hold charts, which begin and end inside it.
      let depth = 0;
      each(start, (kind, at, length) => {
        if (kind === record.beginning) depth += 1;
        else if (kind === record.endOfPart) depth -= 1;
        else if (cellRecords.has(kind) && length >= 6 && depth === 1) {
          put(at, view.getUint16(at + 2, true), view.getUint16(at + 4, true));
        } else if (kind === record.severalNumbers || kind === record.severalBlanks) {
          const size = kind === record.severalNumbers ? 6 : 2;
          const first = length >= 6 ? view.getUint16(at + 2, true) : 0;
          for (let index = 0; 6 + (index + 1) * size <= length; index += 1) {
            put(at, first + index, view.getUint16(at + 4 + index * size, true));
          }
        } else if (isBiff8) rules.take(kind, at, length);
        return depth > 0;
      });
      return { styles: cells, rules: rules.finish(), isChart };
    });
}

/** Undefined where there is nothing to tell. */
function styleOf(format: Format, fonts: readonly Font[], palette: Palette): OldStyle | undefined {
  // There is no fifth font: the numbers go on from 5.
  const font = fonts[format.font > 4 ? format.font - 1 : format.font];
  const fill = format.pattern === 0 ? undefined : resolveColour({ indexed: format.foreground }, palette);
  const fontColour = format.font === 0 ? undefined : resolveColour({ indexed: font?.colour }, palette);
  if (fill === undefined && fontColour === undefined && font?.strike !== true) return undefined;
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(font?.strike === true ? { strike: true as const } : {}),
  };
}
