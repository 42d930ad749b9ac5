import { assertNever } from '#shared/assertNever.ts';
import { boxesIn, type FormBox } from './formBoxes.ts';
import { awaitsEntry } from './formControls.ts';
import { type FormLooks, type ParagraphLook, readFormLooks } from './formLooks.ts';
import type { FormPackage } from './formPackage.ts';
import { type InlinePiece, readPieces } from './inlinePieces.ts';
import { attributeIn, below, childOf, type XmlNode, type XmlTree } from './xmlTree.ts';

/** The document as what stands one under the other: the body, and inside tables each cell, is such a list. */
export type FormBlock = FormParagraph | FormTable | FormControl;

export interface FormParagraph {
  readonly kind: 'paragraph';
  readonly node: XmlNode;
  /**
   * Its place among the paragraphs of the document, and in a text box its place in the boxes of that paragraph, as in
   * `12b3`: the name by which a pairing remembers it.
   */
  readonly name: string;
  /** What a reader sees; places to fill and what asks to fill them are left out. */
  readonly text: string;
  readonly pieces: readonly InlinePiece[];
  readonly look: ParagraphLook;
  /** Room to write in. */
  readonly isBlank: boolean;
  /** Bookmarks or comments begin or end in it, or a box is anchored in it: an answer goes before it, never in its place. */
  readonly isKept: boolean;
  /** The text box that it stands in. */
  readonly box: FormBox | null;
  /** It is blank like everything else in its box: the box is there to be written in. */
  readonly isRoom: boolean;
  /** How many boxes are anchored in it; their blocks follow it. */
  readonly boxes: number;
}

