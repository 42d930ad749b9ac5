import type { DocumentRun } from '#shared/model/laidOutDocument.ts';
import { attributeIn, childOf, ownText, type XmlNode, type XmlTree } from '../../officialForm/xmlTree.ts';
import { colourIn, isOn, type WordPackage } from './wordPackage.ts';

type Link = DocumentRun['link'];

/** The words of a paragraph with their format; words of one format in a row are one run. */
export function readRuns(tree: XmlTree, paragraph: XmlNode, file: WordPackage): readonly DocumentRun[] {
  const runs: DocumentRun[] = [];
  const read = (node: XmlNode, link: Link): void => {
    for (const child of node.children) {
      if (child.name === 'w:hyperlink') read(child, linkOf(tree, child, file));
      else if (child.name === 'w:r') put(runs, runOf(tree, child, link));
    }
  };
  read(paragraph, undefined);
  return runs;
}

function put(runs: DocumentRun[], next: DocumentRun): void {
  if (next.text === '') return;
  const last = runs.at(-1);
  if (last !== undefined && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...next, text: '' }))
    runs[runs.length - 1] = { ...last, text: last.text + next.text };
  else runs.push(next);
}

function runOf(tree: XmlTree, run: XmlNode, link: Link): DocumentRun {
  const look = childOf(run, 'w:rPr');
  const colour = colourIn(tree, childOf(look, 'w:color'), 'w:val');
  const fill = colourIn(tree, childOf(look, 'w:shd'), 'w:fill');
  return {
    text: run.children.map((child) => textOf(tree, child)).join(''),
    ...(isOn(tree, childOf(look, 'w:b')) ? { bold: true } : {}),
    ...(isOn(tree, childOf(look, 'w:i')) ? { italic: true } : {}),
    ...(childOf(look, 'w:highlight') === undefined ? {} : { marked: true }),
    ...(colour === undefined ? {} : { colour }),
    ...(fill === undefined ? {} : { fill }),
    ...(link === undefined ? {} : { link }),
  };
}

/** Fields are those of the running foot: the numbers of the page and of the pages. */
function textOf(tree: XmlTree, node: XmlNode): string {
  switch (node.name) {
    case 'w:t':
      return ownText(tree, node);
    case 'w:tab':
      return '\t';
    case 'w:br':
      return '\n';
    case 'w:instrText':
      return ownText(tree, node).trim() === 'PAGE' ? '{page}' : '{pages}';
    default:
      return '';
  }
}

function linkOf(tree: XmlTree, node: XmlNode, file: WordPackage): Link {
  const to = attributeIn(tree, node, 'w:anchor');
  if (to !== undefined) return { to };
  const address = file.target(attributeIn(tree, node, 'r:id') ?? '');
  return address === '' ? undefined : { address };
}
