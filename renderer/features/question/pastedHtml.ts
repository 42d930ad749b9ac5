import { inertHtml, keptStyle, styleOf } from '../../components/grid/inertHtml.ts';

/**
 * Prepares html from a clipboard for the editor, whose schema then keeps bold, italic, links and lists and drops every
 * other form. Three things it could not know: Word writes lists as paragraphs with the bullet typed into them; Word for
 * the web gives each item a list of its own; and some words are not part of the text (deleted, hidden, comments).
 */
export function pastedHtml(html: string): string {
  // Out of an editor of ours: it is already what it should be.
  if (html.includes('data-pm-slice')) return html;
  const { body } = new DOMParser().parseFromString(inertHtml(html), 'text/html');
  removeWhatIsNotText(body);
  for (const element of body.querySelectorAll('*')) putStyleInTags(element);
  for (const list of [...body.querySelectorAll('ul, ol')]) putListInItem(list);
  for (const cell of body.querySelectorAll('td, th, caption')) makeParagraph(cell);
  gatherItems(body);
  for (const paragraph of body.querySelectorAll('p')) {
    if (isBlank(paragraph)) paragraph.remove();
  }
  closeGaps(body);
  for (const element of body.querySelectorAll(`[${keptStyle}]`)) element.removeAttribute(keptStyle);
  return body.innerHTML;
}

/** In order: never text; deleted while changes were tracked; comments and the marks that lead to them; hidden; rules. */
const notText = [
  'style, script, title, meta, link, xml, template',
  'del, .msoDel, .DeletedTextRun',
  'comment, .msocomanchor, .msocomoff',
  'br[clear]',
].join(', ');
const notTextByStyle = /mso-(?:element|special-character):\s*comment|mso-hide:\s*all|(?:^|;)\s*display:\s*none/iu;

function removeWhatIsNotText(body: HTMLElement): void {
  for (const element of body.querySelectorAll(notText)) element.remove();
  for (const element of body.querySelectorAll(`[${keptStyle}]`)) {
    if (notTextByStyle.test(styleOf(element))) element.remove();
  }
}