export interface FormTable {
  readonly kind: 'table';
  readonly node: XmlNode;
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormCell {
  readonly node: XmlNode;
  /** The column of the table that it begins in, and how many it covers. */
  readonly column: number;
  readonly span: number;
  readonly continues: boolean;
  readonly blocks: readonly FormBlock[];
  /** The content control round the whole cell, where there is one. */
  readonly control: XmlNode | null;
}

/** A content control that holds whole paragraphs and still waits for an answer. */
export interface FormControl {
  readonly kind: 'control';
  readonly node: XmlNode;
  readonly title: string;
  readonly first: FormParagraph | null;
}

export interface FormBody {
  readonly tree: XmlTree;
  readonly body: XmlNode;
  readonly blocks: readonly FormBlock[];
  readonly paragraphs: number;
  readonly boxes: readonly FormBox[];
  readonly looks: FormLooks;
}

/** Reads the body. Throws where the document has none. */
export function readFormBlocks(form: FormPackage): FormBody {
  const tree = form.document;
  const body = childOf(tree.root, 'w:body');
  if (body === undefined) throw new Error('The document has no body');
  const looks = readFormLooks(form.styles);
  let paragraphs = 0;
  let inBoxes = 0;
  const boxes: FormBox[] = [];
  /** While the blocks of a box are read: which it is, and where its paragraphs are counted. */
  let within: { box: FormBox | null; readonly anchor: string; count: number } | undefined;

  const nameOf = (): string => {
    if (within === undefined) {
      paragraphs += 1;
      return String(paragraphs - 1);
    }
    inBoxes += 1;
    within.count += 1;
    return `${within.anchor}b${within.count}`;
  };

  /** A paragraph with the blocks of the boxes that are anchored in it: a reader sees them there. */
  const withBoxes = (node: XmlNode): FormBlock[] => {
    // Within a box Word keeps no further box.
    const found = within === undefined ? boxesIn(tree, node) : [];
    const anchor = paragraph(node, found.length);
    within = { box: null, anchor: anchor.name, count: 0 };
    const counted = within;
    const inside = found.flatMap((box) => {
      counted.box = box;
      boxes.push(box);
      const blocks = blocksOf(box.node);
      const isRoom = blocks.every((block) => block.kind === 'paragraph' && block.isBlank);
      return isRoom ? blocks.map((block) => ({ ...block, isRoom })) : blocks;
    });
    within = undefined;
    return [anchor, ...inside];
  };

  const paragraph = (node: XmlNode, anchored = 0): FormParagraph => {
    const name = nameOf();
    const pieces = readPieces(tree, node);
    const text = pieces.map(textOfPiece).join('').replaceAll(/\s+/gu, ' ').trim();
    const ends = below(node, 'w:pPr', 'w:sectPr') !== undefined;
    const holds = pieces.some(
      ({ kind }) => kind === 'control' || kind === 'field' || kind === 'tick' || kind === 'object',
    );
    return {
      kind: 'paragraph',
      node,
      name,
      text,
      pieces,
      look: looks.of(tree, node),
      isBlank: text === '' && !ends && !holds,
      isKept: anchored > 0 || anchors(tree, node),
      box: within?.box ?? null,
      isRoom: false,
      boxes: anchored,
    };
  };

  const blocksOf = (parent: XmlNode): FormBlock[] =>
    parent.children.flatMap((node): FormBlock[] => {
      switch (node.name) {
        case 'w:p':
          return within === undefined ? withBoxes(node) : [paragraph(node)];
        case 'w:tbl':
          return [{ kind: 'table', node, rows: rowsOf(node) }];
        case 'w:sdt':
          return controlBlocks(node);
        case 'w:ins':
        case 'w:customXml':
          return blocksOf(node);
        default:
          return [];
      }
    });

  const controlBlocks = (node: XmlNode): FormBlock[] => {
    const content = childOf(node, 'w:sdtContent');
    if (content === undefined) return [];
    const blocks = blocksOf(content);
    if (below(node, 'w:sdtPr', 'w:docPartObj') !== undefined) return [];
    const waits = isWaiting(tree, node) || awaitsEntry(tree, content);
    // An answer takes the place of what the control holds, which must not be a box.
    if (!waits || blocks.some((block) => block.kind !== 'paragraph' || block.boxes > 0)) return blocks;
    const first = blocks.find((block): block is FormParagraph => block.kind === 'paragraph') ?? null;
    return [{ kind: 'control', node, title: titleOf(tree, node), first }];
  };

  const rowsOf = (table: XmlNode): FormCell[][] =>
    table.children.flatMap((row): FormCell[][] => {
      if (row.name === 'w:sdt') return rowsOf(childOf(row, 'w:sdtContent') ?? row);
      if (row.name !== 'w:tr') return [];
      let column = Number(attributeIn(tree, below(row, 'w:trPr', 'w:gridBefore') ?? row, 'w:val') ?? 0);
      const cellsOf = (parent: XmlNode, control: XmlNode | null): FormCell[] =>
        parent.children.flatMap((node): FormCell[] => {
          if (node.name === 'w:sdt') return cellsOf(childOf(node, 'w:sdtContent') ?? node, node);
          if (node.name !== 'w:tc') return [];
          const properties = childOf(node, 'w:tcPr');
          const spans = childOf(properties, 'w:gridSpan');
          const span = Math.max(1, Number(spans && attributeIn(tree, spans, 'w:val')) || 1);
          const merge = childOf(properties, 'w:vMerge');
          const cell: FormCell = {
            node,
            column,
            span,
            continues: merge !== undefined && (attributeIn(tree, merge, 'w:val') ?? 'continue') === 'continue',
            blocks: blocksOf(node),
            control,
          };
          column += span;
          return [cell];
        });
      return [cellsOf(row, null)];
    });

  const blocks = blocksOf(body);
  return { tree, body, blocks, paragraphs: paragraphs + inBoxes, boxes, looks };
}

/** Whether a control shows the words that ask for an entry. */
export function isWaiting(tree: XmlTree, control: XmlNode): boolean {
  const showing = below(control, 'w:sdtPr', 'w:showingPlcHdr');
  return showing !== undefined && !/^(?:0|false|off)$/u.test(attributeIn(tree, showing, 'w:val') ?? '');
}

/** What the maker of a form called a control; its tag is for machines and comes second. */
export function titleOf(tree: XmlTree, control: XmlNode): string {
  for (const name of ['w:alias', 'w:tag']) {
    const title = below(control, 'w:sdtPr', name);
    const text = title === undefined ? '' : (attributeIn(tree, title, 'w:val') ?? '').trim();
    if (text !== '') return text;
  }
  return '';
}

export function textOfPiece(piece: InlinePiece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'space':
      return piece.text;
    case 'leader':
    case 'control':
    case 'field':
    case 'tick':
    case 'object':
      return ' ';
    default:
      return assertNever(piece);
  }
}

/** Bookmarks and comments begin or end here: with the paragraph they would lose their place. */
function anchors(tree: XmlTree, node: XmlNode): boolean {
  return /<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|permStart|permEnd)\b/u.test(
    tree.xml.slice(node.start, node.end),
  );
}
