import { type Inline, inlinesXml } from './inlineXml.ts';
import { styleIds } from './styles.ts';
import { WrittenBlock, type WrittenDocument } from './writtenBlock.ts';

/** The paragraphs of a cell, each as what it holds. */
export interface TableCellContent {
  readonly paragraphs: readonly (readonly Inline[])[];
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

/** A table among the blocks of a document. */
export class WrittenTable extends WrittenBlock {
  readonly #content: TableContent;
  constructor(content: TableContent) {
    super();
    this.#content = content;
  }

  protected override xml(document: WrittenDocument): string {
    const { width, columns, rows, lines } = this.#content;
    const grid = columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
    const body = rows.map((row) => rowXml(row, columns, document)).join('');
    return `<w:tbl>${properties(width, lines)}<w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
  }
}

function properties(width: number, lines: string): string {
  const line = `w:val="single" w:color="${lines}" w:sz="4"`;
  return `<w:tblPr><w:tblW w:type="dxa" w:w="${width}"/><w:tblBorders><w:top ${line}/><w:left ${line}/><w:bottom ${line}/><w:right ${line}/><w:insideH ${line}/><w:insideV ${line}/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:type="dxa" w:w="50"/><w:left w:type="dxa" w:w="100"/><w:bottom w:type="dxa" w:w="50"/><w:right w:type="dxa" w:w="100"/></w:tblCellMar><w:tblLook w:firstRow="true" w:lastRow="false" w:firstColumn="false" w:lastColumn="false" w:noHBand="true" w:noVBand="true"/></w:tblPr>`;
}

function rowXml(row: TableRowContent, columns: readonly number[], document: WrittenDocument): string {
  const marks = `${row.whole ? '<w:cantSplit/>' : ''}${row.isHeader ? '<w:tblHeader/>' : ''}`;
  const style = row.isHeader ? styleIds.tableHeading : styleIds.tableText;
  const start = `<w:p><w:pPr><w:pStyle w:val="${style}"/>${row.keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
  let xml = `<w:tr>${marks === '' ? '' : `<w:trPr>${marks}</w:trPr>`}`;
  row.cells.forEach(({ paragraphs, fill }, index) => {
    const shade = fill === undefined ? '' : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`;
    xml += `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${columns[index] ?? 0}"/>${shade}</w:tcPr>`;
    for (const each of paragraphs) xml += `${start}${inlinesXml(each, document)}</w:p>`;
    xml += '</w:tc>';
  });
  return `${xml}</w:tr>`;
}
