import type { XmlElement } from './strictXml.ts';

export const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Left out with everything in it: old properties, deleted text, and looks of whole tables, which rate nothing. */
const skippedElements: ReadonlySet<string> = new Set([
  'moveFrom',
  'del',
  'sdtEndPr',
  'tblPr',
  'tblPrEx',
  'rt',
  'sectPr',
]);

/** Properties are skipped by their change mark, deletions by their element where it holds text and is no mark itself. */
export function isSkipped(element: XmlElement, isWord: boolean, path: readonly string[]): boolean {
  if (element.namespace === compatibilityNamespace) return element.name === 'Fallback';
  if (!isWord) return false;
  if (element.name.endsWith('Change')) return true;
  const parent = path.at(-1);
  if (parent === 'rPr' || parent === 'trPr') return false;
  return skippedElements.has(element.name);
}

/** As in `footnote 2`, of the note and of what refers to it. */
export const idOfNote = (element: XmlElement): string =>
  `${element.name.replace('Reference', '')} ${element.attribute('id') ?? ''}`;
