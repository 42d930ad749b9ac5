import { assertNever } from '#shared/assertNever.ts';
import type { FormBlock, FormParagraph } from '../../officialForm/formBlocks.ts';
import type { FormBox } from '../../officialForm/formBoxes.ts';
import { settledControl, takesPlainText } from '../../officialForm/formControls.ts';
import type { FormLooks } from '../../officialForm/formLooks.ts';
import type { FormPlace } from '../../officialForm/formPrompts.ts';
import type { LeaderPiece } from '../../officialForm/inlinePieces.ts';
import {
  allBelow,
  below,
  childOf,
  sourceOf,
  type XmlEdits,
  type XmlNode,
  type XmlTree,
} from '../../officialForm/xmlTree.ts';
import {
  isOneLine,
  lookOf,
  paragraphsAt,
  plainRunsAt,
  runsAt,
  runsFor,
  textRun,
  type WrittenAnswer,
} from './answerInPlace.ts';
import { lettersOf, type Properties, paragraphProperties } from './propertyOrder.ts';

/** The form while it is being filled. */
export interface Filling {
  readonly form: XmlTree;
  readonly looks: FormLooks;
  readonly edits: XmlEdits;
  /** Elements of text that keep their spaces by now. */
  readonly spaced: Set<XmlNode>;
}

/** Puts an answer where the form wants it. Boxes are ticked elsewhere: an answer has no place in them. */
export function fillPlace(filling: Filling, place: FormPlace, answer: WrittenAnswer): void {
  switch (place.kind) {
    case 'below':
      under(filling, place.after, place.blanks, answer);
      break;
    case 'after-label':
      afterLabel(filling, place.label, place.blanks, answer);
      break;
    case 'cell':
      inCell(filling, place.cell, answer);
      break;
    case 'control-block':
      inControlBlock(filling, place.control, place.first, answer);
      break;
    case 'control':
      inControl(filling, place.control, place.paragraph, answer);
      break;
    case 'field':
      inField(filling, place, answer);
      break;
    case 'line':
      onLine(filling, place, answer);
      break;
    case 'tick':
      break;
    default:
      assertNever(place);
  }
}

/** What has no room in a drawn box goes below the paragraph that the box hangs on, led by the wording that the box asks it in. */
export function fillAfterBox(filling: Filling, { anchor }: FormBox, prompt: string, answer: WrittenAnswer): void {
  const look = lookOf(filling, null);
  const bold = new Map([...look.letters, ['w:b', '<w:b/>'] as const]);
  const lead = prompt === '' ? '' : `<w:p>${paragraphProperties(look.paragraph)}${textRun(prompt, bold)}</w:p>`;
  filling.edits.insert(anchor.end, `${lead}${paragraphsAt(answer, look)}`);
}

/** The blanks give way, but for the last, which parts the answer from what follows. */
function under(filling: Filling, after: FormParagraph, blanks: readonly FormParagraph[], answer: WrittenAnswer): void {
  const { edits } = filling;
  const last = blanks.at(-1);
  const [model] = blanks;
  if (last === undefined) {
    edits.insert(after.node.end, paragraphsAt(answer, lookOf(filling, null)));
    return;
  }
  // In a box that is all room nothing follows, and a last blank would only take the room.
  const isParted = !last.isRoom;
  for (const blank of blanks) if ((blank !== last || !isParted) && !blank.isKept) edits.remove(blank.node);
  edits.insert(last.node.start, paragraphsAt(answer, lookOf(filling, model ?? null)));
}

function afterLabel(
  filling: Filling,
  label: FormParagraph,
  blanks: readonly FormParagraph[],
  answer: WrittenAnswer,
): void {
  if (!isOneLine(answer)) {
    under(filling, label, blanks, answer);
    return;
  }
  const { form, edits } = filling;
  const letters = lettersOfRun(form, allBelow(label.node, 'w:r').at(-1));
  const last = label.pieces.at(-1);
  const isApart = last?.kind === 'space' || (last?.kind === 'text' && /\s$/u.test(last.text));
  edits.insert(label.node.innerEnd, `${isApart ? '' : textRun(' ', letters)}${runsAt(answer, letters)}`);
}

function inCell(filling: Filling, cell: Extract<FormPlace, { kind: 'cell' }>['cell'], answer: WrittenAnswer): void {
  const { edits } = filling;
  const paragraphs = cell.blocks.filter((block: FormBlock): block is FormParagraph => block.kind === 'paragraph');
  const [first] = paragraphs;
  const written = paragraphsAt(answer, lookOf(filling, first ?? null));
  if (first === undefined) edits.insert(cell.node.innerEnd, written);
  else {
    edits.insert(first.node.start, written);
    // What bookmarks begin or end in stays, after the answer.
    for (const blank of paragraphs) if (!blank.isKept) edits.remove(blank.node);
  }
  if (cell.control !== null) settle(edits, cell.control);
}

const settle = (edits: XmlEdits, control: XmlNode): void => {
  for (const node of settledControl(control)) edits.remove(node);
};

