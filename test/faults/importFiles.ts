import { type BookType, CFB, utils, write } from '@e965/xlsx';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { zipDay } from '#test/helpers/zipDay.ts';

/** Real files of every kind, made in the test: what is wrong with them is added by the modules beside this one. */

export const lines = [
  ['Ref', 'Theme', 'Action', 'Lead', 'Due', 'RAG'],
  [
    '1.1',
    'Visibility',
    'Publish a page of technical staff profiles',
    'Head of Technical Services',
    '31/03/2026',
    'Green',
  ],
  ['1.2', 'Recognition', 'Name technical contributors in every paper', 'Research Office', '30/09/2026', 'Amber'],
  ['1.3', 'Sustainability', 'Plan for the skills that retire in five years', 'Faculty managers', '31/12/2026', 'Red'],
] as const;

const book = () => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(lines.map((line) => [...line])), 'Plan');
  return made;
};

export const workbookOf = (
  bookType:
    | 'xlsx'
    | 'xlsm'
    | 'xlsb'
    | 'biff8'
    | 'biff5'
    | 'biff4'
    | 'biff3'
    | 'biff2'
    | 'ods'
    | 'fods'
    | 'xlml'
    | 'html',
) => new Uint8Array(write(book(), { type: 'buffer', bookType: bookType as BookType, compression: true }) as Buffer);

export const csvOf = (delimiter = ',', lineEnd = '\r\n'): string =>
  lines.map((line) => line.join(delimiter)).join(lineEnd) + lineEnd;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export type Parts = Record<string, string>;

const inline = (text: string): string => `<is><t>${text}</t></is>`;
const rowXml = (line: readonly string[], number: number): string =>
  `<row r="${number}">${line.map((text, column) => `<c r="${String.fromCharCode(65 + column)}${number}" t="inlineStr">${inline(text)}</c>`).join('')}</row>`;

export const planRows = lines.map((line, index) => rowXml(line, index + 1)).join('');
export const sheetXml = (rows: string = planRows, before = '', after = ''): string =>
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The least that a workbook may have: neither styles nor shared strings. */
export function workbookParts(sheets: readonly string[] = [sheetXml()]): Parts {
  const names = sheets.map((_, index) => `sheet${index + 1}`);
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((name) => `<Override PartName="/xl/worksheets/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${relationships}">${names.map((name, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/${name}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
}

const wordRow = (line: readonly string[]): string =>
  `<w:tr>${line.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`;
export const wordTable = `<w:tbl>${lines.map(wordRow).join('')}</w:tbl>`;

export function documentParts(body: string = wordTable, part = 'word/document.xml'): Parts {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="${part}"/></Relationships>`,
    [part]: `${declaration}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  };
}

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ) as Zippable,
    { ...zipDay, level: 6 },
  );

/** The container of Office files before 2007. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

/** The stream of records inside an old workbook. */
export function recordsOf(workbook: Uint8Array): Uint8Array {
  const container = CFB.read(Buffer.from(workbook), { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  return new Uint8Array(stream?.content as Uint8Array);
}

export const encryptedWorkbook = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name: 'Plan', rows: lines.map((line) => [...line]) }],
    encryption: { password: 'orchard', spinCount: 1_000 },
  });
