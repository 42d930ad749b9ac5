import { isVisible } from '#core/export/check/faults.ts';
import { isAllowedHref } from '#shared/model/richText.ts';
import type { Inline, RunFormat, TextPiece } from './inlineXml.ts';
import { styleIds } from './styles.ts';

/** Text with its line breaks and tabs. */
export function textRuns(text: string, format: RunFormat = {}): readonly TextPiece[] {
  return [{ text, ...format }];
}

/** A link within the document; `bookmark` must be one that the document makes. */
export function linkWithin(bookmark: string, text: string): Inline {
  return { linkWithin: bookmark, inlines: textRuns(text, { style: styleIds.hyperlink }) };
}

/** A link out of the document, or the text alone where the address is not one that may be followed. */
export function linkOut(href: string, pieces: readonly TextPiece[]): readonly Inline[] {
  const address = hrefToFollow(href, pieces);
  if (address === null) return pieces;
  return [{ link: address, inlines: pieces.map((piece) => ({ ...piece, style: styleIds.hyperlink })) }];
}

/** The address as the browser writes it, with spaces, quotes and letters outside ASCII escaped; null for none. */
function hrefToFollow(href: string, pieces: readonly TextPiece[]): string | null {
  const address = href.trim();
  // Where nothing is seen there is nothing to follow, and a screen reader would spell the address out.
  return isAllowedHref(address) && pieces.some(({ text }) => isVisible(text)) ? new URL(address).href : null;
}

/** The address as a reader on paper needs it, without what only a machine does. */
export function readableAddress(href: string): string {
  return href
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/iu, '')
    .replace(/\/$/u, '');
}
