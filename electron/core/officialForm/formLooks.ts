import { allBelow, attributeIn, below, childOf, type XmlNode, type XmlTree } from './xmlTree.ts';

/** How a paragraph looks, as far as it tells prompts, headings and plain text from each other. */
export interface ParagraphLook {
  readonly styleId: string;
  /** 0 for the highest heading; null for text. A title counts as -1: it is above all headings. */
  readonly level: number | null;
  readonly isListed: boolean;
  /** All of its text. */
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

export interface FormLooks {
  readonly of: (tree: XmlTree, paragraph: XmlNode) => ParagraphLook;
  /** The id of a style by its name, whatever the language of the program that wrote the form. */
  readonly idOfName: (name: string, type: 'paragraph' | 'character') => string | undefined;
  readonly defaultParagraph: string | undefined;
  /** Whether paragraphs of a style stand apart by themselves; forms for typing into often leave no space. */
  readonly isSpaced: (styleId: string) => boolean;
}

interface StyleFacts {
  readonly level: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly listed: boolean;
  readonly spaced: boolean;
}

export function readFormLooks(styles: XmlTree | null): FormLooks {
  const nodes = new Map<string, XmlNode>();
  const names = new Map<string, string>();
  let defaultParagraph: string | undefined;
  if (styles !== null) {
    for (const style of allBelow(styles.root, 'w:style')) {
      const id = attributeIn(styles, style, 'w:styleId') ?? '';
      const type = attributeIn(styles, style, 'w:type') ?? 'paragraph';
      const name = childOf(style, 'w:name');
      nodes.set(id, style);
      const key = `${type} ${(name === undefined ? id : (attributeIn(styles, name, 'w:val') ?? id)).toLowerCase()}`;
      if (!names.has(key)) names.set(key, id);
      if (type === 'paragraph' && isOn(attributeIn(styles, style, 'w:default'))) defaultParagraph ??= id;
    }
  }
  const usual = styles === null ? undefined : below(styles.root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr', 'w:spacing');
  const plain: StyleFacts = {
    level: null,
    bold: false,
    italic: false,
    listed: false,
    spaced: styles !== null && (spaces(styles, usual) ?? false),
  };
  const known = new Map<string, StyleFacts>();
  const factsOf = (id: string, depth = 0): StyleFacts => {
    const style = nodes.get(id);
    if (styles === null || style === undefined || depth > 20) return plain;
    const found = known.get(id);
    if (found) return found;
    const based = childOf(style, 'w:basedOn');
    const parent = based === undefined ? plain : factsOf(attributeIn(styles, based, 'w:val') ?? '', depth + 1);
    const name = (valueIn(styles, childOf(style, 'w:name')) ?? id).toLowerCase();
    const outline = valueIn(styles, below(style, 'w:pPr', 'w:outlineLvl'));
    const named = /^heading ([1-9])/u.exec(name);
    const level =
      name === 'title'
        ? -1
        : named !== null
          ? Number(named[1]) - 1
          : outline === undefined
            ? parent.level
            : levelOf(outline);
    const facts: StyleFacts = {
      level,
      bold: toggled(styles, below(style, 'w:rPr', 'w:b')) ?? parent.bold,
      italic: toggled(styles, below(style, 'w:rPr', 'w:i')) ?? parent.italic,
      listed: parent.listed || below(style, 'w:pPr', 'w:numPr') !== undefined,
      spaced: spaces(styles, below(style, 'w:pPr', 'w:spacing')) ?? parent.spaced,
    };
    known.set(id, facts);
    return facts;
  };
  return {
    of: (tree, paragraph) => {
      const properties = childOf(paragraph, 'w:pPr');
      const styleId = valueIn(tree, childOf(properties, 'w:pStyle')) ?? defaultParagraph ?? '';
      const facts = factsOf(styleId);
      const outline = valueIn(tree, childOf(properties, 'w:outlineLvl'));
      const numbered = below(properties, 'w:numPr', 'w:numId');
      const runs = allBelow(paragraph, 'w:r').filter(
        (run) => childOf(run, 'w:t') !== undefined && !isInBox(run, paragraph),
      );
      const all = (name: 'w:b' | 'w:i', usual: boolean): boolean =>
        runs.length > 0 && runs.every((run) => toggled(tree, below(run, 'w:rPr', name)) ?? usual);
      return {
        styleId,
        level: outline === undefined ? facts.level : levelOf(outline),
        isListed: numbered === undefined ? facts.listed : valueIn(tree, numbered) !== '0',
        isBold: all('w:b', facts.bold),
        isItalic: all('w:i', facts.italic),
      };
    },
    idOfName: (name, type) => names.get(`${type} ${name.toLowerCase()}`),
    defaultParagraph,
    isSpaced: (styleId) => factsOf(styleId).spaced,
  };
}

function spaces(tree: XmlTree, spacing: XmlNode | undefined): boolean | undefined {
  if (spacing === undefined) return undefined;
  const sides = ['w:before', 'w:after'].map((side) => attributeIn(tree, spacing, side));
  return sides.every((side) => side === undefined) ? undefined : sides.some((side) => Number(side) > 0);
}

/** Level 9 is body text. */
const levelOf = (outline: string): number | null => (Number(outline) <= 8 ? Number(outline) : null);

const valueIn = (tree: XmlTree, node: XmlNode | undefined): string | undefined =>
  node === undefined ? undefined : attributeIn(tree, node, 'w:val');

const isOn = (value: string | undefined): boolean => value !== undefined && !/^(?:0|false|off|none)$/u.test(value);

function toggled(tree: XmlTree, node: XmlNode | undefined): boolean | undefined {
  return node === undefined ? undefined : isOn(attributeIn(tree, node, 'w:val') ?? 'true');
}

/** What is drawn beside a paragraph has looks of its own. */
function isInBox(run: XmlNode, paragraph: XmlNode): boolean {
  for (let at = run.parent; at !== null && at !== paragraph; at = at.parent)
    if (at.name === 'w:txbxContent') return true;
  return false;
}
