import { houseStyleLimits, logoLimits } from '#shared/limits.ts';
import type { HouseStyleNote } from '#shared/model/houseStyle.ts';
import { refuseXml, toUtf8 } from '../import/readers/inspectXml.ts';
import { parseStrictXml } from '../import/readers/strictXml.ts';
import { readLogoImage } from '../institution/logoImage.ts';
import { type FormPackage, type PartRelation, relationsOfPart } from '../officialForm/formPackage.ts';
import { allBelow, attributeIn, readXmlTree, type XmlNode, type XmlTree } from '../officialForm/xmlTree.ts';
import type { HouseLogo } from './houseStyle.ts';

interface HeaderPicture {
  readonly relation: string;
  /** In pixels; null where the header does not say. */
  readonly width: number | null;
  readonly height: number | null;
  readonly alternativeText: string;
}

interface FoundLogo {
  readonly logo: HouseLogo | null;
  readonly note: HouseStyleNote;
}

/** Beside a line of 10 pt, within the margin of the wide pages: 8 mm high and 45 mm wide, in pixels of 96 to the inch. */
const logoBox = { width: 170, height: 30 };
/** What is larger lies behind the text of a whole page: 60 mm and 130 mm. */
const largestLogo = { width: 491, height: 227 };

const said = (outcome: HouseStyleNote['outcome'], words: string): HouseStyleNote => ({
  what: 'Logo',
  outcome,
  said: words,
});

/** The first picture of the header that is one: of the usual pages before that of the first page. */
export function findHeaderLogo(file: FormPackage): FoundLogo {
  let reason: string | null = null;
  for (const part of headerParts(file)) {
    const relations = relationsOfPart(file.parts, part);
    for (const picture of picturesOf(file, part).slice(0, houseStyleLimits.headerPictures)) {
      const taken = takePicture(file, relations, picture);
      if (typeof taken !== 'string')
        return {
          logo: taken,
          note: said('taken', `from the header${taken.alternativeText === '' ? '' : `: ${taken.alternativeText}`}`),
        };
      reason ??= taken;
    }
  }
  return { logo: null, note: reason === null ? said('none', 'none found in the header') : said('left', reason) };
}

const headerOrder = ['default', 'first', 'even'];

/** By the pages that they are for; each part once. */
function headerParts({ document, documentPart, parts }: FormPackage): readonly string[] {
  const relations = relationsOfPart(parts, documentPart);
  const references = allBelow(document.root, 'w:headerReference').map((node) => ({
    order: headerOrder.indexOf(attributeIn(document, node, 'w:type') ?? 'default'),
    id: attributeIn(document, node, 'r:id') ?? '',
  }));
  const targets = references
    .toSorted((one, other) => one.order - other.order)
    .flatMap(({ id }) => relations.find((each) => each.id === id && !each.external)?.target ?? []);
  return [...new Set(targets)].filter((name) => parts.has(name));
}

function picturesOf({ parts }: FormPackage, part: string): readonly HeaderPicture[] {
  const tree = treeOf(parts.get(part));
  if (tree === null) return [];
  const drawn = allBelow(tree.root, 'a:blip').map((blip) => {
    const frame = frameOf(blip);
    const find = (name: string): XmlNode | undefined => (frame === undefined ? undefined : allBelow(frame, name)[0]);
    const extent = find('wp:extent');
    const about = find('wp:docPr');
    const pixels = (name: string): number | null =>
      extent === undefined ? null : Number(attributeIn(tree, extent, name)) / unitsPerPixel || null;
    return {
      relation: attributeIn(tree, blip, 'r:embed') ?? attributeIn(tree, blip, 'r:link') ?? '',
      width: pixels('cx'),
      height: pixels('cy'),
      alternativeText: wordsOf((about && attributeIn(tree, about, 'descr')) ?? ''),
    };
  });
  const older = allBelow(tree.root, 'v:imagedata').flatMap((image) => {
    const shape = image.parent;
    // A watermark is the mark of a draft, not of a house.
    if (shape === null || /watermark/iu.test(attributeIn(tree, shape, 'id') ?? '')) return [];
    const style = attributeIn(tree, shape, 'style') ?? '';
    const pixels = (name: string): number | null =>
      (Number(new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)pt`, 'u').exec(style)?.[1]) * 4) / 3 || null;
    return {
      relation: attributeIn(tree, image, 'r:id') ?? '',
      width: pixels('width'),
      height: pixels('height'),
      alternativeText: wordsOf(attributeIn(tree, shape, 'alt') ?? ''),
    };
  });
  return [...drawn, ...older];
}

/** English Metric Units in a pixel of 96 to the inch. */
const unitsPerPixel = 9_525;

/** The picture's own frame: what says its size and its words. */
function frameOf(blip: XmlNode): XmlNode | undefined {
  for (let node: XmlNode | null = blip; node !== null; node = node.parent)
    if (node.name === 'wp:inline' || node.name === 'wp:anchor') return node;
  return undefined;
}

/** Null for a part that is no XML to be trusted: nothing is taken from it. */
function treeOf(part: Uint8Array | undefined): XmlTree | null {
  if (part === undefined || refuseXml(toUtf8(part)) !== undefined) return null;
  const xml = new TextDecoder().decode(toUtf8(part));
  try {
    parseStrictXml(xml, { onOpen: () => undefined, onClose: () => undefined });
    return readXmlTree(xml);
  } catch {
    // A broken header costs its logo, not the styles.
    return null;
  }
}

/** Nobody has a line of words read out at every page. */
const wordsOf = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().slice(0, 200);

/** The picture as a logo, or why it is none. */
function takePicture(
  { parts }: FormPackage,
  relations: readonly PartRelation[],
  picture: HeaderPicture,
): HouseLogo | string {
  const relation = relations.find(({ id }) => id === picture.relation);
  if (relation?.external) return 'the picture of the header lies elsewhere, so it was not fetched';
  const bytes = relation === undefined ? undefined : parts.get(relation.target);
  if (bytes === undefined) return 'the picture of the header is not in the file';
  if ((picture.width ?? 0) > largestLogo.width || (picture.height ?? 0) > largestLogo.height)
    return 'the picture of the header is as large as a page, so it is no logo';
  if (bytes.byteLength > logoLimits.bytes) return 'the picture of the header has more than 2 MB';
  const read = readLogoImage(bytes);
  if (!read.ok) {
    const kind = /\.([a-z0-9]{2,5})$/iu.exec(relation?.target ?? '')?.[1]?.toUpperCase() ?? 'another form';
    return `the picture of the header is no whole PNG or JPEG (${kind}); put it there as one of these`;
  }
  const { mediaType, width, height } = read.image;
  const shown = Math.min(1, (picture.width ?? width) / width, (picture.height ?? height) / height);
  const shrink = Math.min(shown, logoBox.width / width, logoBox.height / height);
  return {
    mediaType,
    base64: Buffer.from(bytes).toString('base64'),
    width: Math.max(1, Math.round(width * shrink)),
    height: Math.max(1, Math.round(height * shrink)),
    alternativeText: picture.alternativeText,
  };
}
