import { isWaitingControl, tickOfControl } from './formControls.ts';
import { allBelow, attributeIn, below, childOf, decodeXml, ownText, type XmlNode, type XmlTree } from './xmlTree.ts';

/** What stands one after the other in a paragraph. */
export type InlinePiece =
  | TextPiece
  /** A tab or a line break. */
  | { readonly kind: 'space'; readonly text: string; readonly node: XmlNode }
  | LeaderPiece
  | { readonly kind: 'control'; readonly node: XmlNode }
  | FieldPiece
  | TickPiece
  /** A picture, a box, a footnote: something to leave alone. */
  | { readonly kind: 'object'; readonly node: XmlNode };

export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly node: XmlNode;
}

/** Dots or underscores to write on: from here to there in the part. */
export interface LeaderPiece {
  readonly kind: 'leader';
  /** The element of text that they begin in. */
  readonly node: XmlNode;
  readonly start: number;
  readonly end: number;
}

/** A text field of the older kind; an answer goes between `start` and `end`. */
export interface FieldPiece {
  readonly kind: 'field';
  readonly node: XmlNode;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** A box to tick, and how it is ticked: each change is a place in the part with what is to stand there. */
export interface TickPiece {
  readonly kind: 'tick';
  readonly node: XmlNode;
  readonly changes: readonly { readonly start: number; readonly end: number; readonly by: string }[];
}

/** Five dots or more, three underscores or more; an ellipsis of Word counts for three, so that prose has none. */
const leaders = /(?:_[_ \u00a0]*){3,}|[.…․‥][.…․‥ \u00a0]*[.…․‥]/gu;
const boxes = /[\u2610\u25a1\u25a2\u274f\u2751]/u;

export function readPieces(tree: XmlTree, paragraph: XmlNode): readonly InlinePiece[] {
  const pieces: InlinePiece[] = [];
  /** Fields that are open, the innermost last. */
  const fields: { readonly node: XmlNode; start: number | undefined; readonly from: number }[] = [];

  const visitRun = (run: XmlNode): void => {
    for (const node of run.children) {
      switch (node.name) {
        case 'w:t':
          pieces.push(...textPieces(tree, node));
          break;
        case 'w:tab':
        case 'w:ptab':
          pieces.push({ kind: 'space', text: '\t', node });
          break;
        case 'w:br':
        case 'w:cr':
          // The end of a page is something that a form means.
          if (attributeIn(tree, node, 'w:type') === 'page') pieces.push({ kind: 'object', node });
          else pieces.push({ kind: 'space', text: '\n', node });
          break;
        case 'w:noBreakHyphen':
          pieces.push({ kind: 'text', text: '-', node });
          break;
        case 'w:sym':
          pieces.push(symbolPiece(tree, node));
          break;
        case 'w:fldChar':
          fieldMark(node, run);
          break;
        case 'w:rPr':
        case 'w:instrText':
        case 'w:lastRenderedPageBreak':
        case 'w:softHyphen':
        case 'w:delText':
          break;
        default:
          pieces.push({ kind: 'object', node });
      }
    }
  };

  const fieldMark = (node: XmlNode, run: XmlNode): void => {
    const type = attributeIn(tree, node, 'w:fldCharType');
    if (type === 'begin') fields.push({ node, start: undefined, from: pieces.length });
    const open = fields.at(-1);
    if (open === undefined) return;
    if (type === 'separate') open.start = run.end;
    if (type !== 'end') return;
    fields.pop();
    const data = childOf(open.node, 'w:ffData');
    const box = childOf(data, 'w:checkBox');
    if (data !== undefined && box !== undefined) {
      pieces.splice(open.from, pieces.length, { kind: 'tick', node: open.node, changes: tickField(tree, box) });
    } else if (childOf(data, 'w:textInput') !== undefined && open.start !== undefined) {
      const title = [below(data, 'w:statusText'), below(data, 'w:name')]
        .map((each) => (each === undefined ? '' : (attributeIn(tree, each, 'w:val') ?? '')))
        .find((text) => text !== '' && !/^text\d*$/iu.test(text));
      pieces.splice(open.from, pieces.length, {
        kind: 'field',
        node: open.node,
        title: title ?? '',
        start: open.start,
        end: run.start,
      });
    }
  };

  const visit = (parent: XmlNode): void => {
    for (const node of parent.children) {
      switch (node.name) {
        case 'w:r':
          visitRun(node);
          break;
        case 'w:sdt': {
          const changes = tickOfControl(tree, node);
          if (changes !== null) pieces.push({ kind: 'tick', node, changes });
          else if (isWaitingControl(tree, node)) pieces.push({ kind: 'control', node });
          else visit(childOf(node, 'w:sdtContent') ?? node);
          break;
        }
        case 'w:hyperlink':
        case 'w:ins':
        case 'w:moveTo':
        case 'w:smartTag':
        case 'w:fldSimple':
        case 'w:customXml':
        case 'w:dir':
        case 'w:bdo':
          visit(node);
          break;
        default:
      }
    }
  };
  visit(paragraph);
  return pieces;
}

/** The text of one element, parted at what is to be written on and at boxes. */
function textPieces(tree: XmlTree, node: XmlNode): readonly InlinePiece[] {
  const source = tree.xml.slice(node.innerStart, node.innerEnd);
  const whole: TextPiece = { kind: 'text', text: ownText(tree, node), node };
  // Places in the part are only known where each letter stands for itself or is one entity.
  if (source.includes('<')) return [whole];
  const marks: InlinePiece[] = [];
  const text = (from: number, to: number): void => {
    if (to > from) marks.push({ kind: 'text', text: decodeXml(source.slice(from, to)), node });
  };
  let at = 0;
  for (const match of source.matchAll(new RegExp(`${leaders.source}|${boxes.source}`, 'gu'))) {
    const [found] = match;
    const isBox = boxes.test(found);
    if (!isBox && !isLeader(found)) continue;
    text(at, match.index);
    const start = node.innerStart + match.index;
    const end = start + found.trimEnd().length;
    marks.push(
      isBox ? { kind: 'tick', node, changes: [{ start, end, by: '\u2612' }] } : { kind: 'leader', node, start, end },
    );
    at = match.index + found.trimEnd().length;
  }
  text(at, source.length);
  return marks;
}

function isLeader(found: string): boolean {
  if (found.includes('_')) return true;
  const dots = [...found].reduce(
    (sum, letter) => sum + (letter === '…' ? 3 : letter === '‥' ? 2 : /[.․]/u.test(letter) ? 1 : 0),
    0,
  );
  return dots >= 5;
}

/** Boxes of the symbol fonts, by their letter, with the ticked one of the same font. */
const symbolBoxes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { A8: 'FE', '6F': 'FE', '71': 'FE', '72': 'FE' },
  'wingdings 2': { A3: '52', '2A': '52', '30': '52' },
};

