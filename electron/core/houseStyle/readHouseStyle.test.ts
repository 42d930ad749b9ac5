import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AppError } from '#shared/errors.ts';
import { houseStyleLimits, logoLimits } from '#shared/limits.ts';
import { lockedFiles } from '#test/faults/importOtherKinds.ts';
import {
  germanStyle,
  inlinePicture,
  loudStyle,
  relation,
  style,
  styleFile,
  welshStyle,
  wordTemplate,
} from '#test/helpers/houseStyleFiles.ts';
import { pngOf } from '#test/helpers/pictures.ts';
import { paragraph, wordFile } from '#test/helpers/wordFile.ts';
import { thrownBy } from '#test/helpers/workspaceFile.ts';
import { isReadable } from '../export/check/faults.ts';
import { readHouseStyle } from './readHouseStyle.ts';

const read = (bytes: Uint8Array) => readHouseStyle(bytes, 'house.dotx');
const told = (bytes: Uint8Array): readonly string[] =>
  read(bytes).notes.map(({ what, outcome, said }) => `${what} (${outcome}): ${said}`);
const madeInLibreOffice = (): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../test/fixtures/houseStyles/made-in-libreoffice.docx'));

describe('a house style', () => {
  it('of Word gives the fonts of its theme, its theme’s colours in shades, and the logo of its header', () => {
    const { looks, theme, logo, tableLines } = read(wordTemplate()).style;
    expect(looks.text).toEqual({ font: 'Calibri', size: 24, after: 160, line: 259 });
    expect(looks.heading1).toMatchObject({ font: 'Calibri Light', size: 32, colour: '224669', before: 240, after: 0 });
    expect(looks.heading2).toMatchObject({ colour: '2E5E8C' });
    expect(looks.title).toMatchObject({ alignment: 'center', colour: '000000' });
    expect(looks.hyperlink).toEqual({ colour: '0B5CAD' });
    expect([theme?.headingFont, theme?.textFont, theme?.colours.accent1]).toEqual([
      'Calibri Light',
      'Calibri',
      '2E5E8C',
    ]);
    expect(logo).toMatchObject({ mediaType: 'image/png', width: 60, height: 30 });
    expect(logo?.alternativeText).toBe('Eastmere University: a lighthouse');
    expect(tableLines).toBe('7F9DB9');
  });

  it('is told of item by item: what is taken, what is changed and why, what is left, what there is none of', () => {
    expect(told(wordTemplate())).toEqual([
      'Text (changed): Calibri; 11 pt; printed at 12 pt',
      'Title (taken): Calibri Light; 28 pt',
      'Subtitle (none): none found, so the usual one stays, in the fonts of the house',
      'Heading 1 (taken): Calibri Light; 16 pt; #224669',
      'Heading 2 (taken): Calibri Light; 13 pt; #2E5E8C',
      'Heading 3 (none): none found, so the usual one stays, in the fonts of the house',
      'Links (taken): from “Hyperlink”: #0B5CAD',
      'Lines of tables (taken): #7F9DB9',
      'Theme (taken): Calibri Light for headings; Calibri for text; colours #2E5E8C, #A02020, #A03030 and others',
      'Logo (taken): from the header: Eastmere University: a lighthouse',
      'Template elsewhere (left): the link to the template that the file was made from',
    ]);
  });

  it('is found by the names of its styles, whatever their ids are, in whichever language', () => {
    const welsh = read(welshStyle()).style.looks;
    expect(welsh.heading1).toMatchObject({ font: 'Verdana', size: 40, bold: true });
    expect(welsh.title).toMatchObject({ colour: '005F73', size: 48 });
    const german = read(germanStyle()).style.looks;
    expect(german.heading1).toMatchObject({ size: 34, colour: '7A1F2B', under: { colour: '7A1F2B', size: 8 } });
    // Called nothing that says so: by its level in the navigation pane.
    expect(german.heading2).toMatchObject({ size: 28 });
    expect(german.answer).toEqual({ font: 'Georgia', size: 25, after: 200 });
  });

  it('of LibreOffice is read as well', () => {
    const { looks, logo } = read(madeInLibreOffice()).style;
    expect(looks.text).toMatchObject({ font: 'Carlito', size: 24 });
    expect(looks.heading1).toMatchObject({ font: 'Gill Sans', size: 40, bold: true, colour: '5F0F40' });
    expect(looks.answer).toMatchObject({ line: 288 });
    expect(logo?.alternativeText).toBe('Fenbridge Institute');
  });

  it('never has a colour that cannot be read on its ground, and says which it made darker', () => {
    for (const bytes of [wordTemplate(), welshStyle(), germanStyle(), loudStyle(), madeInLibreOffice()])
      for (const look of Object.values(read(bytes).style.looks))
        if (look.colour !== undefined) expect(isReadable(look.colour, look.fill ?? 'FFFFFF')).toBe(true);
    expect(told(welshStyle())).toContain(
      'Heading 1 (changed): Verdana; 20 pt; bold; #F4A261; too pale to read on white, so printed in #9F693F',
    );
    // A fill on which it is read stays; one on which it is not goes.
    expect(read(loudStyle()).style.looks).toMatchObject({
      heading1: { fill: '12355B', colour: 'FFFFFF' },
      heading2: { colour: '7F7336' },
    });
  });

  it('never has letters that are none, small or huge print, capitals throughout or text to both sides', () => {
    const { text, heading1 } = read(loudStyle()).style.looks;
    expect(text).toEqual({ size: 32 });
    expect(heading1).toMatchObject({ font: 'Montserrat', size: 64 });
    expect(read(loudStyle()).style.theme).toMatchObject({ headingFont: null, textFont: null });
    const german = told(germanStyle()).join('\n');
    expect(german).toContain('printed as written rather than in capitals');
    expect(german).toContain('Text (changed): Georgia; a font with serifs, which some readers find harder');
    expect(german).toContain('set from the left rather than to both sides');
    const odd = styleFile({ styles: style('Normal', '<w:rFonts w:ascii="x&quot;; url(evil)"/><w:sz w:val="24"/>') });
    expect(read(odd).style.looks.text).toEqual({ size: 24 });
  });

  it('takes the first picture of the header that is a logo, and says why another is none', () => {
    const withHeader = (body: string, relations: string, pictures: Record<string, Uint8Array> = {}) =>
      told(styleFile({ styles: style('Normal', '<w:sz w:val="24"/>'), header: { body, relations }, pictures })).at(-1);
    const png = { 'word/media/a.png': pngOf(300, 100) };
    const to = (target: string): string => relation('a', 'image', target);
    expect(withHeader(inlinePicture('a', 30, 10, ''), to('media/a.png'), png)).toBe('Logo (taken): from the header');
    expect(withHeader(inlinePicture('a', 210, 297, ''), to('media/a.png'), png)).toContain('as large as a page');
    expect(withHeader(inlinePicture('a', 30, 10, ''), to('media/gone.png'), png)).toContain('is not in the file');
    expect(
      withHeader(inlinePicture('a', 30, 10, ''), to('media/a.emf'), { 'word/media/a.emf': strToU8('EMF') }),
    ).toContain('is no whole PNG or JPEG (EMF)');
    const heavy = { 'word/media/a.png': Buffer.concat([pngOf(300, 100), Buffer.alloc(logoLimits.bytes)]) };
    expect(withHeader(inlinePicture('a', 30, 10, ''), to('media/a.png'), heavy)).toContain('more than 2 MB');
    const mark =
      '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:imagedata r:id="a"/></v:shape></w:pict></w:r></w:p>';
    expect(withHeader(mark, to('media/a.png'), png)).toBe('Logo (none): none found in the header');
    const older =
      '<w:p><w:r><w:pict><v:shape id="Crest" style="width:90pt;height:30pt" alt="A crest"><v:imagedata r:id="a"/></v:shape></w:pict></w:r></w:p>';
    expect(withHeader(older, to('media/a.png'), png)).toBe('Logo (taken): from the header: A crest');
    expect(withHeader('<w:p><w:r>', '', {})).toBe('Logo (none): none found in the header');
  });

  it('takes nothing over that reaches out or acts by itself, and says what there was', () => {
    const relations = [
      relation('x1', 'image', 'http://tracker.example/p.png', true),
      relation('x2', 'control', 'activeX/activeX1.xml'),
      relation('x3', 'oleObject', 'embeddings/o.bin'),
      relation('x4', 'aFChunk', 'chunk.html'),
    ].join('');
    const { style: taken, notes } = read(styleFile({ styles: style('Normal', '<w:sz w:val="26"/>'), relations }));
    expect(notes.filter(({ outcome }) => outcome === 'left').map(({ what }) => what)).toEqual([
      'Pictures elsewhere',
      'Controls',
      'Embedded objects',
      'Inserted files',
    ]);
    expect(JSON.stringify(taken)).not.toMatch(/tracker|activeX|chunk|embeddings/u);
  });

  it('whose styles are based on each other in a circle is read to its end', () => {
    const circle =
      style('Normal', '<w:sz w:val="24"/>', '', '<w:basedOn w:val="B"/>') +
      style('B', '<w:b/>', '', '<w:basedOn w:val="Normal"/>');
    expect(read(styleFile({ styles: circle })).style.looks.text).toEqual({ size: 24 });
  });
});

