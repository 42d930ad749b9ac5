import { cleanText } from './cleanText.ts';
import type { WrittenDocument } from './writtenBlock.ts';

/** How the letters of a piece of text look, where they differ from the style of its paragraph. */
export interface RunFormat {
  /** The id of a character style. */
  readonly style?: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Hexadecimal RGB. */
  readonly color?: string;
  readonly highlight?: 'yellow';
  /** The shade behind it, as hexadecimal RGB. */
  readonly fill?: string;
}

export interface TextPiece extends RunFormat {
  readonly text: string;
}

/** What a paragraph holds: text, and text that leads somewhere or that is led to. */
export type Inline =
  | TextPiece
  | { readonly link: string; readonly inlines: readonly TextPiece[] }
  | { readonly linkWithin: string; readonly inlines: readonly TextPiece[] }
  | { readonly bookmark: string; readonly inlines: readonly TextPiece[] };

export function inlinesXml(inlines: readonly Inline[], document: WrittenDocument): string {
  let xml = '';
  for (const inline of inlines) xml += inlineXml(inline, document);
  return xml;
}

function inlineXml(inline: Inline, document: WrittenDocument): string {
  if ('text' in inline) return runXml(inline);
  const inner = inlinesXml(inline.inlines, document);
  if ('link' in inline)
    return `<w:hyperlink w:history="1" r:id="${document.linkTo(inline.link)}">${inner}</w:hyperlink>`;
  if ('linkWithin' in inline)
    return `<w:hyperlink w:history="1" w:anchor="${inline.linkWithin}">${inner}</w:hyperlink>`;
  const id = document.bookmark();
  return `<w:bookmarkStart w:name="${inline.bookmark}" w:id="${id}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`;
}

/** Line breaks and tabs are elements of their own. Text without a letter makes no run. */
function runXml({ text, ...format }: TextPiece): string {
  const content = escapeXml(cleanText(text)).replaceAll(/[^\n\t]+|\n|\t/gu, (piece) =>
    piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${piece}</w:t>`,
  );
  return content === '' ? '' : `<w:r>${formatXml(format)}${content}</w:r>`;
}

/** In the order that the schema asks for. */
function formatXml({ style, bold, italics, color, highlight, fill }: RunFormat): string {
  const xml = `${style === undefined ? '' : `<w:rStyle w:val="${style}"/>`}${bold ? '<w:b/><w:bCs/>' : ''}${
    italics ? '<w:i/><w:iCs/>' : ''
  }${color === undefined ? '' : `<w:color w:val="${color}"/>`}${
    highlight === undefined ? '' : `<w:highlight w:val="${highlight}"/>`
  }${fill === undefined ? '' : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`}`;
  return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`;
}

function escapeXml(text: string): string {
  if (!/[&<>]/u.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