/** Bold and italic that are said by style alone, as editors in browsers do; and a `b` that says it is none. */
function putStyleInTags(element: Element): void {
  const style = styleOf(element);
  if (element.matches('b, strong') && /(?:^|;)\s*font-weight:\s*(?:normal|[1-4]00)/iu.test(style)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (!element.matches('span, font, p, a')) return;
  if (/(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/iu.test(style)) wrapContent(element, 'strong');
  if (/(?:^|;)\s*font-style:\s*italic/iu.test(style)) wrapContent(element, 'em');
}

function wrapContent(element: Element, tag: 'strong' | 'em'): void {
  const wrapping = document.createElement(tag);
  wrapping.append(...element.childNodes);
  element.append(wrapping);
}

/** Cells beside each other become paragraphs, so that their words do not run together. */
function makeParagraph(cell: Element): void {
  if (cell.querySelector('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6')) return;
  const paragraph = document.createElement('p');
  paragraph.append(...cell.childNodes);
  cell.append(paragraph);
}

/** A list straight inside a list belongs to the item before it. */
function putListInItem(list: Element): void {
  const before = list.previousElementSibling;
  if (list.parentElement?.matches('ul, ol') && before?.tagName === 'LI') before.append(list);
}

interface Item {
  readonly element: Element;
  /** From 1. */
  readonly level: number;
  /** The number it begins with, or null for a bullet. */
  readonly number: number | null;
}

/** Makes lists of items that follow one another, by their levels. */
function gatherItems(body: HTMLElement): void {
  let run: Item[] = [];
  const end = (): void => {
    const [first] = run;
    if (first) {
      const place = document.createComment('');
      placeOf(first.element).before(place);
      place.replaceWith(...listsOf(run));
      for (const { element } of run) removeWithWrapping(element);
    }
    run = [];
  };
  for (const element of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li')]) {
    const item = itemOf(element);
    if (!item) continue;
    const last = run.at(-1);
    if (last && !follows(last.element, element)) end();
    run.push(item);
  }
  end();
}

function itemOf(element: Element): Item | null {
  const style = styleOf(element);
  const wordLevel = /mso-list:\s*\S+\s+level(\d)/u.exec(style)?.[1];
  if (wordLevel !== undefined && element.tagName !== 'LI') {
    const [marker] = markersIn(element);
    return { element, level: Number(wordLevel), number: numberIn(marker?.textContent ?? '') };
  }
  // Word for the web: `<ul><li data-aria-level="2">`, one item a list.
  const webLevel = element.getAttribute('data-aria-level');
  if (element.tagName !== 'LI' || webLevel === null) return null;
  const list = element.parentElement;
  const number = list?.tagName === 'OL' ? Number(list.getAttribute('start') ?? '1') : null;
  return { element, level: Number(webLevel) || 1, number };
}

/** The bullet or number that Word types into the paragraph. */
const markersIn = (element: Element): readonly Element[] =>
  [...element.querySelectorAll(`[${keptStyle}]`)].filter((each) => /mso-list:\s*ignore/iu.test(styleOf(each)));

/** `3.`, `(b)` and `iv)` are numbers, of which only the first says which; `·`, `o` and `§` are bullets. */
function numberIn(marker: string): number | null {
  const [, written] = /^\s*\(?(\d{1,4}|[a-z]{1,5})[.)]/iu.exec(marker) ?? [];
  if (written === undefined) return null;
  return /^\d/u.test(written) ? Number(written) : 1;
}

/** Whether nothing but space stands between two items. */
function follows(before: Element, after: Element): boolean {
  const [from, to] = [placeOf(before), placeOf(after)];
  if (from === to) return true;
  let next = from.nextSibling;
  while (next && next !== to && (next.nodeType === Node.COMMENT_NODE || next.textContent?.trim() === ''))
    next = next.nextSibling;
  return next === to;
}

/** The outermost element that holds this item and nothing else of the page. */
function placeOf(element: Element): Element {
  let place = element;
  while (place.parentElement && place.parentElement.tagName !== 'BODY' && place.parentElement.matches('ul, ol, div')) {
    if (place.parentElement.children.length > 1 && !place.parentElement.matches('ul, ol')) break;
    place = place.parentElement;
  }
  return place;
}

/** Takes an item away, and with it the lists and boxes that it leaves empty. */
function removeWithWrapping(element: Element): void {
  let parent = element.parentElement;
  element.remove();
  while (parent?.matches('ul, ol, div') && parent.children.length === 0) {
    const empty = parent;
    parent = parent.parentElement;
    empty.remove();
  }
}

function listsOf(items: readonly Item[]): readonly Element[] {
  const top: Element[] = [];
  const open: { readonly list: Element; readonly level: number }[] = [];
  for (const { element, level, number } of items) {
    const tag = number === null ? 'UL' : 'OL';
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const last = open.at(-1);
    if (last?.level === level && last.list.tagName !== tag) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = document.createElement(tag);
      if (number !== null && number !== 1) list.setAttribute('start', String(number));
      const holder = open.at(-1)?.list.lastElementChild;
      if (holder) holder.append(list);
      else top.push(list);
      open.push({ list, level });
    }
    open.at(-1)?.list.append(asItem(element));
  }
  return top;
}

function asItem(element: Element): Element {
  const item = document.createElement('li');
  const copy = element.cloneNode(true) as Element;
  for (const marker of markersIn(copy)) marker.remove();
  if (copy.tagName === 'LI' && copy.querySelector('p')) item.append(...copy.childNodes);
  else {
    const paragraph = document.createElement('p');
    paragraph.append(...copy.childNodes);
    item.append(paragraph);
  }
  return item;
}

/** Several spaces in a row are written with no-break spaces, to fill a line; one alone is meant. */
function closeGaps(body: HTMLElement): void {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.nodeValue?.includes('\u00a0')) text.nodeValue = text.nodeValue.replaceAll(/\s{2,}/gu, ' ');
  }
}

const isBlank = (paragraph: Element): boolean =>
  (paragraph.textContent ?? '').trim() === '' && paragraph.querySelector('[data-citation]') === null;
