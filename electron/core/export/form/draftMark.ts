import type { FormPackage } from '../../officialForm/formPackage.ts';
import {
  allBelow,
  attributeIn,
  childOf,
  editXml,
  escapeXml,
  readXmlTree,
  type XmlNode,
  type XmlTree,
} from '../../officialForm/xmlTree.ts';
import type { SubmissionLanguage } from '../submission.ts';
import type { FormNames } from './mergeIntoForm.ts';
import { languageOf } from './runLanguage.ts';

/** What a draft of the form says of itself. */
export interface DraftMark {
  /** On every page. */
  readonly word: string;
  readonly language: SubmissionLanguage;
  /** What the properties of the file call it: the form's own title, or ours where it has none, with *(draft)* after it. */
  readonly title: (own: string) => string;
}

/**
 * Marks a filled form as a draft, on every page and in its title, without moving a line of it: the word stands in a
 * frame at the top edge of the paper, which is no part of the flow. It goes into the headers that the form has, and
 * where its pages have none, into one that holds nothing else. `xml` is the document as it was filled; what comes back
 * names the new headers.
 */
export function markDraft(xml: string, form: FormPackage, names: FormNames, mark: DraftMark): string {
  const framed = frame(mark);
  for (const name of form.partsOf('header')) {
    const header = new TextDecoder().decode(form.parts.get(name));
    const marked = header.replace(/<w:hdr\b[^>]*?(\/?)>/u, (tag, closed: string) =>
      closed === '/' ? `${tag.slice(0, -2)}>${framed}${emptyLine}</w:hdr>` : `${tag}${framed}`,
    );
    names.change(name, marked);
  }
  const core = [...form.parts.keys()].find((name) => name.toLowerCase() === 'docprops/core.xml');
  if (core !== undefined) names.change(core, titled(new TextDecoder().decode(form.parts.get(core)), mark));
  return withHeaders(readXmlTree(xml), form, (namespace) =>
    names.addHeader(`<w:hdr xmlns:w="${escapeXml(namespace)}">${framed}${emptyLine}</w:hdr>`),
  );
}

/** From the right margin, 5 mm under the edge of the paper: above where headers begin, and where printers still print. */
const frame = ({ word, language }: DraftMark): string =>
  `<w:p><w:pPr><w:framePr w:w="2268" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="right" w:y="284"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="1B1F24"/><w:sz w:val="22"/><w:szCs w:val="22"/>${languageOf(language)}</w:rPr><w:t>${escapeXml(word)}</w:t></w:r></w:p>`;
/** A header ends in a paragraph of the flow; this one takes a twentieth of a line. */
const emptyLine =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>';

function titled(core: string, { title }: DraftMark): string {
  if (!core.includes('xmlns:dc=')) return core;
  const element = /<dc:title\b[^>]*?(?:\/>|>([^<]*)<\/dc:title>)/u;
  const own = element.exec(core);
  // What stands in the file is escaped already; what is put before it has nothing to escape.
  const next = `<dc:title>${title(own?.[1]?.trim() ?? '')}</dc:title>`;
  if (own !== null) return core.replace(element, () => next);
  return core.replace(/<\/((?:\w+:)?coreProperties)>\s*$/u, (end) => `${next}${end}`);
}

type HeaderKind = 'default' | 'first' | 'even';

/** A section has the headers of the one before it, unless it names its own. */
function withHeaders(document: XmlTree, form: FormPackage, addHeader: (namespace: string) => string): string {
  const edits = editXml(document);
  const settings = form.partsOf('settings').map((name) => new TextDecoder().decode(form.parts.get(name)));
  const evens = settings.some((xml) => isOn(/<w:evenAndOddHeaders\b[^>]*>/u.exec(xml)?.[0]));
  const had = new Set<HeaderKind>();
  const namespace = attributeIn(document, document.root, 'xmlns:w') ?? '';
  let added: string | null = null;
  for (const section of allBelow(document.root, 'w:sectPr')) {
    for (const kind of headersOf(document, section)) had.add(kind);
    const title = childOf(section, 'w:titlePg');
    const isTitled = title !== undefined && isOn(document.xml.slice(title.start, title.end));
    const needed: readonly HeaderKind[] = [
      'default',
      ...(isTitled ? ['first' as const] : []),
      ...(evens ? ['even' as const] : []),
    ];
    const missing = needed.filter((kind) => !had.has(kind));
    if (missing.length === 0) continue;
    added ??= addHeader(namespace);
    const id = added;
    const references = missing.map((kind) => `<w:headerReference w:type="${kind}" r:id="${id}"/>`).join('');
    for (const kind of missing) had.add(kind);
    if (section.innerStart < section.end) edits.insert(section.innerStart, references);
    else {
      const tag = document.xml.slice(section.start, section.end).replace(/\/>$/u, '>');
      edits.replace(section.start, section.end, `${tag}${references}</w:sectPr>`);
    }
  }
  const body = childOf(document.root, 'w:body');
  // Without any section at all the whole document is one, which nothing says.
  if (had.size === 0 && body !== undefined) {
    const reference = `<w:headerReference w:type="default" r:id="${addHeader(namespace)}"/>`;
    edits.insert(body.innerEnd, `<w:sectPr>${reference}</w:sectPr>`);
  }
  return edits.apply();
}

const headersOf = (document: XmlTree, section: XmlNode): readonly HeaderKind[] =>
  section.children
    .filter(({ name }) => name === 'w:headerReference')
    .map((reference) => attributeIn(document, reference, 'w:type'))
    .filter((kind): kind is HeaderKind => kind === 'default' || kind === 'first' || kind === 'even');

/** An element that is there means yes unless it says no. */
const isOn = (element: string | undefined): boolean =>
  element !== undefined && !/\bw:val\s*=\s*["'](?:0|false|off)["']/u.test(element);
