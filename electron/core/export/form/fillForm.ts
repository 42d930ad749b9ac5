import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { openFormPackage } from '../../officialForm/formPackage.ts';
import { readPrompts } from '../../officialForm/readPrompts.ts';
import {
  attributeIn,
  editXml,
  sourceOf,
  type XmlEdits,
  type XmlNode,
  type XmlTree,
} from '../../officialForm/xmlTree.ts';
import { checkForm } from '../check/checkForm.ts';
import { refuseFaults } from '../check/faults.ts';
import type { Orientation } from '../word/page.ts';
import { boxOf, boxRooms, writeTwins } from './boxRoom.ts';
import { type DraftMark, markDraft } from './draftMark.ts';
import { type Filling, fillAfterBox, fillPlace } from './fillPlace.ts';
import { namesInForm } from './mergeIntoForm.ts';
import type { FormParts } from './writeFormParts.ts';

export interface FilledForm {
  readonly bytes: Uint8Array;
  /** Keys of the prompts that took an answer or a tick. */
  readonly filled: readonly string[];
  /** Of those, the ones whose answer stands after a drawn box, since it has no room in it. */
  readonly afterBoxes: readonly string[];
}

/**
 * The official form with its answers in place and its appendices after it. What is not an answer stays letter by
 * letter as it was: changes are made at their places in the text of the part, and no part is written anew. With a
 * `mark` every page says that it is a draft.
 */
export function fillForm(
  form: Uint8Array,
  fileName: string,
  written: FormParts,
  mark?: DraftMark,
  kept: readonly string[] = [],
): FilledForm {
  const opened = openFormPackage(form, fileName);
  const { body, prompts } = readPrompts(opened, fileName);
  const names = namesInForm(opened, written);
  const filling: Filling = { form: body.tree, looks: body.looks, edits: editXml(body.tree), spaced: new Set() };
  const filled: string[] = [];
  const afterBoxes: string[] = [];
  const fits = boxRooms(body.tree);
  for (const { key, text, place } of prompts) {
    const paragraphs = written.answers.get(key) ?? [];
    const tick = written.ticks.get(key);
    if (place.kind === 'tick' && tick !== undefined) {
      const ticked = place.ticks.filter(({ label }) => tick(label));
      for (const { piece } of ticked) {
        for (const { start, end, by } of piece.changes) filling.edits.replace(start, end, by);
      }
      if (ticked.length > 0) filled.push(key);
    } else if (place.kind !== 'tick' && paragraphs.length > 0) {
      const answer = { tree: written.tree, paragraphs, translate: names.translate, lists: written.lists };
      const box = boxOf(body.boxes, place);
      if (box === null || fits(box, answer)) fillPlace(filling, place, answer);
      else {
        const isAskedInBox = place.kind !== 'below' || place.after.box !== null;
        fillAfterBox(filling, box, isAskedInBox ? text : '', answer);
        afterBoxes.push(key);
      }
      filled.push(key);
    }
  }
  writeTwins(filling.edits, body.boxes);
  append(filling, body.body, written, names.translate);
  nameRelations(filling, opened.relationBase);
  const filledIn = filling.edits.apply();
  const document = mark === undefined ? filledIn : markDraft(filledIn, opened, names, mark);
  const others = names.parts();
  refuseFaults(checkForm(document, new Map([...others].map(([name, bytes]) => [name, strFromU8(bytes)])), kept));
  const changed = new Map([...others, [opened.documentPart, strToU8(document)] as const]);
  return { bytes: packed(opened.parts, changed), filled, afterBoxes };
}

/** A4 in twips, with the margins of our own pages. */
const pages: Readonly<Record<Orientation, string>> = {
  portrait:
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/>',
  landscape:
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>',
};
/** A section of a form names its headers and footers, and those after it that name none have the same. */
const section = (orientation: Orientation): string =>
  `<w:sectPr><w:type w:val="nextPage"/>${pages[orientation]}</w:sectPr>`;
/** Ends a section without taking a line of the page. */
const sectionEnd = (properties: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${properties}</w:pPr></w:p>`;

/** The form keeps its own last section; each appendix after it has one of ours. */
function append({ form, edits }: Filling, body: XmlNode, written: FormParts, translate: (xml: string) => string): void {
  const { appendices, tree } = written;
  const last = appendices.at(-1);
  if (last === undefined) return;
  const own = body.children.at(-1);
  const ownSection = own?.name === 'w:sectPr' ? own : undefined;
  const pieces = [sectionEnd(ownSection === undefined ? '<w:sectPr/>' : sourceOf(form, ownSection))];
  for (const appendix of appendices) {
    pieces.push(...appendix.blocks.map((block) => translate(sourceOf(tree, block))));
    pieces.push(appendix === last ? section(appendix.orientation) : sectionEnd(section(appendix.orientation)));
  }
  if (ownSection === undefined) edits.insert(body.innerEnd, pieces.join(''));
  else edits.replace(ownSection.start, ownSection.end, pieces.join(''));
}

/** Links are named by a prefix that a form without any may not have. */
function nameRelations({ form, edits }: { readonly form: XmlTree; readonly edits: XmlEdits }, base: string): void {
  const { root } = form;
  if (attributeIn(form, root, 'xmlns:r') === undefined)
    edits.insert(root.start + root.name.length + 1, ` xmlns:r="${base}"`);
}

/** A day that every zip can hold, so that the same form and the same answers give the same bytes. */
const zipDay = new Date(1980, 0, 1, 12);

function packed(parts: ReadonlyMap<string, Uint8Array>, changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, bytes] of new Map([...parts, ...changed])) zippable[name] = [bytes, { mtime: zipDay, level: 6 }];
  return zipSync(zippable);
}
