import type { Sheet } from '../sheet.ts';
import { assembleSheet } from './assembleSheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { openPackage, type PackageParts } from './packageParts.ts';
import { collectText, type StringItem } from './richText.ts';
import { type Attributes, attributeOf, isTrue, scanXml } from './scanXml.ts';
import { readStyles, readThemeColours, type WorkbookStyles } from './workbookStyles.ts';
import { readWorksheet, type WorkbookContext } from './worksheetCells.ts';

/**
 * xlsx, xlsm and their templates, with all that a cell carries (see `sheet.ts`).
 * Throws `ImportError` for a part that cannot be expanded or is beyond the limits, and any error for damaged contents;
 * the caller then tries the other reader.
 */
export function readWorkbook(zip: Uint8Array, fileName: string): readonly Sheet[] {
  const parts = openPackage(zip, fileName);
  const main = parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = parts.relations(main);
  const { listed, from1904 } = readSheetList(needed(parts, main));
  const related = (type: string, usual: string): Uint8Array | undefined =>
    parts.bytes(relations.find((relation) => relation.type === type)?.target ?? usual);

  const theme = related('theme', 'xl/theme/theme1.xml');
  const styles = readStyles(related('styles', 'xl/styles.xml'), theme && readThemeColours(theme));
  const strings = readSharedStrings(related('sharedStrings', 'xl/sharedStrings.xml'), styles);
  const context: WorkbookContext = { strings, styles, from1904 };

  const budget = newBudget(fileName);
  return listed.flatMap((sheet) => {
    const relation = relations.find(({ id }) => id === attributeOf(sheet, 'id'));
    // Charts and dialogues have sheets of their own, which hold no cells.
    if (relation === undefined || relation.type !== 'worksheet') return [];
    const cells = readWorksheet(needed(parts, relation.target), context);
    const named = { name: sheet.name ?? '', hidden: sheet.state === 'hidden' || sheet.state === 'veryHidden' };
    return [buildSheet(assembleSheet(parts, relation.target, named, cells, from1904), budget)];
  });
}

function needed(parts: PackageParts, path: string): Uint8Array {
  const xml = parts.bytes(path);
  if (xml === undefined) throw new Error(`The part ${path} is missing.`);
  return xml;
}

function readSheetList(xml: Uint8Array): { readonly listed: readonly Attributes[]; readonly from1904: boolean } {
  const listed: Attributes[] = [];
  let from1904 = false;
  scanXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'sheet') listed.push(attributes);
      else if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
    },
  });
  return { listed, from1904 };
}

function readSharedStrings(xml: Uint8Array | undefined, styles: WorkbookStyles): readonly StringItem[] {
  const strings: StringItem[] = [];
  if (xml === undefined) return strings;
  const collector = collectText(styles.palette);
  scanXml(xml, {
    onOpen: collector.onOpen,
    onText: collector.onText,
    onClose: (name) => {
      if (name === 'si') strings.push(collector.finish());
      else collector.onClose(name);
    },
  });
  return strings;
}
