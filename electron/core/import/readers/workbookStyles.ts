import type { Palette } from './colours.ts';
import { numberOf, scanXml } from './scanXml.ts';
import {
  type FormatParts,
  resolveDifference,
  resolveFormat,
  type StyleParts,
  takeFormatElement,
} from './styleParts.ts';

export type WorkbookStyles = {
  /** By the number that a cell gives. The same number gives the same object each time. */
  readonly styleOf: (index: number) => StyleParts;
  /** The formats that conditional rules give. */
  readonly differences: readonly StyleParts[];
  readonly palette: Palette;
};

/** `xl/theme/theme1.xml`: its colours in the order dark 1, light 1, dark 2, light 2, accents, links. */
export function readThemeColours(xml: Uint8Array): readonly string[] {
  const order = 'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
  const colours: string[] = order.map(() => '');
  let inScheme = false;
  let at = -1;
  const put = (colour: string): void => {
    if (colours[at] === '') colours[at] = colour;
  };
  scanXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'clrScheme') inScheme = true;
      else if (!inScheme) return;
      else if (order.includes(name)) at = order.indexOf(name);
      else if (name === 'srgbClr') put(attributes.val ?? '');
      else if (name === 'sysClr') put(attributes.lastClr ?? (attributes.val === 'window' ? 'FFFFFF' : '000000'));
    },
    onClose: (name) => {
      if (name === 'clrScheme') inScheme = false;
    },
  });
  return colours;
}

/** Numbers of fonts, fills and formats; what a cell's own list leaves out, its named style says. */
type CellFormat = { readonly [part in 'numFmt' | 'font' | 'fill' | 'parent']: number | undefined } & {
  indent?: number | undefined;
};

/** `xl/styles.xml`. Without that part every cell is plain. */
export function readStyles(xml: Uint8Array | undefined, theme: readonly string[] | undefined): WorkbookStyles {
  const fonts: FormatParts[] = [];
  const fills: FormatParts[] = [];
  const differences: FormatParts[] = [];
  const numberFormats = new Map(builtInFormats);
  const cellFormats: CellFormat[] = [];
  const namedFormats: CellFormat[] = [];
  const indexed: string[] = [];
  const path: string[] = [];
  const last = (list: readonly FormatParts[]): FormatParts => list.at(-1) ?? { font: {} };

  if (xml !== undefined)
    scanXml(xml, {
      onOpen: (name, attributes) => {
        const section = path[1];
        path.push(name);
        if (section === 'fonts') {
          if (path.length === 3) fonts.push({ font: {} });
          else takeFormatElement(name, attributes, last(fonts));
        } else if (section === 'fills') {
          if (path.length === 3) fills.push({ font: {} });
          else takeFormatElement(name, attributes, last(fills));
        } else if (section === 'dxfs') {
          if (path.length === 3) differences.push({ font: {} });
          else if (path[3] !== 'border') takeFormatElement(name, attributes, last(differences));
        } else if (section === 'numFmts' && name === 'numFmt') {
          numberFormats.set(numberOf(attributes.numFmtId) ?? -1, attributes.formatCode ?? '');
        } else if (name === 'rgbColor') {
          indexed.push(attributes.rgb ?? '');
        } else if (name === 'xf' && path.length === 3) {
          const list = section === 'cellXfs' ? cellFormats : section === 'cellStyleXfs' ? namedFormats : undefined;
          list?.push({
            numFmt: numberOf(attributes.numFmtId),
            font: numberOf(attributes.fontId),
            fill: numberOf(attributes.fillId),
            parent: numberOf(attributes.xfId),
          });
        } else if (name === 'alignment' && section === 'cellXfs' && path.length === 4) {
          const format = cellFormats.at(-1);
          if (format !== undefined) format.indent = numberOf(attributes.indent);
        }
      },
      onClose: () => {
        path.pop();
      },
    });

  const palette: Palette = { theme, ...(indexed.length === 0 ? {} : { indexed }) };
  const resolve = (index: number): StyleParts => {
    const own = cellFormats[index];
    const named = namedFormats[own?.parent ?? 0];
    const font = own?.font ?? named?.font ?? 0;
    const { colour, ...plain } = fonts[font]?.font ?? {};
    const fill = fills[own?.fill ?? named?.fill ?? 0]?.fill;
    const numberFormat = numberFormats.get(own?.numFmt ?? named?.numFmt ?? 0);
    const { indent = 0 } = own ?? {};
    const format = resolveFormat(
      {
        // The first font is that of all the text that nobody has coloured.
        font: font === 0 || colour === undefined ? plain : { ...plain, colour },
        ...(fill === undefined ? {} : { fill }),
        ...(numberFormat === undefined ? {} : { numberFormat }),
      },
      palette,
    );
    return indent > 0 ? { ...format, indent } : format;
  };
  const resolved = new Map<number, StyleParts>();
  return {
    palette,
    differences: differences.map((difference) => resolveDifference(difference, palette)),
    styleOf: (index) => {
      let parts = resolved.get(index);
      if (parts === undefined) {
        parts = resolve(index);
        resolved.set(index, parts);
      }
      return parts;
    },
  };
}

/** Formats that a workbook names by number alone; those of East Asia (27 to 36, 50 to 58) are dates. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  ...[27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy/m/d'] as const),
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"£"#,##0'],
  [6, '"£"#,##0'],
  [7, '"£"#,##0.00'],
  [8, '"£"#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [41, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
  [42, '_("£"* #,##0_);_("£"* \\(#,##0\\);_("£"* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'],
  [44, '_("£"* #,##0.00_);_("£"* \\(#,##0.00\\);_("£"* "-"??_);_(@_)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);
