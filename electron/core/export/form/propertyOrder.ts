import { innerOf, sourceOf, type XmlNode, type XmlTree } from '../../officialForm/xmlTree.ts';

/** Properties by the name of their element, as they are written. Word wants them in one order, which their schema gives. */
export type Properties = ReadonlyMap<string, string>;

const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
    .split(' ')
    .map((name) => `w:${name}`);
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'
    .split(' ')
    .map((name) => `w:${name}`);

export function propertiesOf(tree: XmlTree, node: XmlNode | undefined): Properties {
  return new Map((node?.children ?? []).map((child) => [child.name, sourceOf(tree, child)]));
}

export const only = (properties: Properties, names: readonly string[]): Properties =>
  new Map([...properties].filter(([name]) => names.includes(name)));
export const without = (properties: Properties, names: readonly string[]): Properties =>
  new Map([...properties].filter(([name]) => !names.includes(name)));

const written = (element: 'w:pPr' | 'w:rPr', order: readonly string[], properties: Properties): string => {
  const known = order.flatMap((name) => properties.get(name) ?? []);
  return known.length === 0 ? '' : `<${element}>${known.join('')}</${element}>`;
};
export const paragraphProperties = (properties: Properties): string => written('w:pPr', paragraphOrder, properties);
export const runProperties = (properties: Properties): string => written('w:rPr', runOrder, properties);

/** What of a run's looks an answer takes on: its letters, not its emphasis, which belongs to the prompt. */
const letters = ['w:rFonts', 'w:sz', 'w:szCs', 'w:lang', 'w:rtl', 'w:cs'];
export const lettersOf = (tree: XmlTree, node: XmlNode | undefined): Properties =>
  only(propertiesOf(tree, node), letters);

/** The runs of a paragraph with these letters under their own looks. */
export function runsWith(tree: XmlTree, paragraph: XmlNode, base: Properties): string {
  const pieces: string[] = [];
  for (const child of paragraph.children) {
    if (child.name === 'w:pPr') continue;
    pieces.push(dressed(tree, child, base));
  }
  return pieces.join('');
}

function dressed(tree: XmlTree, node: XmlNode, base: Properties): string {
  if (node.name === 'w:r') {
    const own = node.children.find(({ name }) => name === 'w:rPr');
    const rest = own === undefined ? innerOf(tree, node) : tree.xml.slice(own.end, node.innerEnd);
    return `<w:r>${runProperties(new Map([...base, ...propertiesOf(tree, own)]))}${rest}</w:r>`;
  }
  if (!node.children.some(({ name }) => name === 'w:r')) return sourceOf(tree, node);
  return `${tree.xml.slice(node.start, node.innerStart)}${node.children.map((child) => dressed(tree, child, base)).join('')}${tree.xml.slice(node.innerEnd, node.end)}`;
}
