import { decodeXml } from '../../officialForm/xmlTree.ts';
import { planHeadings, sheetNames } from '../workbook/layout.ts';
import type { Fault } from './faults.ts';

export interface ContributionSheet {
  readonly name: string;
  /** Of the actions that the lead leads. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Reads a contribution copy through for what leaves the house with it: its sheet is locked but for what is asked for,
 * it has no column of the notes kept for oneself, and it holds no action but those of the lead, the ends of long texts
 * included. What every workbook is read through for is asked beside it.
 */
export function checkContribution(
  parts: ReadonlyMap<string, string>,
  { name, ids }: ContributionSheet,
): readonly Fault[] {
  const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, inner = '']) =>
    decodeXml(inner.replaceAll(/<[^>]*>/gu, '')),
  );
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/gu)];
  return sheets.flatMap(([, sheet = ''], index): readonly Fault[] => {
    const file = `sheet${index + 1}.xml`;
    const xml = parts.get(`xl/worksheets/${file}`) ?? '';
    const isPlan = decodeXml(sheet) === name;
    if (!isPlan && decodeXml(sheet) !== sheetNames.longTexts) return [];
    const faults: Fault[] = [];
    if (isPlan && !xml.includes('<sheetProtection sheet="1"')) faults.push({ name: 'cells-unlocked', place: file });
    for (const [, column = '', row = '', value = ''] of xml.matchAll(
      /<c r="([A-Z]+)(\d+)"[^>]*t="s"[^>]*><v>(\d+)</gu,
    )) {
      const text = texts[Number(value)] ?? '';
      const isForeign = row === '1' ? isPlan && text === planHeadings.note : column === 'A' && !ids.has(text);
      if (isForeign) faults.push({ name: 'personal-data', place: `${file} ${column}${row}` });
    }
    return faults;
  });
}
