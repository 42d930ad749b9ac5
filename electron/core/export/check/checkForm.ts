import { parseStrictXml } from '../../import/readers/strictXml.ts';
import { allBelow, attributeIn, readXmlTree } from '../../officialForm/xmlTree.ts';
import type { Fault } from './faults.ts';
import { faultsInside } from './staysInside.ts';

/**
 * Reads the official form through once it is filled: each of its parts that was written is whole XML still, and every
 * link within it leads to a bookmark that it has. What was put into it has been read through before; what it was before
 * is its author's. Nothing of what is `kept` inside (`textsInside`) stands in it.
 */
export function checkForm(
  document: string,
  others: ReadonlyMap<string, string> = new Map(),
  kept: readonly string[] = [],
): readonly Fault[] {
  const broken = [...others, ['document', document] as const].filter(([, xml]) => !isWhole(xml));
  if (broken.length > 0) return broken.map(([place]) => ({ name: 'xml-broken', place }));
  const tree = readXmlTree(document);
  const marks = new Set(allBelow(tree.root, 'w:bookmarkStart').map((start) => attributeIn(tree, start, 'w:name')));
  const links = allBelow(tree.root, 'w:hyperlink').flatMap((link, index): readonly Fault[] => {
    const anchor = attributeIn(tree, link, 'w:anchor');
    const isOurs = anchor?.includes('planner_') === true;
    return isOurs && !marks.has(anchor) ? [{ name: 'link-broken', place: `link ${index + 1}` }] : [];
  });
  return [...links, ...faultsInside(new Map([...others, ['document', document]]), kept)];
}

/** By a strict parser: Word opens nothing else. */
function isWhole(xml: string): boolean {
  try {
    parseStrictXml(xml, { onOpen: () => undefined, onClose: () => undefined });
    return true;
  } catch {
    return false;
  }
}
