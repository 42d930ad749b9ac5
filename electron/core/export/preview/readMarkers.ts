import { allBelow, attributeIn, childOf, type XmlNode, type XmlTree } from '../../officialForm/xmlTree.ts';
import { pointsIn } from './wordPackage.ts';

export interface ListMarker {
  /** As printed: `•`, `3.`. */
  readonly marker: string;
  readonly indent: number;
  readonly hanging: number;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly indent: number;
  readonly hanging: number;
}

/** Counts the items of every list as Word does, called for each in the order of the document. */
export function markersOf(numbering: XmlTree): (list: string, level: number) => ListMarker {
  const value = (node: XmlNode | undefined, otherwise: string): string =>
    (node === undefined ? undefined : attributeIn(numbering, node, 'w:val')) ?? otherwise;
  const kinds = new Map<string, readonly Level[]>();
  const lists = new Map<string, string>();
  for (const node of numbering.root.children) {
    if (node.name === 'w:abstractNum') {
      kinds.set(
        attributeIn(numbering, node, 'w:abstractNumId') ?? '',
        node.children
          .filter((child) => child.name === 'w:lvl')
          .map((level) => {
            const [indent] = allBelow(level, 'w:ind');
            return {
              format: value(childOf(level, 'w:numFmt'), 'bullet'),
              text: value(childOf(level, 'w:lvlText'), '•'),
              start: Number(value(childOf(level, 'w:start'), '1')),
              indent: pointsIn(numbering, indent, 'w:left') ?? 0,
              hanging: pointsIn(numbering, indent, 'w:hanging') ?? 0,
            };
          }),
      );
    } else if (node.name === 'w:num') {
      lists.set(attributeIn(numbering, node, 'w:numId') ?? '', value(childOf(node, 'w:abstractNumId'), ''));
    }
  }
  const counted = new Map<string, number[]>();
  return (list, level) => {
    const look = kinds.get(lists.get(list) ?? '')?.[level];
    if (look === undefined) return { marker: '•', indent: 0, hanging: 0 };
    const counts = counted.get(list) ?? [];
    counted.set(list, counts);
    counts.length = Math.min(counts.length, level + 1);
    const count = (counts[level] ?? look.start - 1) + 1;
    counts[level] = count;
    const marker = look.format === 'bullet' ? look.text : look.text.replaceAll(/%\d+/gu, String(count));
    return { marker, indent: look.indent, hanging: look.hanging };
  };
}
