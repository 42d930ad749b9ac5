import type { FormParagraph } from '../../officialForm/formBlocks.ts';
import { takesPlainText } from '../../officialForm/formControls.ts';
import type { FormLooks } from '../../officialForm/formLooks.ts';
import {
  allBelow,
  attributeIn,
  below,
  childOf,
  escapeXml,
  ownText,
  sourceOf,
  type XmlNode,
  type XmlTree,
} from '../../officialForm/xmlTree.ts';
import {
  lettersOf,
  type Properties,
  paragraphProperties,
  propertiesOf,
  runProperties,
  runsWith,
  without,
} from './propertyOrder.ts';

/** An answer as our writer wrote it, ready to be put where the form wants it. */
export interface WrittenAnswer {
  readonly tree: XmlTree;
  readonly paragraphs: readonly XmlNode[];
  readonly translate: (xml: string) => string;
  readonly lists: WrittenLists;
}

/** The first number of each list by its id; null for one of bullets. */
export type WrittenLists = ReadonlyMap<string, number | null>;

/** How paragraphs look at a place of the form: what their own properties are, and the letters of their runs. */
export interface PlaceLook {
  readonly paragraph: Properties;
  readonly letters: Properties;
}

/** Of a blank paragraph: its style and spacing, without what makes it a heading or an item of a list. */
export function lookOf(
  { form, looks }: { readonly form: XmlTree; readonly looks: FormLooks },
  paragraph: FormParagraph | null,
): PlaceLook {
  const isPlain = paragraph === null || paragraph.look.level !== null;
  const node = isPlain ? undefined : childOf(paragraph.node, 'w:pPr');
  const own = without(propertiesOf(form, node), [
    'w:numPr',
    'w:rPr',
    'w:sectPr',
    'w:pPrChange',
    'w:framePr',
    'w:outlineLvl',
    'w:pageBreakBefore',
    'w:keepNext',
  ]);
  const isSpaced =
    own.has('w:spacing') || looks.isSpaced(isPlain ? (looks.defaultParagraph ?? '') : paragraph.look.styleId);
  return {
    // Where the form leaves no space between paragraphs, an answer of several would be one block.
    paragraph: isSpaced ? own : new Map([...own, ['w:spacing', '<w:spacing w:after="120"/>']]),
    letters: isPlain ? new Map() : lettersOf(form, childOf(node, 'w:rPr')),
  };
}

/** The answer as paragraphs that look like the place; lists keep their marks and their depth. */
export function paragraphsAt({ tree, paragraphs, translate }: WrittenAnswer, look: PlaceLook): string {
  return paragraphs
    .map((node) => {
      const own = propertiesOf(tree, childOf(node, 'w:pPr'));
      const list = own.get('w:numPr');
      const indent = own.get('w:ind');
      const base = list === undefined && indent === undefined ? look.paragraph : without(look.paragraph, ['w:ind']);
      const properties = new Map([
        ...base,
        ...(list === undefined ? [] : [['w:numPr', translate(list)] as const]),
        ...(list === undefined && indent !== undefined ? [['w:ind', indent] as const] : []),
      ]);
      return `<w:p>${paragraphProperties(properties)}${translate(runsWith(tree, node, look.letters))}</w:p>`;
    })
    .join('');
}

/** The answer inside a line: new paragraphs are new lines, and the marks of lists are written out. */
export function runsAt({ tree, paragraphs, translate, lists }: WrittenAnswer, letters: Properties): string {
  const counts = new Map<string, number>();
  const lineBreak = `<w:r>${runProperties(letters)}<w:br/></w:r>`;
  return paragraphs
    .map((node) => {
      const mark = listMark(tree, node, lists, counts);
      const before = mark === '' ? '' : textRun(mark, letters);
      return `${before}${translate(runsWith(tree, node, letters))}`;
    })
    .join(lineBreak);
}

/** As `runsAt`, for controls that take nothing but text: links become their words. */
export function plainRunsAt(answer: WrittenAnswer, letters: Properties): string {
  const { tree, paragraphs, lists } = answer;
  const counts = new Map<string, number>();
  const lines = paragraphs.flatMap((node) => {
    const looks = new Map([...letters, ...languageOfAll(tree, node)]);
    const text = `${listMark(tree, node, lists, counts)}${textOf(tree, node)}`;
    return text.split('\n').map((line) => ({ line, looks }));
  });
  return lines.map(({ line, looks }, index) => textRun(line, looks, index > 0)).join('');
}

/** The language of a paragraph, where all of it has one. */
function languageOfAll(tree: XmlTree, paragraph: XmlNode): Properties {
  const languages = allBelow(paragraph, 'w:lang');
  const [first] = languages;
  const isWhole = first !== undefined && languages.length === allBelow(paragraph, 'w:r').length;
  return new Map(isWhole ? [['w:lang', sourceOf(tree, first)]] : []);
}

export function runsFor(control: XmlNode, answer: WrittenAnswer, letters: Properties): string {
  return takesPlainText(control) ? plainRunsAt(answer, letters) : runsAt(answer, letters);
}

export function textRun(text: string, letters: Properties, onNewLine = false): string {
  return `<w:r>${runProperties(letters)}${onNewLine ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** `• ` or `2. `, with a step in front for each list that the item stands in. */
function listMark(tree: XmlTree, paragraph: XmlNode, lists: WrittenLists, counts: Map<string, number>): string {
  const list = below(paragraph, 'w:pPr', 'w:numPr');
  if (list === undefined) return '';
  const valueIn = (name: string): string => {
    const node = childOf(list, name);
    return (node === undefined ? undefined : attributeIn(tree, node, 'w:val')) ?? '0';
  };
  const level = Number(valueIn('w:ilvl'));
  const number = valueIn('w:numId');
  const step = '\u2003'.repeat(level);
  const start = lists.get(number) ?? null;
  if (start === null) return `${step}• `;
  const key = `${number} ${level}`;
  const count = counts.get(key) ?? start;
  counts.set(key, count + 1);
  return `${step}${count}. `;
}

export function textOf(tree: XmlTree, node: XmlNode): string {
  if (node.name === 'w:t') return ownText(tree, node);
  if (node.name === 'w:br') return '\n';
  if (node.name === 'w:tab') return '\t';
  if (node.name === 'w:pPr' || node.name === 'w:rPr') return '';
  return node.children.map((child) => textOf(tree, child)).join('');
}

/** Whether an answer is one line that may stand behind a label. */
export function isOneLine({ tree, paragraphs }: WrittenAnswer): boolean {
  const [only, ...others] = paragraphs;
  return (
    only !== undefined &&
    others.length === 0 &&
    below(only, 'w:pPr', 'w:numPr') === undefined &&
    allBelow(only, 'w:br').length === 0 &&
    textOf(tree, only).length <= longestLine
  );
}

/** What fits behind a label without looking like a paragraph. */
const longestLine = 200;
