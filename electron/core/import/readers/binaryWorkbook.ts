import type { Palette } from './colours.ts';
import { type CellStyles, type OldSheet, type OldStyle, styleKey } from './oldWorkbook.ts';
import { openPackage } from './packageParts.ts';
import { lastRow } from './sparseRows.ts';
import { type FormatParts, resolveFormat } from './styleParts.ts';
import { readThemeColours } from './workbookStyles.ts';

/**
 * Fonts and fills of the cells of an xlsb, by its sheets in the order of the workbook, which the other reader does not
 * tell. Conditional formats are left alone. Throws for a part that cannot be expanded or names places that no sheet
 * has; so it is asked first.
 */
export function readBinaryStyles(zip: Uint8Array, fileName: string): readonly OldSheet[] {
  const parts = openPackage(zip, fileName);
  const main = 'xl/workbook.bin';
  const relations = parts.relations(main);
  const theme = parts.bytes(relations.find(({ type }) => type === 'theme')?.target ?? 'xl/theme/theme1.xml');
  const palette: Palette = theme === undefined ? {} : { theme: readThemeColours(theme) };
  const styles = readCellFormats(parts.bytes('xl/styles.bin') ?? new Uint8Array(), palette);
  return readSheetRelations(parts.bytes(main) ?? new Uint8Array()).map((id) => {
    const target = relations.find((relation) => relation.id === id)?.target;
    return { styles: readCellStyles((target && parts.bytes(target)) || new Uint8Array(), styles), rules: [] };
  });
}

/** Kind and length of a record take one to four bytes each, of which seven bits count. */
function eachRecord(part: Uint8Array, visit: (kind: number, body: DataView) => void): void {
  let at = 0;
  const number = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) {
      const byte = part[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) << (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const kind = number(2);
    const length = number(4);
    if (length < 0 || at + length > part.length) return;
    visit(kind, new DataView(part.buffer, part.byteOffset + at, length));
    at += length;
  }
}

const record = {
  columns: 60,
  font: 43,
  fill: 45,
  format: 47,
  sheet: 156,
  beginCellFormats: 617,
  endCellFormats: 618,
  row: 0,
} as const;

/** The relations of the sheets. Each text is its length and its characters of two bytes. */
function readSheetRelations(workbook: Uint8Array): readonly string[] {
  const ids: string[] = [];
  eachRecord(workbook, (kind, body) => {
    if (kind !== record.sheet || body.byteLength < 12) return;
    const length = body.getUint32(8, true) * 2;
    if (length > body.byteLength - 12) return;
    ids.push(new TextDecoder('utf-16le').decode(new Uint8Array(body.buffer, body.byteOffset + 12, length)));
  });
  return ids;
}

function readCellFormats(part: Uint8Array, palette: Palette): readonly (OldStyle | undefined)[] {
  const fonts: FormatParts['font'][] = [];
  const fills: NonNullable<FormatParts['fill']>[] = [];
  const formats: (OldStyle | undefined)[] = [];
  let inCells = false;
  eachRecord(part, (kind, body) => {
    if (kind === record.font && body.byteLength >= 20) {
      const colour = colourAt(body, 12);
      fonts.push({ strike: (body.getUint16(2, true) & 8) !== 0, ...(colour === undefined ? {} : { colour }) });
    } else if (kind === record.fill && body.byteLength >= 20) {
      const [foreground, background] = [colourAt(body, 4), colourAt(body, 12)];
      fills.push({
        pattern: patterns[body.getUint32(0, true)] ?? 'other',
        ...(foreground === undefined ? {} : { foreground }),
        ...(background === undefined ? {} : { background }),
      });
    } else if (kind === record.beginCellFormats) inCells = true;
    else if (kind === record.endCellFormats) inCells = false;
    else if (kind === record.format && inCells && body.byteLength >= 8) {
      const fill = fills[body.getUint16(6, true)];
      const font = body.getUint16(4, true);
      const { fill: seen, ...rest } = resolveFormat(
        { font: { ...fonts[font], ...(font === 0 ? { colour: {} } : {}) }, ...(fill === undefined ? {} : { fill }) },
        palette,
      );
      formats.push({ ...rest, ...(seen === undefined ? {} : { fill: seen }) });
    }
  });
  return formats;
}

/** By number: none, solid, and those that leave most of the cell to the background. */
const patterns: Readonly<Record<number, string>> = {
  0: 'none',
  1: 'solid',
  4: 'lightGray',
  17: 'gray125',
  18: 'gray0625',
};

function colourAt(body: DataView, at: number): FormatParts['font']['colour'] {
  const tint = body.getInt16(at + 2, true) / 32_767;
  const index = body.getUint8(at + 1);
  switch (body.getUint8(at) >> 1) {
    case 1:
      return { indexed: index, tint };
    case 2:
      return {
        rgb: [4, 5, 6]
          .map((place) =>
            body
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

/** Excel has no column beyond this. */
const lastColumn = 16_384;

function readCellStyles(part: Uint8Array, styles: readonly (OldStyle | undefined)[]): CellStyles {
  const cells = new Map<number, OldStyle>();
  let row = 0;
  let column = -1;
  const put = (format: number): void => {
    const style = styles[format & 0xff_ff_ff];
    if (style !== undefined && Object.keys(style).length > 0) cells.set(styleKey(row, column), style);
  };
  eachRecord(part, (kind, body) => {
    if (kind === record.row && body.byteLength >= 4) {
      row = body.getUint32(0, true);
      column = -1;
      if (row > lastRow) throw new Error('A row is beyond the last that there is.');
    } else if (kind === record.columns && body.byteLength >= 8) {
      // The other reader makes an entry for each column, however many a damaged file claims.
      if (body.getUint32(4, true) > lastColumn) throw new Error('A column is beyond the last that there is.');
    } else if (kind >= 1 && kind <= 11 && body.byteLength >= 8) {
      // Blank, numbers, error, yes or no, text, shared text, and the four kinds of results of formulas.
      column = body.getUint32(0, true) & 0xffff;
      put(body.getUint32(4, true));
    } else if (kind >= 12 && kind <= 18 && body.byteLength >= 4) {
      // The same without their column: they follow the cell before.
      column += 1;
      put(body.getUint32(0, true));
    }
  });
  return cells;
}
