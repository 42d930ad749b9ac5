import { CFB } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { documentParts, type Parts, planRows, sheetXml, workbookOf, workbookParts, zipOf } from './importFiles.ts';
import type { Readable } from './importShapes.ts';

/** What programs other than Excel and Word write, and those two open: each is a whole plan of three actions. */

const read = (fileName: string, bytes: Uint8Array): Readable => ({ fileName, bytes, actions: 3 });
const changed = (parts: Parts, change: (text: string, name: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, change(text, name)]));
const renamed = (parts: Parts, rename: (name: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [rename(name), text]));

const strict = (text: string): string =>
  text
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );
const absolute = (text: string): string =>
  text.replaceAll(/Target="(?!\/)(?!xl\/)/g, 'Target="/xl/').replaceAll('Target="xl/', 'Target="/xl/');
const prefixed = (text: string, name: string): string =>
  /sheet1|workbook\.xml$/.test(name)
    ? text.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=')
    : text;

function inUtf16(parts: Parts): Record<string, string | Uint8Array> {
  const sheet = 'xl/worksheets/sheet1.xml';
  const text = (parts[sheet] ?? '').replace('UTF-8', 'UTF-16');
  return { ...parts, [sheet]: Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]) };
}

function inLatin(parts: Parts): Record<string, string | Uint8Array> {
  const sheet = 'xl/worksheets/sheet1.xml';
  const text = (parts[sheet] ?? '').replace('UTF-8', 'ISO-8859-1').replace('Research Office', 'Café Office');
  return { ...parts, [sheet]: Uint8Array.from(Buffer.from(text, 'latin1')) };
}

/** An old workbook in a container whose names are in capitals, as one library writes them. */
function inCapitals(): Uint8Array {
  const container = CFB.read(Buffer.from(workbookOf('biff8')), { type: 'buffer' });
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, '/WORKBOOK', CFB.find(container, '/Workbook')?.content ?? []);
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer);
}

/** With the pictures, settings and macros that surround a sheet in a real file, damaged: nobody reads them. */
function amongRubbish(): Uint8Array {
  const rubbish = Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256);
  return zipOf({
    ...workbookParts(),
    'xl/media/image1.png': rubbish,
    'xl/drawings/drawing1.xml': '<!DOCTYPE x>',
    'xl/vbaProject.bin': rubbish,
    'xl/printerSettings/printerSettings1.bin': rubbish,
    'customXml/item1.xml': '<!DOCTYPE x>',
  });
}

/** The parts in the opposite order, the list of what they are last. */
const backwards = (parts: Parts): Parts => Object.fromEntries(Object.entries(parts).toReversed());

function withMimeTypeLast(): Uint8Array {
  const { mimetype, ...parts } = unzipSync(workbookOf('ods'));
  return zipOf({ ...parts, ...(mimetype === undefined ? {} : { mimetype }) });
}

export function otherWriters(): readonly Readable[] {
  const parts = workbookParts();
  return [
    read('inline-strings.xlsx', zipOf(parts)),
    read('strict.xlsx', zipOf(changed(parts, strict))),
    read('strict.docx', zipOf(changed(documentParts(), strict))),
    read(
      'absolute-targets.xlsx',
      zipOf(changed(parts, (text, name) => (name.includes('workbook.xml.rels') ? absolute(text) : text))),
    ),
    read('absolute-root.xlsx', zipOf(changed(parts, (text, name) => (name === '_rels/.rels' ? absolute(text) : text)))),
    read('backslashes.xlsx', zipOf(renamed(parts, (name) => name.replaceAll('/', '\\')))),
    read(
      'backslash-targets.xlsx',
      zipOf(changed(parts, (text) => text.replace('Target="worksheets/', 'Target="worksheets\\'))),
    ),
    read('leading-slashes.xlsx', zipOf(renamed(parts, (name) => (name.startsWith('[') ? name : `/${name}`)))),
    read('capitals.xlsx', zipOf(renamed(parts, (name) => name.toUpperCase()))),
    read('small-letters.xlsx', zipOf(renamed(parts, (name) => name.toLowerCase()))),
    read('backwards.xlsx', zipOf(backwards(parts))),
    read('prefixed.xlsx', zipOf(changed(parts, prefixed))),
    read('utf16-part.xlsx', zipOf(inUtf16(parts))),
    read('latin-part.xlsx', zipOf(inLatin(parts))),
    read('with-mark.xlsx', zipOf(changed(parts, (text) => `\ufeff${text}`))),
    read('no-references.xlsx', zipOf(workbookParts([sheetXml(planRows.replaceAll(/ r="[A-Z]*\d+"/g, ''))]))),
    read('no-dimension.xlsx', zipOf(workbookParts([sheetXml(planRows, '<dimension/>')]))),
    read('single-quotes.xlsx', zipOf(changed(parts, (text) => text.replaceAll('"', "'")))),
    read('spaced.xlsx', zipOf(changed(parts, (text) => text.replaceAll('><', '>\n  <')))),
    read('among-rubbish.xlsx', amongRubbish()),
    read('odd-part.docx', zipOf(documentParts(undefined, 'word/document2.xml'))),
    read('no-folder.docx', zipOf(documentParts(undefined, 'document.xml'))),
    read('capitals.docx', zipOf(renamed(documentParts(), (name) => name.toUpperCase()))),
    read('capitals.xls', inCapitals()),
    read('format-2.xls', workbookOf('biff2')),
    read('format-3.xls', workbookOf('biff3')),
    read('format-4.xls', workbookOf('biff4')),
    read('format-5.xls', workbookOf('biff5')),
    read('macros.xlsm', workbookOf('xlsm')),
    read('binary.xlsb', workbookOf('xlsb')),
    read('open.ods', workbookOf('ods')),
    read('type-last.ods', withMimeTypeLast()),
    read('flat.fods', workbookOf('fods')),
    read('xml-2003.xml', workbookOf('xlml')),
    read('spaces-first.xml', strToU8(`\n  ${strFromU8(workbookOf('xlml')).replace(/<\?xml[^>]*\?>/, '')}`)),
    read('page.htm', workbookOf('html')),
    read('half-a-page.xls', strToU8(`<table>${strFromU8(workbookOf('html')).replace(/^[\s\S]*?<table[^>]*>/, '')}`)),
  ];
}
