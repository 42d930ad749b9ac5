import type { PackageParts, Relation } from './packageParts.ts';
import { collectText } from './richText.ts';
import { numberOf, scanXml } from './scanXml.ts';
import { noteText, tidyText, withoutAuthor } from './shownText.ts';

export type CellPlace = { readonly row: number; readonly column: number };
export type PlacedNote = CellPlace & { readonly text: string };

/** `C5`, from 0; undefined for what is no cell. Asked for every cell of a sheet, and so without a pattern. */
export function placeOfReference(reference: string): CellPlace | undefined {
  let column = 0;
  let row = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    const letter = (code | 0x20) - 0x60;
    if (letter >= 1 && letter <= 26 && row === 0) column = column * 26 + letter;
    else if (code >= 0x30 && code <= 0x39 && column > 0) row = row * 10 + code - 0x30;
    else if (code !== 0x24) return undefined;
  }
  return row === 0 || column === 0 ? undefined : { row: row - 1, column: column - 1 };
}

/** Reads the part that the notes of a sheet stand in. */
export type ReadPlainNotes = (part: Uint8Array) => readonly PlacedNote[];

/** Notes and threads of comments of a sheet. A thread has a note as well, for older programs; then only it counts. */
export function readNotes(
  parts: PackageParts,
  relations: readonly Relation[],
  plainNotes: ReadPlainNotes,
): readonly PlacedNote[] {
  const notes = new Map<string, PlacedNote>();
  const read = (type: string, readPart: ReadPlainNotes): void => {
    for (const relation of relations) {
      const part = relation.type === type && !relation.external ? parts.bytes(relation.target) : undefined;
      if (part === undefined) continue;
      for (const note of readPart(part)) if (note.text !== '') notes.set(`${note.row},${note.column}`, note);
    }
  };
  read('comments', plainNotes);
  read('threadedComment', readThreads);
  return [...notes.values()];
}

export function readPlainNotes(xml: Uint8Array): readonly PlacedNote[] {
  const authors: string[] = [];
  const notes: PlacedNote[] = [];
  const collector = collectText({});
  let author: string | undefined;
  let inComment: { reference: string; author: string | undefined } | undefined;
  scanXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'author') author = '';
      else if (name === 'comment') {
        inComment = { reference: attributes.ref ?? '', author: authors[numberOf(attributes.authorId) ?? -1] };
      } else if (inComment !== undefined) collector.onOpen(name, attributes);
    },
    onText: (text) => {
      if (author !== undefined) author += text;
      else if (inComment !== undefined) collector.onText(text);
    },
    onClose: (name) => {
      if (name === 'author') {
        authors.push(author ?? '');
        author = undefined;
      } else if (name === 'comment') {
        const text = noteText(withoutAuthor(collector.finish().text, inComment?.author));
        const place = placeOfReference(inComment?.reference ?? '');
        if (place !== undefined) notes.push({ ...place, text });
        inComment = undefined;
      } else if (inComment !== undefined) collector.onClose(name);
    },
  });
  return notes;
}

/** The first comment of a thread and its answers, in the order in which they were written. */
function readThreads(xml: Uint8Array): readonly PlacedNote[] {
  const comments: { reference: string; at: string; text: string }[] = [];
  let inText = false;
  scanXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'threadedComment') {
        comments.push({ reference: attributes.ref ?? '', at: attributes.dT ?? '', text: '' });
      } else if (name === 'text') inText = true;
    },
    onText: (text) => {
      const comment = comments.at(-1);
      if (inText && comment !== undefined) comment.text += text;
    },
    onClose: (name) => {
      if (name === 'text') inText = false;
    },
  });
  const threads = new Map<string, string[]>();
  for (const { reference, text } of comments.sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )) {
    const tidy = tidyText(text);
    if (tidy !== '') threads.set(reference, [...(threads.get(reference) ?? []), tidy]);
  }
  return [...threads].flatMap(([reference, texts]) => {
    const place = placeOfReference(reference);
    return place === undefined ? [] : [{ ...place, text: texts.join('\n') }];
  });
}
