import { strToU8, zipSync } from 'fflate';
import { zipDay } from './zipDay.ts';

const namespaces = [
  'office:urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'style:urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'text:urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'table:urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'draw:urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'fo:urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'number:urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  'calcext:urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
  'xlink:http://www.w3.org/1999/xlink',
  'dc:http://purl.org/dc/elements/1.1/',
  'of:urn:oasis:names:tc:opendocument:xmlns:of:1.2',
]
  .map((namespace) => {
    const [prefix = '', ...address] = namespace.split(':');
    return `xmlns:${prefix}="${address.join(':')}"`;
  })
  .join(' ');

/** The bytes of an ods that is exactly as the test says. */
export function handMadeOpenDocument(xml: {
  /** The tables. */
  readonly tables: string;
  /** Inside `office:automatic-styles` of the contents. */
  readonly styles?: string;
  /** Inside `office:styles` of the document. */
  readonly common?: string;
}): Uint8Array {
  const parts: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content ${namespaces}><office:automatic-styles>${xml.styles ?? ''}</office:automatic-styles><office:body><office:spreadsheet>${xml.tables}</office:spreadsheet></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${namespaces}><office:styles>${xml.common ?? ''}</office:styles></office:document-styles>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), zipDay);
}
