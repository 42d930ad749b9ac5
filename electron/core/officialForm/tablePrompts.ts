import type { FormBlock, FormCell, FormParagraph, FormTable } from './formBlocks.ts';
import type { FormPlace, FormPrompt } from './formPrompts.ts';
import { readInlineLine } from './inlinePrompts.ts';
import { asksInWords } from './promptKinds.ts';
import type { XmlTree } from './xmlTree.ts';

type ReadBlocks = (blocks: readonly FormBlock[], tree: XmlTree, section: string) => readonly FormPrompt[];

/** A table of this many columns or more over blank rows is filled row by row, not prompt by prompt. */
const gridColumns = 3;

/** The prompts of a table: each in a cell, with the blank cell beside it or below it, or room in its own. */
export function promptsOfTable(
  table: FormTable,
  tree: XmlTree,
  section: string,
  read: ReadBlocks,
): readonly FormPrompt[] {
  const places = new Map<FormCell, FormPlace>();
  const taken = new Set<FormCell>();
  const isOpen = (cell: FormCell | undefined): cell is FormCell =>
    cell !== undefined && !cell.continues && !taken.has(cell) && placeIn(cell, tree) !== undefined;
  const give = (cell: FormCell, to: FormCell | undefined, where: 'beside' | 'below'): void => {
    if (places.has(cell) || !isOpen(to) || !isPrompt(cell)) return;
    const place = placeIn(to, tree);
    if (place === undefined) return;
    taken.add(to);
    places.set(cell, place.kind === 'cell' ? { ...place, where } : place);
  };
  // All cells beside first: under a row of headings the cell below belongs to the prompt at its left.
  for (const row of table.rows) {
    for (const [index, cell] of row.entries()) give(cell, row[index + 1], 'beside');
  }
  table.rows.forEach((row, index) => {
    if (isHeadOfGrid(table, index, tree)) return;
    for (const cell of row) {
      give(
        cell,
        table.rows[index + 1]?.find(({ column }) => column === cell.column),
        'below',
      );
    }
  });
  return table.rows.flatMap((row) =>
    row.flatMap((cell): readonly FormPrompt[] => {
      if (taken.has(cell) || cell.continues) return [];
      const place = places.get(cell);
      return place === undefined ? promptsInside(cell, tree, section, read) : [promptOf(cell, place, section)];
    }),
  );
}

function promptsInside(cell: FormCell, tree: XmlTree, section: string, read: ReadBlocks): readonly FormPrompt[] {
  const inside = read(cell.blocks, tree, section);
  if (inside.length > 0) return inside;
  const [first] = textsOf(cell);
  if (first === undefined || !asksInWords(first.text)) return [];
  const last = textsOf(cell).at(-1) ?? first;
  return [promptOf(cell, { kind: 'below', after: last, blanks: [] }, section)];
}

function promptOf(cell: FormCell, place: FormPlace, section: string): FormPrompt {
  const [first, ...others] = textsOf(cell);
  return {
    key: `p${first?.name ?? 0}`,
    text: first?.text ?? '',
    guidance: others.map(({ text }) => text),
    section,
    place,
  };
}

function textsOf(cell: FormCell): readonly FormParagraph[] {
  return cell.blocks.filter((block): block is FormParagraph => block.kind === 'paragraph' && block.text !== '');
}

/** Words that ask for something: a number alone, or a place of its own inside, is no prompt for the next cell. */
function isPrompt(cell: FormCell): boolean {
  const texts = textsOf(cell);
  const [first] = texts;
  if (first === undefined || !/\p{L}{2}/u.test(first.text)) return false;
  return cell.blocks.every(
    (block) =>
      block.kind === 'paragraph' &&
      block.pieces.every(({ kind }) => kind === 'text' || kind === 'space' || kind === 'object'),
  );
}

/** Where an answer goes in a cell without words of its own; undefined where there are some. */
function placeIn(cell: FormCell, tree: XmlTree): FormPlace | undefined {
  for (const block of cell.blocks) {
    if (block.kind === 'control') return { kind: 'control-block', control: block.node, first: block.first };
    if (block.kind === 'table') return undefined;
    if (block.isBlank) continue;
    const line = readInlineLine(tree, block);
    if (line !== undefined && line.ticks.length > 0) return { kind: 'tick', ticks: ticksOf(cell, tree) };
    if (block.text !== '') return undefined;
    const place = line?.places[0]?.place;
    if (place !== undefined) return place;
    return undefined;
  }
  return { kind: 'cell', cell, where: 'beside' };
}

function ticksOf(cell: FormCell, tree: XmlTree) {
  return cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? (readInlineLine(tree, block)?.ticks ?? []) : []));
}

function isHeadOfGrid(table: FormTable, index: number, tree: XmlTree): boolean {
  const row = table.rows[index] ?? [];
  if (row.length < gridColumns || !row.every(isPrompt)) return false;
  const isBlankRow = (each: readonly FormCell[] | undefined): boolean =>
    each !== undefined && each.length >= gridColumns && each.every((cell) => placeIn(cell, tree)?.kind === 'cell');
  return isBlankRow(table.rows[index + 1]) && isBlankRow(table.rows[index + 2]);
}
