import { sheetNames } from '../workbook/layout.ts';
import { type Fault, isReadable, saysIn } from './faults.ts';
import { faultsInside } from './staysInside.ts';

/**
 * Reads a finished workbook through before it is packed: title and language, no merged cells, no formula where people
 * write, links with text, and text that can be read on its shade, also where a rule of the sheet sets it. Cells may be
 * empty: a workbook is filled in, and an empty cell comes back as one. Nothing of what is `kept` inside (`textsInside`)
 * stands in it.
 */
export function checkWorkbook(parts: ReadonlyMap<string, string>, kept: readonly string[] = []): readonly Fault[] {
  const faults: Fault[] = [...faultsInside(parts, kept)];
  const properties = parts.get('docProps/core.xml') ?? '';
  if (!saysIn(properties, 'dc:title')) faults.push({ name: 'title-missing', place: 'properties' });
  if (!saysIn(properties, 'dc:language')) faults.push({ name: 'language-missing', place: 'properties' });
  faults.push(...faultsOfStyles(parts.get('xl/styles.xml') ?? ''));
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/gu)];
  names.forEach(([, name = ''], index) => {
    const sheet = `sheet${index + 1}.xml`;
    faults.push(...faultsOfSheet(sheet, parts.get(`xl/worksheets/${sheet}`) ?? '', name === sheetNames.summary));
  });
  return faults;
}

/** `counts`: the one sheet with formulas of ours, in which nobody writes. */
function faultsOfSheet(sheet: string, xml: string, counts: boolean): readonly Fault[] {
  const faults: Fault[] = [];
  if (xml.includes('<mergeCell ')) faults.push({ name: 'cells-merged', place: sheet });
  const filled = new Set<string>();
  for (const [, cell = '', formula, value = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*>(?:<f[^>]*>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>)?/gu,
  )) {
    if (value !== '') filled.add(cell);
    if (formula !== undefined && !counts) faults.push({ name: 'formula-in-text', place: `${sheet} ${cell}` });
  }
  for (const [, cell = ''] of xml.matchAll(/<hyperlink [^>]*ref="([A-Z]+\d+)"/gu))
    if (!filled.has(cell)) faults.push({ name: 'link-empty', place: `${sheet} ${cell}` });
  return faults;
}

const colourOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element} rgb="FF([0-9A-F]{6})"`, 'u').exec(xml)?.[1];

function faultsOfStyles(xml: string): readonly Fault[] {
  const list = (name: string, item: string): readonly string[] => {
    const inner = new RegExp(`<${name}[ >].*?</${name}>`, 'su').exec(xml)?.[0] ?? '';
    return inner.match(new RegExp(`<${item}(?: [^>]*)?(?:/>|>.*?</${item}>)`, 'gsu')) ?? [];
  };
  const inks = list('fonts', 'font').map((font) => colourOf(font, 'color'));
  const fills = list('fills', 'fill').map((fill) => colourOf(fill, 'fgColor'));
  const isPoor = (ink: string | undefined, fill: string | undefined): boolean =>
    fill !== undefined && !isReadable(ink ?? '000000', fill);
  const numberIn = (format: string, name: string): number =>
    Number(new RegExp(`${name}="(\\d+)"`, 'u').exec(format)?.[1] ?? 0);
  const formats = list('cellXfs', 'xf').flatMap((format, index): readonly Fault[] =>
    isPoor(inks[numberIn(format, 'fontId')], fills[numberIn(format, 'fillId')])
      ? [{ name: 'contrast-low', place: `format ${index}` }]
      : [],
  );
  const rules = list('dxfs', 'dxf').flatMap((rule, index): readonly Fault[] =>
    isPoor(colourOf(rule, 'color'), colourOf(rule, 'bgColor'))
      ? [{ name: 'contrast-low', place: `rule ${index}` }]
      : [],
  );
  return [...formats, ...rules];
}