function symbolPiece(tree: XmlTree, node: XmlNode): InlinePiece {
  const font = (attributeIn(tree, node, 'w:font') ?? '').toLowerCase();
  const char = (attributeIn(tree, node, 'w:char') ?? '').toUpperCase().replace(/^F0/u, '');
  const ticked = symbolBoxes[font]?.[char];
  if (ticked === undefined) return { kind: 'object', node };
  const source = tree.xml.slice(node.start, node.end);
  const by = source.replace(/(\bw:char\s*=\s*["'])[^"']*/u, `$1F0${ticked}`);
  return { kind: 'tick', node, changes: [{ start: node.start, end: node.end, by }] };
}

/** `checked` comes after the size and the default of the box, and says more than the default. */
function tickField(tree: XmlTree, box: XmlNode): TickPiece['changes'] {
  const [checked] = allBelow(box, 'w:checked');
  if (checked !== undefined) return [{ start: checked.start, end: checked.end, by: '<w:checked/>' }];
  if (box.innerStart === box.end) {
    return [
      {
        start: box.start,
        end: box.end,
        by: `${tree.xml.slice(box.start, box.end).replace(/\/>$/u, '>')}<w:checked/></w:checkBox>`,
      },
    ];
  }
  return [{ start: box.innerEnd, end: box.innerEnd, by: '<w:checked/>' }];
}
