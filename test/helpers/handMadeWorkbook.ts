import { strToU8, zipSync } from 'fflate';
import { zipDay } from './zipDay.ts';

/** The parts of a workbook of one sheet that a test cares about, as XML without the root's wrapping where noted. */
export type WorkbookXml = {
  /** Inside `worksheet`. */
  readonly sheet: string;
  /** Inside `styleSheet`. */
  readonly styles?: string;
  /** Inside `sst`. */
  readonly strings?: string;
  /** Inside `clrScheme`. */
  readonly theme?: string;
  /** Inside `comments`. */
  readonly comments?: string;
  /** Inside `ThreadedComments`. */
  readonly threads?: string;
  /** Inside `workbook`, before the sheets. */
  readonly workbook?: string;
  /** Relationships of the sheet. */
  readonly links?: string;
};

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`;

/** The bytes of an xlsx that is exactly as the test says: what no library writes, other programs do. */
export function handMadeWorkbook(xml: WorkbookXml): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships ${packageRelations}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relationship}">${xml.workbook ?? ''}<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${packageRelations}>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}${relation('rId4', 'theme', 'theme/theme1.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main} xmlns:r="${relationship}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${xml.sheet}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships ${packageRelations}>${relation('rId1', 'comments', '../comments1.xml')}${relation('rId2', 'threadedComment', '../threadedComments/threadedComment1.xml')}${xml.links ?? ''}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}>${xml.styles ?? ''}</styleSheet>`,
  };
  if (xml.strings !== undefined) parts['xl/sharedStrings.xml'] = `<sst ${main}>${xml.strings}</sst>`;
  if (xml.theme !== undefined) {
    parts['xl/theme/theme1.xml'] =
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Own">${xml.theme}</a:clrScheme></a:themeElements></a:theme>`;
  }
  if (xml.comments !== undefined) parts['xl/comments1.xml'] = `<comments ${main}>${xml.comments}</comments>`;
  if (xml.threads !== undefined) {
    parts['xl/threadedComments/threadedComment1.xml'] =
      `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">${xml.threads}</ThreadedComments>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), zipDay);
}
