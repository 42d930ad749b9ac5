import { ImportError } from '../importError.ts';
import { readWordBody, type WordBody } from './wordBody.ts';
import { readWordTheme } from './wordColours.ts';
import { readWordComments } from './wordComments.ts';
import { readWordDocument, readWordPart, type WordContext } from './wordDocument.ts';
import { edgesNamed } from './wordEdges.ts';
import type { WordBlock, WordEdge, WordPages } from './wordModel.ts';
import { readWordNumbering } from './wordNumbering.ts';
import { readWordParts, type WordParts } from './wordParts.ts';
import { readWordStyles } from './wordStyles.ts';
import type { ZipEntry } from './zipDirectory.ts';

/**
 * Every table of a Word document as a sheet, in the order of the document, and its paragraphs as an outline. Macros
 * of a document are never looked at. Throws `file-damaged` for XML that is broken and `file-too-large` beyond limits.
 */
export function readWord(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  documentPart: string,
  fileName: string,
): WordBody {
  return asDamage(documentPart, fileName, () =>
    readWordBody(readWordBlocks(bytes, entries, documentPart, fileName), fileName),
  );
}

/** The paragraphs and tables of a Word document. Throws as `readWord` does. */
function readWordBlocks(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  documentPart: string,
  fileName: string,
): readonly WordBlock[] {
  const parts = readWordParts(bytes, entries, documentPart, fileName);
  return readWordDocument(documentOf(parts, documentPart, fileName), contextOf(parts, 'plan'));
}

/** All that a document says, wherever on its pages. Throws as `readWord` does. */
export function readWordPages(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  documentPart: string,
  fileName: string,
): WordPages {
  return asDamage(documentPart, fileName, () => {
    const parts = readWordParts(bytes, entries, documentPart, fileName);
    const document = documentOf(parts, documentPart, fileName);
    const context = contextOf(parts, 'pages');
    const { blocks } = readWordPart(document, context);
    const notes = [parts.footnotes, parts.endnotes].flatMap((part) =>
      part ? [...readWordPart(part.xml, { ...context, links: part.links }).notes] : [],
    );
    const edges = edgesNamed(document, parts.settings).flatMap(({ kind, id }): WordEdge[] => {
      const part = parts.edge(id);
      return part ? [{ kind, blocks: readWordPart(part.xml, { ...context, links: part.links }).blocks }] : [];
    });
    return { blocks, notes: new Map(notes), edges };
  });
}

function documentOf({ document }: WordParts, place: string, fileName: string): string {
  if (document === undefined) throw new ImportError('file-damaged', { fileName, place });
  return document;
}

function contextOf(parts: WordParts, reading: WordContext['reading']): WordContext {
  const theme = readWordTheme(parts.theme);
  return {
    styles: readWordStyles(parts.styles, theme),
    countParagraph: readWordNumbering(parts.numbering),
    theme,
    comments: readWordComments(parts.comments),
    links: parts.links,
    reading,
  };
}

function asDamage<Value>(place: string, fileName: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError('file-damaged', { fileName, place }, { cause });
  }
}
