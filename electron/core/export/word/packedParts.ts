import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { placeTables } from './tableXml.ts';

const documentPart = 'word/document.xml';

/** The parts of a document by name, with its tables in their places. */
export async function packedParts(document: Document): Promise<Map<string, Uint8Array>> {
  const files = new Map(Object.entries(unzipSync(await Packer.toBuffer(document))));
  const body = strFromU8(files.get(documentPart) ?? new Uint8Array());
  files.set(documentPart, strToU8(placeTables(document, body)));
  return files;
}
