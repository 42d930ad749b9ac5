import type { Sheet } from '../sheet.ts';
import { assembleSheet } from './assembleSheet.ts';
import { eachRecord } from './binaryRecords.ts';
import { type BinaryContext, readBinaryNotes, readBinarySheet } from './binarySheet.ts';
import { type BinaryStyles, readBinaryStyles } from './binaryStyles.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { openPackage, type PackageParts } from './packageParts.ts';
import type { StringItem } from './richText.ts';
import { readThemeColours } from './workbookStyles.ts';

/**
 * xlsb, whose parts are those of an xlsx as records instead of XML, with all that a cell carries but conditional
 * formats. Throws `ImportError` for a part that cannot be expanded or is beyond the limits, and any error for damaged
 * contents.
 */
export function readBinaryWorkbook(zip: Uint8Array, fileName: string): readonly Sheet[] {
  const parts = openPackage(zip, fileName);
  const main = parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.bin';
  const relations = parts.relations(main);
  const related = (type: string, usual: string): Uint8Array | undefined =>
    parts.bytes(relations.find((relation) => relation.type === type)?.target ?? usual);

  const { listed, from1904 } = readSheetList(needed(parts, main));
  const theme = related('theme', 'xl/theme/theme1.xml');
  const styles = readBinaryStyles(
    related('styles', 'xl/styles.bin') ?? new Uint8Array(),
    theme === undefined ? {} : { theme: readThemeColours(theme) },
  );
  const strings = readStrings(related('sharedStrings', 'xl/sharedStrings.bin') ?? new Uint8Array(), styles);
  const context: BinaryContext = { strings, styles, from1904 };

  const budget = newBudget(fileName);
  return listed.flatMap(({ id, name, hidden }) => {
    const relation = relations.find((one) => one.id === id);
    if (relation === undefined || relation.type !== 'worksheet') return [];
    const cells = readBinarySheet(needed(parts, relation.target), context);
    const notes = (part: Uint8Array) => readBinaryNotes(part, styles);
    return [buildSheet(assembleSheet(parts, relation.target, { name, hidden }, cells, from1904, notes), budget)];
  });
}

function needed(parts: PackageParts, path: string): Uint8Array {
  const part = parts.bytes(path);
  if (part === undefined) throw new Error(`The part ${path} is missing.`);
  return part;
}

type ListedSheet = { readonly id: string; readonly name: string; readonly hidden: boolean };

function readSheetList(part: Uint8Array): { readonly listed: readonly ListedSheet[]; readonly from1904: boolean } {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  eachRecord(part, ({ kind, view, text }) => {
    if (kind === 153) from1904 = (view.getUint32(0, true) & 1) !== 0;
    else if (kind === 156) {
      const id = text(8);
      listed.push({ id: id.text, name: text(id.end).text, hidden: view.getUint32(0, true) !== 0 });
    }
  });
  return { listed, from1904 };
}

function readStrings(part: Uint8Array, styles: BinaryStyles): readonly StringItem[] {
  const strings: StringItem[] = [];
  eachRecord(part, (record) => {
    if (record.kind === 19) strings.push(styles.richText(record, 0));
  });
  return strings;
}
