import { strToU8, zipSync } from 'fflate';
import { pngOf } from './pictures.ts';
import { zipDay } from './zipDay.ts';

/** House styles of invented institutions, as different programs and people make them. */

interface StyleFile {
  readonly styles: string;
  readonly theme?: string;
  /** The inside of the header part, and what it is related to. */
  readonly header?: { readonly body: string; readonly relations?: string };
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  readonly template?: boolean;
  readonly body?: string;
  /** Of the document part. */
  readonly relations?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly types?: string;
  readonly mainType?: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;

export const relation = (id: string, kind: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
const relations = (inner: string): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

export function styleFile(file: StyleFile): Uint8Array {
  const main = file.mainType ?? `${word}.${file.template ? 'template' : 'document'}.main+xml`;
  const override = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
    override('/word/document.xml', main),
    override('/word/styles.xml', `${word}.styles+xml`),
    ...(file.theme === undefined
      ? []
      : [override('/word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml')]),
    ...(file.header === undefined ? [] : [override('/word/header1.xml', `${word}.header+xml`)]),
    file.types ?? '',
  ].join('');
  const texts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${head}<w:document ${spaces}><w:body>${file.body ?? '<w:p><w:r><w:t>Dear reader</w:t></w:r></w:p>'}<w:sectPr>${file.header === undefined ? '' : '<w:headerReference w:type="default" r:id="head1"/>'}</w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      [
        relation('rId1', 'styles', 'styles.xml'),
        ...(file.theme === undefined ? [] : [relation('rId2', 'theme', 'theme/theme1.xml')]),
        ...(file.header === undefined ? [] : [relation('head1', 'header', 'header1.xml')]),
        file.relations ?? '',
      ].join(''),
    ),
    'word/styles.xml': `${head}<w:styles ${spaces}>${file.styles}</w:styles>`,
    ...(file.theme === undefined ? {} : { 'word/theme/theme1.xml': `${head}${file.theme}` }),
    ...(file.header === undefined
      ? {}
      : {
          'word/header1.xml': `${head}<w:hdr ${spaces}>${file.header.body}</w:hdr>`,
          'word/_rels/header1.xml.rels': relations(file.header.relations ?? ''),
        }),
    ...file.parts,
  };
  const parts = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, ...file.pictures }, zipDay);
}

/** A style as Word writes one; `named` is its id where that is not its name without spaces. */
export const style = (name: string, run: string, paragraph = '', more = '', named?: string): string =>
  `<w:style w:type="paragraph" w:styleId="${named ?? name.replaceAll(' ', '')}"${/^normal$/iu.test(name) ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${more}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const basedOnNormal = '<w:basedOn w:val="Normal"/>';

export function theme(heading: string, text: string, accent: string): string {
  const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"><a:themeElements><a:clrScheme name="Eastmere">${colour('dk1', '101010')}${colour('lt1', 'FFFFFF')}${colour('dk2', '1D3557')}${colour('lt2', 'F1FAEE')}${colour('accent1', accent)}${[2, 3, 4, 5, 6].map((number) => colour(`accent${number}`, `A0${number}0${number}0`)).join('')}${colour('hlink', '0B5CAD')}${colour('folHlink', '6B3FA0')}</a:clrScheme><a:fontScheme name="Eastmere"><a:majorFont><a:latin typeface="${heading}"/></a:majorFont><a:minorFont><a:latin typeface="${text}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
}

/** An inline picture of a header, in millimetres. */
export const inlinePicture = (id: string, width: number, height: number, alternativeText: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${width * 36_000}" cy="${height * 36_000}"/><wp:docPr id="1" name="Picture 1" descr="${alternativeText}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** A template as Word makes it: theme fonts, a theme colour in shades, small text, a logo in the header, Word’s own link. */
export const wordTemplate = (): Uint8Array =>
  styleFile({
    template: true,
    theme: theme('Calibri Light', 'Calibri', '2E5E8C'),
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:latentStyles w:count="376"><w:lsdException w:name="heading 1" w:uiPriority="9"/></w:latentStyles>${style('Normal', '')}${style('heading 1', '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="224669" w:themeColor="accent1" w:themeShade="BF"/><w:sz w:val="32"/>', '<w:spacing w:before="240" w:after="0"/><w:outlineLvl w:val="0"/>', basedOnNormal, 'Heading1')}${style('heading 2', '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:themeColor="accent1"/><w:sz w:val="26"/>', '<w:outlineLvl w:val="1"/>', basedOnNormal, 'Heading2')}${style('Title', '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:sz w:val="56"/>', '<w:jc w:val="center"/>', basedOnNormal)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:themeColor="hyperlink"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:color="7F9DB9"/></w:tblBorders></w:tblPr></w:style>`,
    header: {
      body: inlinePicture('logo1', 40, 20, 'Eastmere University: a lighthouse'),
      relations: relation('logo1', 'image', 'media/image1.png'),
    },
    pictures: { 'word/media/image1.png': pngOf(320, 160) },
    relations: relation('rId9', 'settings', 'settings.xml'),
    parts: {
      'word/settings.xml': `${head}<w:settings ${spaces}><w:attachedTemplate r:id="rId1"/></w:settings>`,
      'word/_rels/settings.xml.rels': relations(
        relation('rId1', 'attachedTemplate', 'file:///Z:/templates/Eastmere.dotm', true),
      ),
    },
    types: `<Override PartName="/word/settings.xml" ContentType="${word}.settings+xml"/>`,
  });

