import { Refusal } from '#shared/errors.ts';
import { officialFormLimits } from '#shared/limits.ts';
import { type FormBlock, type FormBody, type FormControl, type FormParagraph, readFormBlocks } from './formBlocks.ts';
import type { FormPackage } from './formPackage.ts';
import type { FormPlace, FormPrompt } from './formPrompts.ts';
import { promptsOfLine, readInlineLine } from './inlinePrompts.ts';
import { looksLike, type ParagraphRole, type Room, roleOf } from './promptKinds.ts';
import { promptsOfTable } from './tablePrompts.ts';
import type { XmlTree } from './xmlTree.ts';

export interface ReadForm {
  readonly body: FormBody;
  readonly prompts: readonly FormPrompt[];
}

/**
 * What the form asks for, in its order. Reads more as a prompt than is one, rather than less: what belongs to none of
 * our questions is left alone. Throws the refusals `form-no-prompts` and `file-too-large`.
 */
export function readPrompts(form: FormPackage, fileName: string): ReadForm {
  const body = readFormBlocks(form);
  const tooLarge = (limit: string): Refusal => new Refusal('file-too-large', { fileName, limit });
  if (body.paragraphs > officialFormLimits.paragraphs) {
    throw tooLarge(`${officialFormLimits.paragraphs.toLocaleString('en-GB')} paragraphs`);
  }
  const keys = new Set<string>();
  const found = promptsOf(body.blocks, body.tree, '').filter(({ key }) => {
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
  // A prompt is closed by the next one, so that what stands between them was found before it.
  const prompts = found.toSorted((one, other) => orderOf(one) - orderOf(other));
  if (prompts.length > officialFormLimits.prompts) throw tooLarge(`${officialFormLimits.prompts} prompts`);
  if (prompts.length === 0) throw new Refusal('form-no-prompts', { fileName });
  return { body, prompts };
}

/** Boxes come after the words of the paragraph that they are anchored in. */
function orderOf({ key }: FormPrompt): number {
  const [, paragraph = '0', inBox = '0'] = /^p(\d+)(?:b(\d+))?/u.exec(key) ?? [];
  return Number(paragraph) + Number(inBox) / officialFormLimits.paragraphs / 2;
}

/** A prompt whose end has not come yet, with what stood under it so far. */
interface OpenPrompt {
  readonly paragraph: FormParagraph;
  readonly role: ParagraphRole;
  readonly section: string;
  readonly under: FormBlock[];
}

/** The prompts of the body or of one cell. */
function promptsOf(blocks: readonly FormBlock[], tree: XmlTree, within: string): readonly FormPrompt[] {
  const prompts: FormPrompt[] = [];
  /** The headings over this place, the highest first. */
  const headings: { readonly level: number; readonly text: string }[] = [];
  const section = (): string => headings.at(-1)?.text ?? within;
  let open: OpenPrompt | undefined;

  const close = (next?: ParagraphRole): void => {
    const closed = open;
    open = undefined;
    if (closed === undefined) return;
    const { paragraph, role } = closed;
    const isTitle = role === 'heading' || role === 'strong';
    const found = placeUnder(closed, tree);
    const blanks = found.place.kind === 'below' ? roomIn(found.place.blanks) : 1;
    // A heading straight over a prompt is the heading of a section, whatever space is between them.
    const leads = role === 'heading' && (next === 'asks' || next === 'strong' || next === 'item') && blanks < 2;
    const isSection = isTitle && (blanks === 0 || leads || (paragraph.look.level ?? 0) < 0);
    if (!isSection) {
      const { text, name } = paragraph;
      prompts.push({ key: `p${name}`, text, guidance: found.guidance, section: closed.section, place: found.place });
    }
    const level = paragraph.look.level ?? lowest;
    // The title of the form stands over everything, so it tells nothing apart.
    if ((isSection || role === 'heading') && level >= 0) headings.push({ level, text: paragraph.text });
  };
  /** Headings that do not stand over one of this level. */
  const rise = (level: number): void => {
    while ((headings.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= level) headings.pop();
  };

  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const found = promptsOfTable(block, tree, section(), promptsOf);
      if (found.length > 0) close('asks');
      else open?.under.push(block);
      prompts.push(...found.map((prompt) => (prompt.section === '' ? { ...prompt, section: section() } : prompt)));
      continue;
    }
    const line = block.kind === 'paragraph' ? readInlineLine(tree, block) : undefined;
    if (block.kind === 'control' || (block.text === '' && (open !== undefined || line === undefined))) {
      if (open !== undefined) open.under.push(block);
      else if (block.kind === 'control') prompts.push(...titledControl(block, section()));
      continue;
    }
    if (line !== undefined) {
      const above = open?.paragraph.text;
      if (line.places.length > 0) close('label');
      else open?.under.push(block);
      prompts.push(...promptsOfLine(line, block, section(), above ?? section()));
      continue;
    }
    const role = roleOf(block, blocks[index - 1], roomAfter(blocks, index, tree));
    if (!startsPrompt(block, role, open)) {
      open?.under.push(block);
      continue;
    }
    close(role);
    if (role === 'heading' || role === 'strong') rise(block.look.level ?? lowest);
    open = { paragraph: block, role, section: section(), under: [] };
  }
  close();
  return prompts;
}

/** A heading by its looks alone stands under every heading by its style. */
const lowest = 9;

function startsPrompt(block: FormParagraph, role: ParagraphRole, open: OpenPrompt | undefined): boolean {
  if (role === 'text') return false;
  if (open === undefined || role === 'heading' || role === 'label') return true;
  const above = open.under.at(-1);
  const isApart = above !== undefined && !(above.kind === 'paragraph' && above.text !== '');
  if (isApart) return true;
  if (open.role === 'heading' || open.role === 'label') return role !== 'strong' || open.role === 'label';
  return looksLike(block, open.paragraph);
}

/** A control, a rule or a drawn box to write in counts as two blank paragraphs. */
function roomAfter(blocks: readonly FormBlock[], index: number, tree: XmlTree): Room {
  let words = false;
  let blanks = 0;
  const room = (more: number): Room => ({ atOnce: words ? 0 : blanks + more, later: blanks + more });
  for (const block of blocks.slice(index + 1)) {
    if (block.kind === 'control') return room(2);
    if (block.kind !== 'paragraph') return room(0);
    if (block.isBlank && block.isRoom) return room(2);
    if (block.isBlank) blanks += 1;
    else if (block.text === '' && block.boxes > 0) continue;
    else if (block.text === '') return room((readInlineLine(tree, block)?.places.length ?? 0) > 0 ? 2 : 0);
    else if (blanks > 0 || block.look.isListed || block.look.level !== null) return room(0);
    else words = true;
  }
  return room(0);
}

/** Where the answer to a prompt goes among what stands under it, and what of that explains it. */
function placeUnder({ paragraph, role, under }: OpenPrompt, tree: XmlTree): { place: FormPlace; guidance: string[] } {
  const textsUpTo = (end: number): string[] =>
    under.slice(0, end).flatMap((block) => (block.kind === 'paragraph' && block.text !== '' ? [block.text] : []));

  for (const [index, block] of under.entries()) {
    if (block.kind === 'control') {
      const place: FormPlace = { kind: 'control-block', control: block.node, first: block.first };
      return { place, guidance: textsUpTo(index) };
    }
    if (block.kind === 'table') continue;
    if (block.isBlank && block.isRoom && block.box !== paragraph.box) {
      const blanks = under.filter(
        (one): one is FormParagraph => one.kind === 'paragraph' && one.isBlank && one.box === block.box,
      );
      return { place: { kind: 'below', after: paragraph, blanks }, guidance: textsUpTo(index) };
    }
    const place = readInlineLine(tree, block)?.places[0]?.place;
    if (place !== undefined && block.text === '') {
      const more = place.kind === 'line' ? ruledAfter(under, index, tree) : [];
      return { place: place.kind === 'line' ? { ...place, more } : place, guidance: textsUpTo(index) };
    }
  }
  // Room in the box of the prompt comes before the longest room further down.
  const inBox = under.findIndex((block) => block.kind !== 'paragraph' || block.box !== paragraph.box);
  const own = paragraph.box === null || inBox < 0 ? under : under.slice(0, inBox);
  const ownRun = longestBlankRun(paragraph, own);
  const run = ownRun ?? longestBlankRun(paragraph, under);
  const lastText = run === undefined ? textEnd(own) : run.start;
  const before = under[lastText - 1];
  const guidance = textsUpTo(lastText);
  const after = before?.kind === 'paragraph' && before.box === paragraph.box ? before : paragraph;
  const blanks = run === undefined ? [] : run.blanks;
  if (role === 'label' && guidance.length === 0)
    return { place: { kind: 'after-label', label: paragraph, blanks }, guidance };
  return { place: { kind: 'below', after, blanks }, guidance };
}

/** Where the paragraphs that belong to the prompt end: the first that is not text. */
function textEnd(under: readonly FormBlock[]): number {
  const end = under.findIndex((block) => block.kind !== 'paragraph' || block.text === '' || block.pieces.some(isTick));
  return end < 0 ? under.length : end;
}

const isTick = (piece: { readonly kind: string }): boolean => piece.kind === 'tick';

/** A drawn box is there for an answer, however little stands in it. */
const roomIn = (blanks: readonly FormParagraph[]): number =>
  Math.max(blanks.length, blanks.some(({ isRoom }) => isRoom) ? 2 : 0);

function longestBlankRun(
  prompt: FormParagraph,
  under: readonly FormBlock[],
): { readonly start: number; readonly blanks: readonly FormParagraph[] } | undefined {
  let best: { start: number; blanks: FormParagraph[] } | undefined;
  let run: { start: number; blanks: FormParagraph[] } | undefined;
  let belongs = true;
  for (const [index, block] of under.entries()) {
    if (block.kind === 'paragraph' && block.isBlank) {
      if (run?.blanks.at(-1)?.box !== block.box) run = undefined;
      run ??= { start: index, blanks: [] };
      run.blanks.push(block);
      const isLonger = best === undefined || best === run || run.blanks.length > best.blanks.length;
      // What goes on in the looks of the prompt still belongs to it, so that the answer comes after it.
      if (isLonger || (belongs && run.blanks.length === best?.blanks.length)) best = run;
      continue;
    }
    run = undefined;
    const goesOn = block.kind === 'paragraph' && (block.pieces.some(isTick) || looksLike(block, prompt));
    belongs = belongs && goesOn;
  }
  return best;
}

function ruledAfter(under: readonly FormBlock[], index: number, tree: XmlTree): FormParagraph[] {
  const ruled: FormParagraph[] = [];
  for (const block of under.slice(index + 1)) {
    if (block.kind !== 'paragraph' || block.text !== '') break;
    if (readInlineLine(tree, block)?.places[0]?.place.kind !== 'line') break;
    ruled.push(block);
  }
  return ruled;
}

function titledControl({ title, first, node }: FormControl, section: string): readonly FormPrompt[] {
  if (title === '' || first === null) return [];
  const place: FormPlace = { kind: 'control-block', control: node, first };
  return [{ key: `p${first.name}`, text: title, guidance: [], section, place }];
}
