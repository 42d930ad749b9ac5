import type {
  DocumentBlock,
  DocumentParagraph,
  DocumentPicture,
  DocumentRow,
  DocumentSection,
  DocumentTable,
  LaidOutDocument,
} from '#shared/model/laidOutDocument.ts';
import { allBelow, attributeIn, below, childOf, type XmlNode, type XmlTree } from '../../officialForm/xmlTree.ts';
import { readLooks } from './readLooks.ts';
import { markersOf } from './readMarkers.ts';
import { readRuns } from './readRuns.ts';
import { colourIn, isOn, openWordPackage, pointsIn, type WordPackage } from './wordPackage.ts';

interface Reading {
  readonly tree: XmlTree;
  readonly file: WordPackage;
  readonly markerAt: ReturnType<typeof markersOf>;
}

/** Reads a document of our own writer back as what a page can show. It is no reader of other people's documents. */
export function readDocument(document: Uint8Array, language: string): LaidOutDocument {
  const file = openWordPackage(document);
  const tree = file.part('word/document.xml');
  const reading: Reading = { tree, file, markerAt: markersOf(file.part('word/numbering.xml')) };
  const sections: DocumentSection[] = [];
  let blocks: DocumentBlock[] = [];
  // The properties of a section stand in its last paragraph; those of the last one at the end of the body.
  for (const node of childOf(tree.root, 'w:body')?.children ?? []) {
    if (node.name === 'w:p') blocks.push(...readParagraph(node, reading));
    else if (node.name === 'w:tbl') blocks.push(readTable(node, reading));
    const properties = node.name === 'w:sectPr' ? node : below(node, 'w:pPr', 'w:sectPr');
    if (properties === undefined) continue;
    sections.push(readSection(properties, blocks, reading));
    blocks = [];
  }
  return { language, ...readLooks(file.part('word/styles.xml')), sections };
}

function readSection(node: XmlNode, blocks: readonly DocumentBlock[], { tree, file }: Reading): DocumentSection {
  const size = childOf(node, 'w:pgSz');
  const running = (name: 'w:headerReference' | 'w:footerReference'): DocumentSection['head'] => {
    // That of the first page differs in its picture alone.
    const reference = node.children.find(
      (child) => child.name === name && attributeIn(tree, child, 'w:type') === 'default',
    );
    const target = file.target(reference === undefined ? '' : (attributeIn(tree, reference, 'r:id') ?? ''));
    const part = file.part(`word/${target}`);
    const [drawing] = allBelow(part.root, 'w:drawing');
    const picture = drawing === undefined ? {} : { picture: readPicture(drawing, part, file, target) };
    const text = allBelow(part.root, 'w:p')
      .flatMap((paragraph) => readRuns(part, paragraph, file))
      .map((run) => run.text)
      .join('');
    const [left = '', right = ''] = text.split('\t');
    return { left: left.trim(), right, ...picture };
  };
  return {
    width: pointsIn(tree, size, 'w:w') ?? 0,
    height: pointsIn(tree, size, 'w:h') ?? 0,
    margin: pointsIn(tree, childOf(node, 'w:pgMar'), 'w:left') ?? 0,
    blocks,
    head: running('w:headerReference'),
    foot: running('w:footerReference'),
    ...(isOn(tree, childOf(node, 'w:titlePg')) ? { plainFirst: true } : {}),
  };
}

function readParagraph(node: XmlNode, reading: Reading): readonly DocumentBlock[] {
  const [picture] = allBelow(node, 'w:drawing');
  if (picture !== undefined) return [readPicture(picture, reading.tree, reading.file, 'document.xml')];
  // Nothing but the end of a section: after a table the library puts it into a paragraph of its own, without a style.
  const isEnd = below(node, 'w:pPr', 'w:sectPr') !== undefined && below(node, 'w:pPr', 'w:pStyle') === undefined;
  return isEnd ? [] : [paragraphOf(node, reading)];
}

function paragraphOf(node: XmlNode, { tree, file, markerAt }: Reading): DocumentParagraph {
  const properties = childOf(node, 'w:pPr');
  const style = childOf(properties, 'w:pStyle');
  const spacing = childOf(properties, 'w:spacing');
  const indent = pointsIn(tree, childOf(properties, 'w:ind'), 'w:left');
  const before = pointsIn(tree, spacing, 'w:before');
  const after = pointsIn(tree, spacing, 'w:after');
  const bookmarks = allBelow(node, 'w:bookmarkStart').map((mark) => attributeIn(tree, mark, 'w:name') ?? '');
  const list = childOf(properties, 'w:numPr');
  const listValue = (name: string): string => {
    const found = childOf(list, name);
    return found === undefined ? '' : (attributeIn(tree, found, 'w:val') ?? '');
  };
  const level = Number(listValue('w:ilvl'));
  const ruled = (childOf(properties, 'w:tabs')?.children ?? []).some(
    (tab) => attributeIn(tree, tab, 'w:leader') === 'underscore',
  );
  return {
    kind: 'paragraph',
    style: (style === undefined ? undefined : attributeIn(tree, style, 'w:val')) ?? 'Normal',
    runs: readRuns(tree, node, file),
    ...(bookmarks.length === 0 ? {} : { bookmarks }),
    ...(list === undefined ? {} : { ...markerAt(listValue('w:numId'), level), level }),
    ...(indent === undefined ? {} : { indent }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(isOn(tree, childOf(properties, 'w:keepNext')) ? { keepNext: true } : {}),
    ...(isOn(tree, childOf(properties, 'w:pageBreakBefore')) ? { startsPage: true } : {}),
    ...(ruled ? { ruled } : {}),
  };
}

function readTable(node: XmlNode, reading: Reading): DocumentTable {
  const { tree } = reading;
  const rows = node.children.filter((child) => child.name === 'w:tr');
  const [heading, ...body] = rows.map((row): DocumentRow => {
    const cells = row.children
      .filter((child) => child.name === 'w:tc')
      .map((cell) => {
        const fill = colourIn(tree, below(cell, 'w:tcPr', 'w:shd'), 'w:fill');
        return {
          paragraphs: cell.children.filter((child) => child.name === 'w:p').map((each) => paragraphOf(each, reading)),
          ...(fill === undefined ? {} : { fill }),
        };
      });
    return { cells, ...(isOn(tree, below(row, 'w:trPr', 'w:cantSplit')) ? { whole: true } : {}) };
  });
  return {
    kind: 'table',
    widths: (childOf(node, 'w:tblGrid')?.children ?? []).map((column) => pointsIn(tree, column, 'w:w') ?? 0),
    heading: heading ?? { cells: [] },
    rows: body,
  };
}

/** English Metric Units in a point. */
const unitsPerPoint = 12_700;

function readPicture(drawing: XmlNode, tree: XmlTree, file: WordPackage, part: string): DocumentPicture {
  const [extent] = allBelow(drawing, 'wp:extent');
  const [about] = allBelow(drawing, 'wp:docPr');
  const [blip] = allBelow(drawing, 'a:blip');
  const size = (name: string): number =>
    Number((extent === undefined ? undefined : attributeIn(tree, extent, name)) ?? 0) / unitsPerPoint;
  const target = file.target(blip === undefined ? '' : (attributeIn(tree, blip, 'r:embed') ?? ''), part);
  return {
    kind: 'picture',
    mediaType: target.endsWith('.png') ? 'image/png' : 'image/jpeg',
    base64: Buffer.from(file.bytes(`word/${target}`)).toString('base64'),
    width: size('cx'),
    height: size('cy'),
    alternativeText: (about === undefined ? undefined : attributeIn(tree, about, 'descr')) ?? '',
  };
}
