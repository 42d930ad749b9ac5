import type { FormBody } from '../../officialForm/formBlocks.ts';
import type { FormBox } from '../../officialForm/formBoxes.ts';
import type { FormPlace } from '../../officialForm/formPrompts.ts';
import { allBelow, attributeIn, type XmlEdits, type XmlTree } from '../../officialForm/xmlTree.ts';
import { textOf, type WrittenAnswer } from './answerInPlace.ts';

/** The usual size of letters, and the largest share of it that a letter and a line of an ordinary typeface take. */
const points = 11;
const letterShare = 0.55;
const lineShare = 1.3;
/** Between paragraphs. */
const gap = 6;
/** What a box of which no size is known holds for certain. */
const wordOrTwo = 40;

/** The box that a place stands in; null for what stands on the page itself. */
export function boxOf(boxes: FormBody['boxes'], place: FormPlace): FormBox | null {
  const at = startOf(place);
  return boxes.find(({ node }) => at >= node.innerStart && at <= node.innerEnd) ?? null;
}

function startOf(place: FormPlace): number {
  switch (place.kind) {
    case 'below':
      return (place.blanks.at(-1) ?? place.after).node.start;
    case 'after-label':
      return place.label.node.start;
    case 'cell':
      return place.cell.node.start;
    case 'control-block':
    case 'control':
      return place.control.start;
    case 'field':
    case 'line':
      return place.paragraph.node.start;
    case 'tick':
      return place.ticks[0]?.piece.node.start ?? 0;
  }
}

/** Keeps count of what was written in each box. */
export function boxRooms(form: XmlTree): (box: FormBox, answer: WrittenAnswer) => boolean {
  const taken = new Map<FormBox, number>();
  return (box, answer) => {
    if (box.twins === null) return false;
    if (box.grows) return true;
    const texts = answer.paragraphs.map((node) => textOf(answer.tree, node));
    if (box.room === null) return texts.length === 1 && (texts[0] ?? '').length <= wordOrTwo;
    const size = sizeIn(form, box);
    const letters = Math.max(1, Math.floor(box.room.width / (size * letterShare)));
    const heightOf = (text: string): number =>
      text
        .split('\n')
        .reduce((height, line) => height + Math.max(1, Math.ceil(line.length / letters)) * size * lineShare, gap);
    const before =
      taken.get(box) ??
      allBelow(box.node, 'w:p')
        .map((paragraph) => textOf(form, paragraph).trim())
        .filter((text) => text !== '')
        .reduce((height, text) => height + heightOf(text), 0);
    const after = texts.reduce((height, text) => height + heightOf(text), before);
    // The space after the last paragraph may hang over.
    const fits = after - gap <= box.room.height;
    taken.set(box, fits ? after : before);
    return fits;
  };
}

/** The largest letters that are set in the box. */
function sizeIn(form: XmlTree, { node }: FormBox): number {
  const sizes = allBelow(node, 'w:sz').map((size) => Number(attributeIn(form, size, 'w:val')) / 2);
  return Math.max(points, ...sizes.filter((size) => size > 0));
}

/** The same words for programs that show the other copy of a box. */
export function writeTwins(edits: XmlEdits, boxes: FormBody['boxes']): void {
  for (const { node, twins } of boxes) {
    const written = edits.within(node.innerStart, node.innerEnd);
    if (written === undefined) continue;
    for (const twin of twins ?? []) edits.replace(twin.start, twin.end, `<w:txbxContent>${written}</w:txbxContent>`);
  }
}
