import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { cleanText } from './cleanText.ts';
import { hrefToFollow } from './runs.ts';
import { styleIds } from './styles.ts';

/**
 * Tables as XML, written straight to text. The library builds some twenty objects for a cell and turns each into text
 * by itself; a plan of 300 actions has 5,000 cells, and most of the time of an export went there. Its document holds a
 * mark in the place of each table, which no text can imitate, and `placeTables` puts the table there.
 */

export interface CellPiece {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Hexadecimal RGB. */
  readonly color?: string;
}

export interface TableParagraph {
  readonly pieces: readonly CellPiece[];
  /** Where the words lead, if that may be followed. */
  readonly href?: string;
}

export interface TableCellContent {
  readonly paragraphs: readonly TableParagraph[];
  readonly fill?: string;
}

export interface TableRowContent {
  readonly cells: readonly TableCellContent[];
  readonly isHeader: boolean;
  /** Stays on one page. */
  readonly whole: boolean;
  /** On the page of the row after it. */
  readonly keepNext: boolean;
}

export interface TableContent {
  readonly width: number;
  /** In twips; they add up to the width. */
  readonly columns: readonly number[];
  readonly rows: readonly TableRowContent[];
  /** The colour of the lines between cells. */
  readonly lines: string;
}

/** The tables of each document, in the order in which the library came to them. */
const written = new WeakMap<object, string[]>();

/** A table among the blocks of a document. */
export class WrittenTable extends FileChild {
  readonly #content: TableContent;
  constructor(content: TableContent) {
    super('w:tbl');
    this.#content = content;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const tables = written.get(context.file) ?? [];
    written.set(context.file, tables);
    let links = 0;
    const xml = tableXml(this.#content, (href) => {
      links += 1;
      const id = `Table${tables.length}Link${links}`;
      context.viewWrapper.Relationships.addRelationship(id, linkType, href, 'External');
      return `rId${id}`;
    });
    return { 'w:tbl': { _attr: { place: String(tables.push(xml) - 1) } } };
  }
}

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Puts the tables into the text of the document part that the library packed. */
export function placeTables(document: object, xml: string): string {
  const tables = written.get(document) ?? [];
  return xml.replaceAll(/<w:tbl place="(\d+)"\/>/gu, (_, place: string) => tables[Number(place)] ?? '');
}

function properties(width: number, lines: string): string {
  const line = `w:val="single" w:color="${lines}" w:sz="4"`;
  return `<w:tblPr><w:tblW w:type="dxa" w:w="${width}"/><w:tblBorders><w:top ${line}/><w:left ${line}/><w:bottom ${line}/><w:right ${line}/><w:insideH ${line}/><w:insideV ${line}/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:type="dxa" w:w="50"/><w:left w:type="dxa" w:w="100"/><w:bottom w:type="dxa" w:w="50"/><w:right w:type="dxa" w:w="100"/></w:tblCellMar><w:tblLook w:firstRow="true" w:lastRow="false" w:firstColumn="false" w:lastColumn="false" w:noHBand="true" w:noVBand="true"/></w:tblPr>`;
}

type LinkTo = (href: string) => string;

function tableXml({ width, columns, rows, lines }: TableContent, linkTo: LinkTo): string {
  const grid = columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  const body = rows.map((row) => rowXml(row, columns, linkTo)).join('');
  return `<w:tbl>${properties(width, lines)}<w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}

function rowXml(row: TableRowContent, columns: readonly number[], linkTo: LinkTo): string {
  const marks = `${row.whole ? '<w:cantSplit/>' : ''}${row.isHeader ? '<w:tblHeader/>' : ''}`;
  const style = row.isHeader ? styleIds.tableHeading : styleIds.tableText;
  const start = `<w:p><w:pPr><w:pStyle w:val="${style}"/>${row.keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
  let xml = `<w:tr>${marks === '' ? '' : `<w:trPr>${marks}</w:trPr>`}`;
  row.cells.forEach(({ paragraphs, fill }, index) => {
    const shade = fill === undefined ? '' : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`;
    xml += `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${columns[index] ?? 0}"/>${shade}</w:tcPr>`;
    for (const each of paragraphs) xml += `${start}${paragraphXml(each, linkTo)}</w:p>`;
    xml += '</w:tc>';
  });
  return `${xml}</w:tr>`;
}

function paragraphXml({ pieces, href }: TableParagraph, linkTo: LinkTo): string {
  const address = href === undefined ? null : hrefToFollow(href, pieces);
  const runs = pieces.map((piece) => runsXml(piece, address !== null)).join('');
  return address === null ? runs : `<w:hyperlink w:history="1" r:id="${linkTo(address)}">${runs}</w:hyperlink>`;
}

/** Line breaks and tabs are elements of their own, as in `textRuns`. */
function runsXml({ text, bold, italics, color }: CellPiece, linked: boolean): string {
  const format = `${linked ? `<w:rStyle w:val="${styleIds.hyperlink}"/>` : ''}${bold ? '<w:b/><w:bCs/>' : ''}${italics ? '<w:i/><w:iCs/>' : ''}${color === undefined ? '' : `<w:color w:val="${color}"/>`}`;
  const content = escapeXml(cleanText(text)).replaceAll(/[^\n\t]+|\n|\t/gu, (piece) =>
    piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${piece}</w:t>`,
  );
  return content === '' ? '' : `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}${content}</w:r>`;
}

function escapeXml(text: string): string {
  if (!/[&<>]/u.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
