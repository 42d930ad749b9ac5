import { headingByName } from '../import/readers/wordStyles.ts';
import { allBelow, attributeIn, below, childOf, type XmlNode, type XmlTree } from '../officialForm/xmlTree.ts';
import type { HouseStyleName } from './houseStyle.ts';

export interface FoundStyle {
  readonly id: string;
  /** As it is called in the file. */
  readonly name: string;
  readonly node: XmlNode;
}

export interface FoundStyles {
  readonly of: (name: HouseStyleName) => FoundStyle | undefined;
  readonly table: XmlNode | undefined;
  readonly byId: (id: string) => XmlNode | undefined;
}

/**
 * Built-in styles have English names in every language of Word, whatever their ids are; other programs translate the
 * names too. Those of our own making are met under the names that an institution would give them.
 */
const names: Readonly<Record<HouseStyleName, readonly string[]>> = {
  text: ['normal', 'standard', 'default paragraph style', 'normalny'],
  title: ['title', 'titel', 'teitl', 'titre', 'título', 'titolo'],
  subtitle: ['subtitle', 'untertitel', 'is-deitl', 'isdeitl', 'sous-titre', 'subtítulo', 'sottotitolo'],
  heading1: [],
  heading2: [],
  heading3: [],
  question: ['question', 'cwestiwn', 'frage'],
  guidance: ['guidance', 'canllaw', 'canllawiau', 'hinweis'],
  answer: ['answer', 'ateb', 'antwort', 'body text', 'text body', 'textkörper', 'testun y corff'],
  tableText: ['table text', 'testun tabl', 'tabellentext', 'table contents', 'tabelleninhalt'],
  tableHeading: ['table heading', 'table header', 'pennawd tabl', 'tabellenüberschrift'],
  header: ['header', 'pennyn', 'kopfzeile'],
  footer: ['footer', 'troedyn', 'fußzeile'],
  hyperlink: ['hyperlink', 'internet link', 'hypergyswllt'],
};
const levels: Readonly<Partial<Record<HouseStyleName, number>>> = { heading1: 1, heading2: 2, heading3: 3 };

interface Candidate extends FoundStyle {
  readonly type: string;
  readonly isDefault: boolean;
  /** Name, aliases and id, in small letters. */
  readonly called: readonly string[];
  /** 1 for the highest, as the navigation pane counts. */
  readonly level: number | null;
}

/** `styles`: the part as it was found to be well formed. */
export function findStyles(styles: XmlTree): FoundStyles {
  const all = styles.root.children
    .filter(({ name }) => name === 'w:style')
    .map((node): Candidate => {
      const valueIn = (child: XmlNode | undefined): string =>
        (child === undefined ? undefined : attributeIn(styles, child, 'w:val')) ?? '';
      const id = attributeIn(styles, node, 'w:styleId') ?? '';
      const name = valueIn(childOf(node, 'w:name')) || id;
      const aliases = valueIn(childOf(node, 'w:aliases')).split(/[,;]/u);
      const outline = below(node, 'w:pPr', 'w:outlineLvl');
      const level = outline === undefined ? Number.NaN : Number(valueIn(outline)) + 1;
      return {
        id,
        name,
        node,
        type: attributeIn(styles, node, 'w:type') ?? 'paragraph',
        isDefault: /^(?:1|true|on)$/u.test(attributeIn(styles, node, 'w:default') ?? ''),
        called: [name, ...aliases, id].map((each) => each.trim().toLowerCase()).filter((each) => each !== ''),
        level: level >= 1 && level <= 9 ? level : null,
      };
    });
  const paragraphs = all.filter(({ type }) => type === 'paragraph');
  const links = all.filter(({ type }) => type === 'character');
  const nodes = new Map(all.map(({ id, node }) => [id, node]));
  const of = (name: HouseStyleName): FoundStyle | undefined => {
    if (name === 'text') return paragraphs.find(({ isDefault }) => isDefault) ?? calledOne(paragraphs, names.text);
    if (name === 'hyperlink') return calledOne(links, names.hyperlink);
    const level = levels[name];
    if (level === undefined) return calledOne(paragraphs, names[name]);
    // By its name first: what stands at that level of the navigation pane may be a title page’s.
    return (
      paragraphs.find(({ called }) => called[0] === `heading ${level}`) ??
      paragraphs.find(({ called }) => headingByName(called[0] ?? '') === level) ??
      paragraphs.find(({ called }) => called.some((each) => headingByName(each) === level)) ??
      paragraphs.find((each) => each.level === level)
    );
  };
  const table = allBelow(styles.root, 'w:style').find(
    (node) => attributeIn(styles, node, 'w:type') === 'table' && isTableGrid(styles, node),
  );
  return { of, table, byId: (id) => nodes.get(id) };
}

/** The names in their order: the first of them that the file has. */
function calledOne(among: readonly Candidate[], wanted: readonly string[]): Candidate | undefined {
  for (const name of wanted) {
    const found = among.find(({ called }) => called.includes(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isTableGrid(styles: XmlTree, node: XmlNode): boolean {
  const name = childOf(node, 'w:name');
  return /^(?:table grid|tabellenraster|grid tabl)$/iu.test((name && attributeIn(styles, name, 'w:val')) ?? '');
}
