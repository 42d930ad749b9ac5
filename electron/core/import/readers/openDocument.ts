import { ImportError } from '../importError.ts';
import type { Sheet } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { collectStyles } from './openDocumentStyles.ts';
import { collectTable, type TableCollector } from './openDocumentTable.ts';
import { openPackage } from './packageParts.ts';
import { scanXml } from './scanXml.ts';

/**
 * ods and its templates, by LibreOffice, Excel or Google, with all that a cell carries (see `sheet.ts`).
 * Throws `ImportError` for a part that cannot be expanded or is beyond the limits, and any error for damaged contents.
 */
export function readOpenDocument(zip: Uint8Array, fileName: string): readonly Sheet[] {
  const parts = openPackage(zip, fileName);
  // With a password each part is ciphered by itself, and only this list of them is not.
  const list = parts.bytes('META-INF/manifest.xml');
  if (list !== undefined && new TextDecoder().decode(list).includes('encryption-data')) {
    throw new ImportError('file-encrypted', { fileName });
  }
  const styles = collectStyles();
  const common = parts.bytes('styles.xml');
  if (common !== undefined) scanXml(common, styles);
  const content = parts.bytes('content.xml');
  if (content === undefined) throw new Error('The part content.xml is missing.');

  const budget = newBudget(fileName);
  const sheets: Sheet[] = [];
  const path: string[] = [];
  let table: TableCollector | undefined;
  scanXml(content, {
    onOpen: (name, attributes) => {
      path.push(name);
      if (table !== undefined) table.onOpen(name, attributes);
      else if (name === 'table' && path.at(-2) === 'spreadsheet') table = collectTable(attributes, styles);
      else if (path[1] === 'automatic-styles') styles.onOpen(name, attributes);
    },
    onText: (text) => {
      if (table !== undefined) table.onText(text);
      else if (path[1] === 'automatic-styles') styles.onText(text);
    },
    onClose: (name) => {
      path.pop();
      if (table === undefined) {
        if (path[1] === 'automatic-styles') styles.onClose(name);
      } else if (name === 'table' && path.at(-1) === 'spreadsheet') {
        const finished = table.finish();
        if (!isCopyOfAnother(finished.name)) sheets.push(buildSheet(finished, budget));
        table = undefined;
      } else table.onClose(name);
    },
  });
  return sheets;
}

/** `'file:///home/plan.ods'#Sheet1`: what LibreOffice keeps of the file that a formula refers to. */
const isCopyOfAnother = (name: string): boolean => /^'[^']*'#/.test(name);
