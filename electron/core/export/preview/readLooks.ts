import type { DocumentLook } from '#shared/model/laidOutDocument.ts';
import { attributeIn, below, childOf, type XmlNode, type XmlTree } from '../../officialForm/xmlTree.ts';
import { colourIn, isOn, pointsIn } from './wordPackage.ts';

export interface Looks {
  readonly font: string;
  readonly looks: Readonly<Record<string, DocumentLook>>;
}

const plain: DocumentLook = {
  size: 12,
  line: 1,
  before: 0,
  after: 0,
  indent: 0,
  hanging: 0,
  bold: false,
  italic: false,
  colour: '000000',
  fill: null,
  font: null,
  alignment: 'left',
  rule: null,
  over: null,
  under: null,
  keepNext: false,
  keepLines: false,
  heading: null,
};

/** Every paragraph style as it looks in the end: its own words over those of the styles that it is based on. */
export function readLooks(styles: XmlTree): Looks {
  const { root } = styles;
  const defaults = childOf(root, 'w:docDefaults');
  const runDefaults = below(defaults, 'w:rPrDefault', 'w:rPr');
  // The font of the document is told once, and not in every look.
  const base = { ...over(plain, styles, below(defaults, 'w:pPrDefault', 'w:pPr'), runDefaults), font: null };
  const nodes = new Map(
    root.children
      .filter((node) => node.name === 'w:style' && attributeIn(styles, node, 'w:type') === 'paragraph')
      .map((node) => [attributeIn(styles, node, 'w:styleId') ?? '', node]),
  );
  const found = new Map<string, DocumentLook>();
  const lookOf = (id: string, above: ReadonlySet<string>): DocumentLook => {
    const known = found.get(id);
    const node = nodes.get(id);
    if (known !== undefined || node === undefined || above.has(id)) return known ?? base;
    const parentNode = childOf(node, 'w:basedOn');
    const parent = parentNode === undefined ? '' : (attributeIn(styles, parentNode, 'w:val') ?? '');
    const look = {
      ...over(lookOf(parent, new Set([...above, id])), styles, childOf(node, 'w:pPr'), childOf(node, 'w:rPr')),
      heading: headingOf(id),
    };
    found.set(id, look);
    return look;
  };
  return {
    font: fontIn(styles, runDefaults) ?? 'Arial',
    looks: Object.fromEntries([...nodes.keys()].map((id) => [id, lookOf(id, new Set())])),
  };
}

function headingOf(id: string): number | null {
  if (id === 'Title') return 0;
  const level = /^Heading([1-3])$/u.exec(id)?.[1];
  return level === undefined ? null : Number(level);
}

function over(
  look: DocumentLook,
  styles: XmlTree,
  paragraph: XmlNode | undefined,
  run: XmlNode | undefined,
): DocumentLook {
  const spacing = childOf(paragraph, 'w:spacing');
  const indent = childOf(paragraph, 'w:ind');
  const size = pointsIn(styles, childOf(run, 'w:sz'), 'w:val');
  const line = pointsIn(styles, spacing, 'w:line');
  const said = (node: XmlNode | undefined, otherwise: boolean): boolean =>
    node === undefined ? otherwise : isOn(styles, node);
  return {
    // Sizes are in half points, lines in 240ths: both come as if they were twips.
    size: size === undefined ? look.size : size * 10,
    line: line === undefined ? look.line : line / 12,
    before: pointsIn(styles, spacing, 'w:before') ?? look.before,
    after: pointsIn(styles, spacing, 'w:after') ?? look.after,
    indent: pointsIn(styles, indent, 'w:left') ?? look.indent,
    hanging: pointsIn(styles, indent, 'w:hanging') ?? look.hanging,
    bold: said(childOf(run, 'w:b'), look.bold),
    italic: said(childOf(run, 'w:i'), look.italic),
    colour: colourIn(styles, childOf(run, 'w:color'), 'w:val') ?? look.colour,
    fill: colourIn(styles, childOf(paragraph, 'w:shd'), 'w:fill') ?? look.fill,
    font: fontIn(styles, run) ?? look.font,
    alignment: alignmentIn(styles, paragraph) ?? look.alignment,
    rule: colourIn(styles, below(paragraph, 'w:pBdr', 'w:left'), 'w:color') ?? look.rule,
    over: colourIn(styles, below(paragraph, 'w:pBdr', 'w:top'), 'w:color') ?? look.over,
    under: colourIn(styles, below(paragraph, 'w:pBdr', 'w:bottom'), 'w:color') ?? look.under,
    keepNext: said(childOf(paragraph, 'w:keepNext'), look.keepNext),
    keepLines: said(childOf(paragraph, 'w:keepLines'), look.keepLines),
    heading: null,
  };
}

/** The font itself stands beside the theme's name for it. */
function fontIn(styles: XmlTree, run: XmlNode | undefined): string | undefined {
  const fonts = childOf(run, 'w:rFonts');
  return fonts === undefined ? undefined : attributeIn(styles, fonts, 'w:ascii');
}

function alignmentIn(styles: XmlTree, paragraph: XmlNode | undefined): DocumentLook['alignment'] | undefined {
  const alignment = childOf(paragraph, 'w:jc');
  const said = alignment === undefined ? undefined : attributeIn(styles, alignment, 'w:val');
  return said === 'left' || said === 'center' || said === 'right' ? said : undefined;
}