/** Made in a Welsh Word: ids in Welsh, built-in names in English; pale headings; question and answer that look alike. */
export const welshStyle = (): Uint8Array =>
  styleFile({
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Arferol"><w:name w:val="Normal"/></w:style>${style('heading 1', '<w:b/><w:color w:val="F4A261"/><w:sz w:val="40"/>', '', '<w:aliases w:val="Pennawd 1"/><w:basedOn w:val="Arferol"/>', 'Pennawd1')}${style('heading 2', '<w:color w:val="9BC1BC"/><w:sz w:val="20"/>', '', '<w:basedOn w:val="Pennawd1"/>', 'Pennawd2')}${style('Teitl', '<w:color w:val="005F73"/><w:sz w:val="48"/>', '', '', 'Teitl')}${style('Cwestiwn', '<w:sz w:val="24"/>', '', '', 'Cwestiwn')}${style('Ateb', '<w:sz w:val="24"/>', '', '', 'Ateb')}`,
  });

/** Of a program that translates the names, without a theme: justified text with serifs, headings by level alone. */
export const germanStyle = (): Uint8Array =>
  styleFile({
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Standard', '', '<w:jc w:val="both"/>', '', 'a')}${style('Überschrift 1', '<w:b/><w:caps/><w:color w:val="7A1F2B"/><w:sz w:val="34"/>', '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="7A1F2B"/></w:pBdr>', '<w:basedOn w:val="a"/>', 'berschrift1')}${style('Abschnitt', '<w:color w:val="7A1F2B"/><w:sz w:val="28"/>', '<w:outlineLvl w:val="1"/>', '<w:basedOn w:val="a"/>', 'x2')}${style('Textkörper', '<w:sz w:val="25"/>', '<w:spacing w:after="200" w:line="300" w:lineRule="exact"/>', '<w:basedOn w:val="a"/>', 'tk')}`,
  });

/** Headings in white on the colour of the house, text in letters that are none, a picture that lies elsewhere. */
export const loudStyle = (): Uint8Array =>
  styleFile({
    theme: theme('Wingdings', 'Brush Script MT', '00FF7F'),
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Webdings"/><w:sz w:val="96"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', '<w:b/>')}${style('heading 1', '<w:rFonts w:ascii="Montserrat"/><w:color w:val="FFFFFF"/><w:sz w:val="200"/>', '<w:shd w:val="clear" w:fill="12355B"/>', '', 'Heading1')}${style('heading 2', '<w:rFonts w:ascii="Montserrat"/><w:color w:val="FFE66D"/>', '<w:shd w:val="clear" w:fill="FFFFAA"/>', '', 'Heading2')}`,
    header: {
      body: inlinePicture('far', 40, 20, ''),
      relations: relation('far', 'image', 'https://cdn.eastmere.example/logo.png', true),
    },
  });
