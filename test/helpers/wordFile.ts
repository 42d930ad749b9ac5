import { strToU8, zipSync } from 'fflate';
import { zipDay } from './zipDay.ts';

type WordSketch = {
  readonly styles?: string;
  readonly numbering?: string;
  readonly theme?: string;
  readonly comments?: string;
  /** Addresses by the id of their relationship. */
  readonly links?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
  /** As in `application/vnd.ms-word.document.macroEnabled.main+xml`. */
  readonly contentType?: string;
};

const transitional = {
  word: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strictly = {
  word: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The bytes of a Word document whose body, and whichever other parts matter, are written by hand. */
export function wordFile(body: string, sketch: WordSketch = {}): Uint8Array {
  const spaces = sketch.strict ? strictly : transitional;
  const names = `xmlns:w="${spaces.word}" xmlns:r="${spaces.relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;
  const parts = {
    styles: sketch.styles && `<w:styles ${names}>${sketch.styles}</w:styles>`,
    numbering: sketch.numbering && `<w:numbering ${names}>${sketch.numbering}</w:numbering>`,
    comments: sketch.comments && `<w:comments ${names}>${sketch.comments}</w:comments>`,
    theme:
      sketch.theme &&
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Own">${sketch.theme}</a:clrScheme></a:themeElements></a:theme>`,
  };
  const present = Object.entries(parts).flatMap(([name, xml]) => (xml ? [[name, xml] as const] : []));
  const relations = [
    ...present.map(
      ([name], index) =>
        `<Relationship Id="part${index}" Type="${spaces.relations}/${name}" Target="parts/${name}1.xml"/>`,
    ),
    ...Object.entries(sketch.links ?? {}).map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${spaces.relations}/hyperlink" Target="${address}" TargetMode="External"/>`,
    ),
  ];
  const wrap = (inner: string): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${sketch.contentType ?? documentType}"/>${present.map(([name]) => `<Override PartName="/word/parts/${name}1.xml" ContentType="${name === 'theme' ? themeType : `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`}"/>`).join('')}</Types>`,
    '_rels/.rels': wrap(
      `<Relationship Id="rId1" Type="${spaces.relations}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': wrap(relations.join('')),
  };
  for (const [name, xml] of present) files[`word/parts/${name}1.xml`] = `${head}${xml}`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), zipDay);
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs that are written out, or of one run of text. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
export const table = (rows: readonly string[], widths: readonly number[] = []): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
