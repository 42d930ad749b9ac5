import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { expect } from 'vitest';

/** As a browser reads it, scripts not run. */
export const parsedPage = (html: string): Document => new JSDOM(html).window.document;

/** What the page may be made of: element, and the attributes that it may have. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  HTML: ['lang'],
  HEAD: [],
  META: ['charset', 'http-equiv', 'content', 'name'],
  TITLE: [],
  STYLE: [],
  BODY: [],
  IMG: ['class', 'src', 'width', 'height', 'alt'],
  A: ['class', 'href'],
  NAV: ['aria-label'],
  MAIN: ['id'],
  SECTION: ['class', 'aria-labelledby'],
  DIV: ['class', 'id', 'role', 'aria-labelledby', 'tabindex'],
  CAPTION: ['id', 'class'],
  TABLE: ['class'],
  TH: ['scope', 'class'],
  P: ['class'],
  DL: ['class'],
  SPAN: ['class'],
  ...Object.fromEntries(['H1', 'H2', 'H3', 'H4', 'H5'].map((name) => [name, ['id']])),
  ...Object.fromEntries(
    'HEADER FOOTER UL LI THEAD TBODY TR TD DT DD ARTICLE BLOCKQUOTE BDI BR STRONG'.split(' ').map((name) => [name, []]),
  ),
};

export function expectHarmless(page: Document): void {
  // Gathered first: a page has thousands of elements, and each of them would be a promise of its own.
  const foreign = [...page.querySelectorAll('*')].flatMap((element) => {
    const attributes = allowed[element.tagName];
    if (attributes === undefined) return [element.tagName];
    return [...element.attributes].flatMap(({ name }) =>
      attributes.includes(name) ? [] : [`${element.tagName} ${name}`],
    );
  });
  expect(foreign).toEqual([]);
  for (const { attributes } of page.querySelectorAll('a'))
    expect(attributes.getNamedItem('href')?.value).toMatch(/^(?:#[a-z-]+|mailto:)/u);
  for (const { attributes } of page.querySelectorAll('img'))
    expect(attributes.getNamedItem('src')?.value).toMatch(/^data:image\/(?:png|jpeg);base64,/u);
  expect(page.querySelector('style')?.textContent).not.toMatch(/url\(|@import|https?:/u);
}

/** Levels of headings in their order, none of which is left out. */
export function expectHeadingsInOrder(page: Document): void {
  const levels = [...page.querySelectorAll('h1, h2, h3, h4, h5')].map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
}

/** Nothing in which a reader sees nothing. */
export function expectNothingBlank(page: Document): void {
  const blank = [...page.querySelectorAll('td, th, dd, dt, caption, a, h1, h2, h3, h4, h5')].filter(
    ({ textContent }) => !/[^\p{Z}\p{Cc}\p{Cf}]/u.test(textContent ?? ''),
  );
  expect(blank.map(({ outerHTML }) => outerHTML.slice(0, 200))).toEqual([]);
}

/** The records of a csv that a spreadsheet reads as they are: as many fields in each, and none to be calculated. */
export function plainRecords(csv: string): readonly (readonly string[])[] {
  expect(csv.startsWith('\u{feff}')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1, -2), { newline: '\r\n', delimiter: ',' });
  expect(errors).toEqual([]);
  expect(new Set(data.map((fields) => fields.length))).toEqual(new Set([10]));
  expect(data.flat().filter((field) => /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(field))).toEqual([]);
  return data;
}
