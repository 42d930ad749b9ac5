import { ExternalHyperlink, InternalHyperlink, type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import { isVisible } from '#core/export/check/faults.ts';
import { isAllowedHref } from '#shared/model/richText.ts';
import { cleanText } from './cleanText.ts';
import { styleIds } from './styles.ts';

export type RunFormat = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/**
 * Text as runs, with its line breaks and tabs. Text is only ever given as `text`: the library reads some strings
 * among `children` (`CURRENT`, for one) as fields.
 */
export function textRuns(text: string, format: RunFormat = {}): TextRun[] {
  return cleanText(text)
    .split('\n')
    .flatMap((line, lineIndex) =>
      line.split('\t').flatMap((piece, pieceIndex) => {
        const runs: TextRun[] = [];
        if (pieceIndex > 0) runs.push(new TextRun({ ...format, children: [new Tab()] }));
        if (piece !== '' || (pieceIndex === 0 && lineIndex > 0)) {
          runs.push(
            new TextRun({ ...format, text: piece, ...(pieceIndex === 0 && lineIndex > 0 ? { break: 1 } : {}) }),
          );
        }
        return runs;
      }),
    );
}

/** A link within the document; `bookmark` must be one that the document makes. */
export function linkWithin(bookmark: string, text: string, format: RunFormat = {}): InternalHyperlink {
  return new InternalHyperlink({
    anchor: bookmark,
    children: textRuns(text, { ...format, style: styleIds.hyperlink }),
  });
}

export interface FormattedText {
  readonly text: string;
  readonly format?: RunFormat;
}

/** A link out of the document, or the text alone where the address is not one that may be followed. */
export function linkOut(href: string, pieces: readonly FormattedText[]): readonly ParagraphChild[] {
  const address = hrefToFollow(href, pieces);
  const style = address === null ? {} : { style: styleIds.hyperlink };
  const runs = pieces.flatMap(({ text, format }) => textRuns(text, { ...format, ...style }));
  return address === null ? runs : [new ExternalHyperlink({ link: address, children: runs })];
}

/** The address as the browser writes it, with spaces, quotes and letters outside ASCII escaped; null for none. */
export function hrefToFollow(href: string, pieces: readonly { readonly text: string }[]): string | null {
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
