import { ImportError } from '../importError.ts';
import { readWordBody, type WordBody } from './wordBody.ts';
import { readWordTheme } from './wordColours.ts';
import { readWordComments } from './wordComments.ts';
import { readWordDocument, type WordContext } from './wordDocument.ts';
import type { WordBlock } from './wordModel.ts';
import { readWordNumbering } from './wordNumbering.ts';
import { readWordParts } from './wordParts.ts';
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
    readWordBody(readWordBlocks(bytes, entries, documentPart, fileName, 'left-out'), fileName),
  );
}

/** The paragraphs and tables of a Word document. Throws as `readWord` does. */
export function readWordBlocks(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  documentPart: string,
  fileName: string,
  placeholders: WordContext['placeholders'],
): readonly WordBlock[] {
  return asDamage(documentPart, fileName, () => {
    const parts = readWordParts(bytes, entries, documentPart, fileName);
    if (parts.document === undefined) throw new ImportError('file-damaged', { fileName, place: documentPart });
    const theme = readWordTheme(parts.theme);
    return readWordDocument(parts.document, {
      styles: readWordStyles(parts.styles, theme),
      countParagraph: readWordNumbering(parts.numbering),
      theme,
      comments: readWordComments(parts.comments),
      links: parts.links,
      placeholders,
    });
  });
}

function asDamage<Value>(place: string, fileName: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError('file-damaged', { fileName, place }, { cause });
  }
}
