import { strToU8 } from 'fflate';
import { documentParts, type Parts, planRows, sheetXml, workbookParts, zipOf } from './importFiles.ts';
import type { Refused } from './importOtherKinds.ts';
import { hugePart, type RawPart, rawZip, storedPart } from './importZips.ts';

const sheet = 'xl/worksheets/sheet1.xml';
const document = 'word/document.xml';

const laughs = `<!DOCTYPE lolz [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')}]>`;
const quadratic = `<!DOCTYPE q [<!ENTITY q "${'q'.repeat(50_000)}">]>`;
const outside = '<!DOCTYPE o [<!ENTITY o SYSTEM "file:///etc/hosts">]>';

const declaring = (parts: Parts, part: string, doctype: string): Parts => ({
  ...parts,
  [part]: (parts[part] ?? '').replace('?>', `?>${doctype}`),
});
const withCell = (text: string): Parts =>
  workbookParts([sheetXml(`${planRows}<row r="9"><c r="A9" t="inlineStr"><is><t>${text}</t></is></c></row>`)]);
const withParagraph = (text: string): Parts => documentParts(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
const nested = (name: string, depth: number): string => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);

/** As a program on Windows may write it, and as a check for plain letters does not see it. */
function inUtf16(text: string): Uint8Array {
  const body = Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le');
  return Uint8Array.from([0xff, 0xfe, ...body]);
}

const damaged = (fileName: string, bytes: Uint8Array, place?: string): Refused => ({
  fileName,
  bytes,
  code: 'file-damaged',
  ...(place === undefined ? {} : { place }),
});
const tooLarge = (fileName: string, bytes: Uint8Array): Refused => ({ fileName, bytes, code: 'file-too-large' });

/** XML that grows or nests without end once a reader takes it at its word. */
export function xmlBombs(): readonly Refused[] {
  const laughing = declaring(withCell('&l9;'), sheet, laughs);
  return [
    damaged('laughs.xlsx', zipOf(laughing), sheet),
    damaged('laughs-utf16.xlsx', zipOf({ ...laughing, [sheet]: inUtf16(laughing[sheet] ?? '') }), sheet),
    damaged('quadratic.xlsx', zipOf(declaring(withCell('&q;'.repeat(50_000)), sheet, quadratic)), sheet),
    damaged('outside.xlsx', zipOf(declaring(withCell('&o;'), sheet, outside)), sheet),
    damaged('deep.xlsx', zipOf(workbookParts([sheetXml(planRows, nested('x', 100_000))])), sheet),
    damaged('laughs.docx', zipOf(declaring(withParagraph('&l9;'), document, laughs)), document),
    damaged('deep.docx', zipOf(documentParts(nested('w:p', 100_000))), document),
    damaged(
      'laughs.ods',
      zipOf(openDocument(`${laughs}<office:document-content>&l9;</office:document-content>`)),
      'content.xml',
    ),
    damaged('deep.ods', zipOf(openDocument(nested('office:body', 100_000))), 'content.xml'),
    damaged('laughs.xls', strToU8(`<?xml version="1.0"?>${laughs}<Workbook>&l9;</Workbook>`)),
  ];
}

const openDocument = (content: string): Parts => ({
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'content.xml': `<?xml version="1.0"?>${content}`,
});

const rawParts = (parts: Parts): RawPart[] => Object.entries(parts).map(([name, text]) => storedPart(name, text));
const without = (name: string): RawPart[] => rawParts(workbookParts()).filter((part) => part.name !== name);
const sheetStart = sheetXml('').replace(/<\/sheetData>.*/, '');

/** Zips that hold more than they say, or say more than they hold. */
export function zipBombs(): readonly Refused[] {
  const sheetPart = storedPart(sheet, sheetXml());
  return [
    tooLarge('one-huge-part.xlsx', rawZip([...without(sheet), hugePart(sheet, sheetStart, 2_000)])),
    damaged('huge-but-said-small.xlsx', rawZip([...without(sheet), hugePart(sheet, sheetStart, 2_000, 4_000)]), sheet),
    tooLarge(
      'many-large-parts.xlsx',
      rawZip([
        ...rawParts(workbookParts()),
        ...Array.from({ length: 40 }, (_, index) => hugePart(`xl/part${index}.xml`, '<x>', 8)),
      ]),
    ),
    tooLarge(
      'many-parts.xlsx',
      rawZip([
        ...rawParts(workbookParts()),
        ...Array.from({ length: 20_000 }, (_, index) => storedPart(`xl/part${index}.xml`, '<x/>')),
      ]),
    ),
    damaged(
      'shared-bytes.xlsx',
      rawZip([
        hugePart('xl/part.xml', '<x>', 3),
        ...Array.from({ length: 40 }, (_, index) => ({ ...hugePart(`xl/part${index}.xml`, '<x>', 3), sharesWith: 0 })),
        ...rawParts(workbookParts()),
      ]),
      'xl/part',
    ),
    damaged('states-too-little.xlsx', rawZip([...without(sheet), { ...sheetPart, size: 100 }]), sheet),
    damaged('states-too-much.xlsx', rawZip([...without(sheet), { ...sheetPart, size: 100_000_000 }]), sheet),
    damaged('states-nonsense.xlsx', rawZip([...without(sheet), { ...sheetPart, size: 0xffff_ffff }]), sheet),
    damaged('one-name-twice.xlsx', rawZip([...rawParts(workbookParts()), storedPart(sheet, sheetXml(''))]), sheet),
    damaged(
      'one-name-in-two-cases.xlsx',
      rawZip([...rawParts(workbookParts()), storedPart(sheet.toUpperCase(), sheetXml(''))]),
      'SHEET1',
    ),
    {
      ...damaged('zip-in-zip.xlsx', zipOf({ 'plan.xlsx': zipOf(workbookParts()) })),
      code: 'file-type-unsupported',
      kind: 'archive',
    },
    damaged('no-directory.xlsx', zipOf(workbookParts()).slice(0, -40)),
    damaged('no-workbook.xlsx', rawZip(without('xl/workbook.xml'))),
  ];
}
