import { clipboardLimits } from '#shared/limits.ts';
import { cleanCellText } from './clipboardBlock.ts';
import { styleOf } from './inertHtml.ts';

/** The text of a piece of html as a person saw it: paragraphs, line breaks and lists as lines. */

interface Reading {
  /** White space stands as it is written. */
  readonly kept: boolean;
  /** The lists around, the innermost last. */
  readonly lists: readonly List[];
  readonly depth: number;
}

interface List {
  /** What its next item is called; null where items have bullets, or nothing. */
  next: number | null;
  readonly bullet: string;
}

/** `asWritten` keeps spaces and empty lines at the ends: our own copies mean them, office programs do not. */
export function cellTextOfHtml(element: Element, asWritten = false): string {
  const lines = new Lines();
  readChildren(element, lines, { kept: keepsSpace(element, asWritten), lists: [], depth: 0 });
  const text = cleanCellText(lines.end());
  if (asWritten) return text;
  // By lines: a pattern for spaces before an end of line takes the square of their number.
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Lines as they come to be. A line exists once something stands in it, or a break has ended it. */
class Lines {
  readonly #ended: string[] = [];
  #line = '';
  #begun = false;
  #endsInSpace = false;
  /** A bullet or number that waits for its text; an item without any shows nothing. */
  #prefix = '';

  add(text: string, kept: boolean): void {
    const collapsed = kept ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    const fits = !kept && (!this.#begun || this.#endsInSpace) ? collapsed.replace(/^ /, '') : collapsed;
    if (fits === '') return;
    this.#line += this.#prefix + fits;
    this.#prefix = '';
    this.#begun = true;
    this.#endsInSpace = fits.endsWith(' ');
  }

  break(kept: boolean): void {
    this.#ended.push(!kept && this.#endsInSpace ? this.#line.slice(0, -1) : this.#line);
    this.#line = '';
    this.#begun = false;
    this.#endsInSpace = false;
  }

  /** Where a paragraph begins or ends: what stands before it is a line of its own. */
  boundary(kept: boolean): void {
    if (this.#begun) this.break(kept);
  }

  wait(prefix: string): void {
    this.#prefix = prefix;
  }

  end(): string {
    if (this.#begun) this.#ended.push(this.#line);
    return this.#ended.join('\n');
  }
}

const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
/** What is not text for a reader: code, what was deleted with changes tracked, LibreOffice's comments, the aids of ruby. */
const unread = new Set(
  'script style title template noscript xml object svg math del comment rt rp select textarea head col'.split(' '),
);

/** Not shown: hidden rows and columns, hidden text, the marks and texts of Word's and Excel's comments. */
export function isHidden(element: Element): boolean {
  const style = styleOf(element);
  return (
    element.hasAttribute('hidden') ||
    /(^|[;\s])display\s*:\s*none/i.test(style) ||
    /mso-hide\s*:\s*all|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment/i.test(style) ||
    element.classList.contains('MsoCommentReference')
  );
}

function keepsSpace(element: Element, inherited: boolean): boolean {
  const own = /(^|[;\s])white-space\s*:\s*([a-z-]+)/i.exec(styleOf(element))?.[2]?.toLowerCase();
  if (own !== undefined && own !== 'inherit') return own === 'pre' || own === 'pre-wrap' || own === 'break-spaces';
  return element.localName === 'pre' || inherited;
}

function readChildren(element: Element, lines: Lines, reading: Reading): void {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) readText(node.nodeValue ?? '', lines, reading.kept);
    else if (node.nodeType === 1) readElement(node as Element, lines, reading);
  }
}

function readText(text: string, lines: Lines, kept: boolean): void {
  if (!kept) {
    lines.add(text, false);
    return;
  }
  text.split(/\r\n|[\r\n]/).forEach((line, at) => {
    if (at > 0) lines.break(true);
    lines.add(line, true);
  });
}

function readElement(element: Element, lines: Lines, outer: Reading): void {
  const name = element.localName;
  if (unread.has(name) || isHidden(element)) return;
  if (name === 'br') {
    lines.break(outer.kept);
    return;
  }
  const reading = { ...outer, kept: keepsSpace(element, outer.kept), depth: outer.depth + 1 };
  if (reading.depth > clipboardLimits.htmlDepth) {
    readText(element.textContent ?? '', lines, reading.kept);
    return;
  }
  if (/mso-list\s*:\s*ignore/i.test(styleOf(element))) {
    lines.wait(markerOf(element.textContent ?? ''));
    return;
  }
  // A table inside a cell: its cells side by side.
  if ((name === 'td' || name === 'th') && element.previousElementSibling) lines.add('\t', true);
  const isBlock = blocks.has(name);
  if (isBlock) lines.boundary(reading.kept);
  if (name === 'li') lines.wait(itemPrefix(element, reading.lists));
  const isList = name === 'ul' || name === 'ol';
  readChildren(element, lines, isList ? { ...reading, lists: [...reading.lists, listOf(element)] } : reading);
  if (isBlock) lines.boundary(reading.kept);
}

/** Word writes its bullets as characters of symbol fonts (·, o, §); numbers and letters end in a full stop or a bracket. */
function markerOf(text: string): string {
  const marker = text.replace(/\s+/g, ' ').trim();
  return /[\p{L}\d][.)]$/u.test(marker) ? `${marker} ` : '• ';
}

function listOf(element: Element): List {
  // Word lists that arrive as real ones bring a marker of their own.
  if (hasNoMarker(element)) return { next: null, bullet: '' };
  return element.localName === 'ol'
    ? { next: wholeNumber(element, 'start') ?? 1, bullet: '' }
    : { next: null, bullet: '• ' };
}

function itemPrefix(item: Element, lists: readonly List[]): string {
  const list = lists.at(-1);
  if (!list) return '• ';
  const indent = '  '.repeat(lists.length - 1);
  if (hasNoMarker(item)) return indent;
  if (list.next === null) return indent + list.bullet;
  const number = wholeNumber(item, 'value') ?? list.next;
  list.next = number + 1;
  return `${indent}${number}. `;
}

const hasNoMarker = (element: Element): boolean => /list-style(-type)?\s*:\s*none/i.test(styleOf(element));

function wholeNumber(element: Element, attribute: string): number | null {
  const value = (element.getAttribute(attribute) ?? '').trim();
  return /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}
