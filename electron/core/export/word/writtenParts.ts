import { type Document, Packer } from 'docx';
import { placeBlocks } from './writtenBlock.ts';

/** A part as text, or as bytes where it is a picture. */
export type Part = string | Uint8Array;

const documentPart = 'word/document.xml';

/**
 * What the library packs, before it does. Its packer has no way of its own to that, and a document that is zipped only
 * to be unzipped, changed and zipped again takes an eighth longer. The name is the library's, in the version that
 * `package.json` names; a test asks that what comes out of it is what the library packs.
 */
const { compiler } = Packer as unknown as {
  readonly compiler: {
    readonly compile: (document: Document) => ReadonlyMap<string, string | ArrayBuffer | Uint8Array>;
  };
};

/** The parts of a document by name, with its blocks in their places. */
export function writtenParts(document: Document): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [name, data] of compiler.compile(document))
    parts.set(name, typeof data === 'string' || data instanceof Uint8Array ? data : new Uint8Array(data));
  parts.set(documentPart, placeBlocks(document, textOf(parts, documentPart)));
  return parts;
}

/** The text of a part; blank where there is none, or none that is text. */
export function textOf(parts: ReadonlyMap<string, Part>, name: string): string {
  const part = parts.get(name);
  return typeof part === 'string' ? part : '';
}