function inControlBlock(filling: Filling, control: XmlNode, first: FormParagraph | null, answer: WrittenAnswer): void {
  const { form, edits } = filling;
  const content = childOf(control, 'w:sdtContent');
  if (content === undefined) return;
  const look = lookOf(filling, first);
  const letters = new Map([...look.letters, ...lettersOf(form, below(control, 'w:sdtPr', 'w:rPr'))]);
  const written = takesPlainText(control)
    ? `<w:p>${paragraphProperties(look.paragraph)}${plainRunsAt(answer, letters)}</w:p>`
    : paragraphsAt(answer, { ...look, letters });
  edits.replace(content.innerStart, content.innerEnd, written);
  settle(edits, control);
}

function inControl(filling: Filling, control: XmlNode, paragraph: FormParagraph, answer: WrittenAnswer): void {
  const { form, edits } = filling;
  const content = childOf(control, 'w:sdtContent');
  const properties = childOf(control, 'w:sdtPr');
  if (content === undefined) return;
  const look = lookOf(filling, paragraph);
  const letters = new Map([...look.letters, ...lettersOf(form, childOf(properties, 'w:rPr'))]);
  const isAlone = paragraph.text === '' && paragraph.pieces.length === 1 && control.parent === paragraph.node;
  if (isAlone && !isOneLine(answer) && !takesPlainText(control) && !paragraph.isKept) {
    // A control inside a line holds no paragraphs; one that has its line to itself can be put round them.
    const kept = (properties?.children ?? []).filter((node) => !settledControl(control).includes(node));
    const inside = kept.map((node) => sourceOf(form, node)).join('');
    const { start, end } = paragraph.node;
    edits.replace(
      start,
      end,
      `<w:sdt><w:sdtPr>${inside}</w:sdtPr><w:sdtContent>${paragraphsAt(answer, { ...look, letters })}</w:sdtContent></w:sdt>`,
    );
    return;
  }
  edits.replace(content.innerStart, content.innerEnd, runsFor(control, answer, letters));
  settle(edits, control);
}

function inField(
  { form, edits }: Filling,
  { field, paragraph }: Extract<FormPlace, { kind: 'field' }>,
  answer: WrittenAnswer,
): void {
  const run = allBelow(paragraph.node, 'w:r').find((each) => each.start >= field.start);
  edits.replace(field.start, field.end, runsAt(answer, lettersOfRun(form, run)));
}

/** The answer is written over the rule, as a person would; a long one goes under the words that lead to it. */
function onLine(filling: Filling, place: Extract<FormPlace, { kind: 'line' }>, answer: WrittenAnswer): void {
  const { form, edits } = filling;
  const { paragraph, leaders, more } = place;
  const places = paragraph.pieces.filter(({ kind }) => kind === 'leader' || kind === 'control' || kind === 'field');
  const isOnly = places.length === leaders.length;
  const letters = lettersOfRun(form, leaders[0]?.node.parent ?? undefined);
  if (isOnly && paragraph.text === '') {
    const look = lookOf(filling, paragraph);
    const written = paragraphsAt(answer, { ...look, letters });
    edits.insert(paragraph.node.start, written);
    for (const ruled of [paragraph, ...more]) {
      if (!ruled.isKept) edits.remove(ruled.node);
    }
    return;
  }
  const [first, ...others] = leaders;
  if (first === undefined) return;
  for (const leader of others) edits.replace(leader.start, leader.end, '');
  if (isOnly && !isOneLine(answer)) {
    edits.replace(first.start, first.end, '');
    edits.insert(paragraph.node.end, paragraphsAt(answer, { ...lookOf(filling, paragraph), letters }));
    return;
  }
  writeOver(filling, first, runsAt(answer, letters), letters);
}

/** Ends the run that the rule stands in, and begins it again behind the answer. */
function writeOver({ form, edits, spaced }: Filling, leader: LeaderPiece, runs: string, letters: Properties): void {
  const { node, start, end } = leader;
  const before = form.xml.slice(node.innerStart, start);
  const after = form.xml.slice(end, node.innerEnd);
  const gap = (text: string, isApart: boolean): string => (text === '' || isApart ? '' : textRun(' ', letters));
  if (!spaced.has(node) && !/\sxml:space=/u.test(form.xml.slice(node.start, node.innerStart))) {
    edits.insert(node.innerStart - 1, ' xml:space="preserve"');
  }
  spaced.add(node);
  const properties = childOf(node.parent ?? node, 'w:rPr');
  const own = properties === undefined ? '' : sourceOf(form, properties);
  edits.replace(
    start,
    end,
    `</w:t></w:r>${gap(before, /\s$/u.test(before))}${runs}${gap(after, /^\s/u.test(after))}<w:r>${own}<w:t xml:space="preserve">`,
  );
}

const lettersOfRun = (form: XmlTree, run: XmlNode | undefined): Properties => lettersOf(form, childOf(run, 'w:rPr'));
