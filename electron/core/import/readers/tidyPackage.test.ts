import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../importError.ts';
import { tidyPackage } from './tidyPackage.ts';
import { readZipDirectory } from './zipDirectory.ts';

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const relations = xml(
  '<Relationships><Relationship Id="r1" Type="t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
);

/** What is left of a package, by name. */
function tidy(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const zip = zipSync(parts as Zippable);
  return unzipSync(tidyPackage(zip, readZipDirectory(zip, 'plan.xlsx'), 'plan.xlsx'));
}

function refusalOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof ImportError ? { code: error.code, ...error.detail } : error;
  }
}

describe('tidying an office file', () => {
  it('keeps the parts that a plan is read from, as they are', () => {
    const sheet = xml('<worksheet><sheetData/></worksheet>');
    const left = tidy({
      '_rels/.rels': relations,
      'xl/workbook.xml': xml('<workbook/>'),
      'xl/worksheets/sheet1.xml': sheet,
    });
    expect(Object.keys(left)).toEqual(['_rels/.rels', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(left['xl/worksheets/sheet1.xml']).toEqual(sheet);
  });

  it('leaves out pictures, macros and settings, and paths out of the package', () => {
    const left = tidy({
      'xl/workbook.xml': xml('<workbook/>'),
      'xl/media/image1.png': strToU8('picture'),
      'xl/media/picture.xml': strToU8('<!DOCTYPE x>'),
      'xl/vbaProject.bin': strToU8('macro'),
      'xl/printerSettings/printerSettings1.bin': strToU8('printer'),
      '../outside.xml': xml('<x/>'),
    });
    expect(Object.keys(left)).toEqual(['xl/workbook.xml']);
  });

  it('gives each part the spelling by which the others speak of it', () => {
    const left = tidy({ '_RELS/.RELS': relations, 'XL/WORKBOOK.XML': xml('<workbook/>') });
    expect(Object.keys(left)).toEqual(['_rels/.rels', 'xl/workbook.xml']);
  });

  it('turns other encodings into UTF-8', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><t>Prüfung</t>';
    const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const latin = Uint8Array.from(Buffer.from(text.replace('UTF-16', 'ISO-8859-1'), 'latin1'));
    const left = tidy({ 'xl/a.xml': wide, 'xl/b.xml': latin });
    for (const part of Object.values(left)) {
      expect(new TextDecoder().decode(part)).toBe('<?xml version="1.0"?><t>Prüfung</t>');
    }
  });

  it('names the part that declares a document type, stands twice, or is not what was written', () => {
    const parts = { 'xl/workbook.xml': strToU8('<!DOCTYPE x><workbook/>') };
    expect(refusalOf(() => tidy(parts))).toMatchObject({ code: 'file-damaged', place: 'xl/workbook.xml' });
    expect(refusalOf(() => tidy({ 'xl/a.xml': xml('<a/>'), 'XL/A.xml': xml('<b/>') }))).toMatchObject({
      place: 'XL/A.xml',
    });

    const zip = zipSync({ 'xl/a.xml': [xml('<a>Publish profiles</a>'), { level: 0 }] });
    const at = Buffer.from(zip).indexOf('Publish');
    zip[at] = 0x70;
    expect(refusalOf(() => tidyPackage(zip, readZipDirectory(zip, 'plan.xlsx'), 'plan.xlsx'))).toMatchObject({
      code: 'file-damaged',
      fileName: 'plan.xlsx',
      place: 'xl/a.xml',
    });
  });
});