describe('a file that is no house style', () => {
  const refused = (bytes: Uint8Array): AppError => thrownBy(() => read(bytes)) as AppError;

  it('is refused by name where it holds macros, whatever it is called and wherever they are', () => {
    const styles = style('Normal', '<w:sz w:val="24"/>');
    for (const kind of ['document.macroEnabled', 'template.macroEnabledTemplate'])
      expect(refused(styleFile({ styles, mainType: `application/vnd.ms-word.${kind}.main+xml` }))).toMatchObject({
        code: 'style-has-macros',
        detail: { fileName: 'house.dotx' },
      });
    const parts = unzipSync(styleFile({ styles }));
    expect(refused(zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array([1]) })).code).toBe('style-has-macros');
    const types = '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
    expect(refused(styleFile({ styles, types })).code).toBe('style-has-macros');
    const hidden =
      '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="notes.xml"/>';
    expect(refused(styleFile({ styles, relations: hidden })).code).toBe('style-has-macros');
  });

  it('is refused where it is locked, empty, too large, or swells to what is too large', async () => {
    const locked = (await lockedFiles()).find(({ fileName }) => fileName === 'locked.docx');
    expect(refused(locked?.bytes ?? new Uint8Array())).toMatchObject({ code: 'file-encrypted' });
    expect(refused(new Uint8Array())).toMatchObject({ code: 'file-empty' });
    expect(refused(new Uint8Array(houseStyleLimits.fileBytes + 1))).toMatchObject({
      code: 'file-too-large',
      detail: { limit: '10 MB' },
    });
    const swelling = { 'word/media/x.bin': new Uint8Array(houseStyleLimits.expandedBytes) };
    expect(refused(zipSync({ ...unzipSync(wordTemplate()), ...swelling })).code).toBe('file-too-large');
    expect(refused(styleFile({ styles: style('x', '').repeat(houseStyleLimits.styles + 1) })).code).toBe(
      'file-too-large',
    );
  });

  it('is refused where it is damaged or holds what no Word writes, with the part', () => {
    const parts = unzipSync(wordTemplate());
    expect(refused(wordTemplate().slice(0, 900)).code).toBe('file-damaged');
    const spoilt = (name: string, text: string): AppError => refused(zipSync({ ...parts, [name]: strToU8(text) }));
    expect(spoilt('word/styles.xml', '<w:styles><w:style>')).toMatchObject({
      code: 'file-damaged',
      detail: { place: 'word/styles.xml' },
    });
    expect(spoilt('word/theme/theme1.xml', '<a:theme><a:b></a:theme>').code).toBe('file-damaged');
    expect(spoilt('word/styles.xml', '<!DOCTYPE x [<!ENTITY a "b">]><w:styles/>').code).toBe('file-damaged');
    expect(spoilt('../../evil.xml', '<a/>').code).toBe('file-damaged');
    expect(
      spoilt('word/styles.xml', `<w:styles>${'<w:x>'.repeat(2_000)}${'</w:x>'.repeat(2_000)}</w:styles>`).code,
    ).toBe('file-damaged');
  });

  it('is refused where it is something else, by what it is, and where it has no styles', () => {
    expect(refused(strToU8('%PDF-1.7'))).toMatchObject({ code: 'style-not-word', detail: { kind: 'pdf' } });
    expect(refused(strToU8('{\\rtf1 x}'))).toMatchObject({ code: 'style-not-word', detail: { kind: 'rich-text' } });
    const workbook = readFileSync(join(import.meta.dirname, '../../../test/fixtures/plans/plain.xlsx'));
    expect(refused(workbook)).toMatchObject({ code: 'style-not-word', detail: { kind: 'other-spreadsheet' } });
    expect(refused(wordFile(paragraph('Dear reader')))).toMatchObject({ code: 'style-has-none' });
    expect(refused(styleFile({ styles: '' }))).toMatchObject({ code: 'style-has-none' });
  });
});
