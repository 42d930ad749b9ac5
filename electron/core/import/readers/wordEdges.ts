import { parseStrictXml } from './strictXml.ts';
import { wordNamespaces } from './wordSkipped.ts';
import { isOff } from './wordStyles.ts';

type NamedEdge = { readonly kind: 'header' | 'footer'; readonly id: string };

/**
 * The headers and footers that are shown, section by section, by the id of their part. A section that names none goes
 * on with those of the one before; those of a first page and of even pages are shown only where they are asked for.
 */
export function edgesNamed(documentXml: string, settingsXml: string | undefined): readonly NamedEdge[] {
  const edges: NamedEdge[] = [];
  const inForce = new Map<string, string>();
  const shown = ['default', ...(hasEvenPages(settingsXml) ? ['even'] : [])];
  let section: { firstPage: boolean } | undefined;
  let earlier = 0;
  parseStrictXml(documentXml, {
    onOpen: (element) => {
      if (!wordNamespaces.has(element.namespace)) return;
      // How a section was before a tracked change is not how it is.
      if (earlier > 0 || element.name.endsWith('Change')) earlier += 1;
      else if (element.name === 'sectPr') section = { firstPage: false };
      else if (section === undefined) return;
      else if (element.name === 'titlePg') section.firstPage = !isOff(element);
      else if (element.name === 'headerReference' || element.name === 'footerReference') {
        const type = element.attribute('type') ?? 'default';
        inForce.set(`${element.name} ${type}`, element.attribute('id') ?? '');
      }
    },
    onClose: (element) => {
      if (!wordNamespaces.has(element.namespace)) return;
      if (earlier > 0) earlier -= 1;
      else if (element.name === 'sectPr' && section !== undefined) {
        const types = section.firstPage ? ['first', ...shown] : shown;
        for (const kind of ['header', 'footer'] as const)
          for (const type of types) {
            const id = inForce.get(`${kind}Reference ${type}`);
            if (id !== undefined) edges.push({ kind, id });
          }
        section = undefined;
      }
    },
  });
  return edges;
}

function hasEvenPages(settingsXml: string | undefined): boolean {
  let has = false;
  if (settingsXml === undefined) return has;
  parseStrictXml(settingsXml, {
    onOpen: (element) => {
      if (element.name === 'evenAndOddHeaders') has = !isOff(element);
    },
    onClose: () => undefined,
  });
  return has;
}
