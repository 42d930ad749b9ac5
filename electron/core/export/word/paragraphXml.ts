import { type Inline, inlinesXml } from './inlineXml.ts';
import type { ListPlace } from './listNumbering.ts';
import { WrittenBlock, type WrittenDocument } from './writtenBlock.ts';

export interface ParagraphContent {
  /** The id of its style. */
  readonly style: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly list?: ListPlace;
  readonly tabStops?: readonly TabStop[];
  /** Space above and below and indent, in twips, where they differ from the style. */
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly indentRight?: number;
  readonly inlines: readonly Inline[];
}

interface TabStop {
  readonly align: 'left' | 'right';
  /** In twips. */
  readonly position: number;
  readonly leader?: 'underscore';
}

/** A paragraph among the blocks of a document. */
export class TextParagraph extends WrittenBlock {
  readonly #content: ParagraphContent;
  constructor(content: ParagraphContent) {
    super();
    this.#content = content;
  }

  protected override xml(document: WrittenDocument): string {
    const { inlines } = this.#content;
    return `<w:p><w:pPr>${propertiesXml(this.#content, document)}</w:pPr>${inlinesXml(inlines, document)}</w:p>`;
  }
}

/** In the order that the schema asks for. */
function propertiesXml(content: ParagraphContent, document: WrittenDocument): string {
  const { style, keepNext, pageBreakBefore, list, tabStops = [], before, after, indent, indentRight } = content;
  let xml = `<w:pStyle w:val="${style}"/>`;
  if (keepNext) xml += '<w:keepNext/>';
  if (pageBreakBefore) xml += '<w:pageBreakBefore/>';
  if (list !== undefined)
    xml += `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${document.list(list.reference)}"/></w:numPr>`;
  if (tabStops.length > 0) xml += `<w:tabs>${tabStops.map(tabXml).join('')}</w:tabs>`;
  if (before !== undefined || after !== undefined)
    xml += `<w:spacing${attribute('before', before)}${attribute('after', after)}/>`;
  if (indent !== undefined || indentRight !== undefined)
    xml += `<w:ind${attribute('left', indent)}${attribute('right', indentRight)}/>`;
  return xml;
}

const tabXml = ({ align, position, leader }: TabStop): string =>
  `<w:tab w:val="${align}" w:pos="${position}"${leader === undefined ? '' : ` w:leader="${leader}"`}/>`;

const attribute = (name: string, value: number | undefined): string =>
  value === undefined ? '' : ` w:${name}="${value}"`;
