import { type Fault, type FaultName, isReadable, isVisible } from './faults.ts';
import { type KeptInside, leakIn } from './keptInside.ts';

/**
 * Reads a finished web page through once before it leaves: language and title, one heading of level 1 and none that
 * skips a level or says nothing, no empty cell, term or caption, column headings in every table, links with words that
 * lead somewhere, pictures with words, text that can be read on its shade, nothing but what a page of ours is made of,
 * and nothing of what was to be taken out. Takes the page as our own writer put it.
 */
export function checkPage(html: string, kept: KeptInside): readonly Fault[] {
  const head = html.slice(0, html.indexOf('<body>'));
  const faults: Fault[] = [];
  if (!/<html lang="[a-z]{2}-[A-Z]{2}">/u.test(head)) faults.push({ name: 'language-missing', place: 'page' });
  if (!isVisible(/<title>([^<]*)<\/title>/u.exec(head)?.[1] ?? ''))
    faults.push({ name: 'title-missing', place: 'page' });
  const style = /<style>([^<]*)<\/style>/u.exec(head)?.[1] ?? '';
  return [...faults, ...faultsOfStyle(style), ...faultsOfBody(html, kept)];
}

/** A text, or the start or end of an element; the writer escapes every angle bracket of a text. */
const tokens = /<(\/?)([a-zA-Z][^\s/>]*)([^>]*)>|<!(?:[^>]*)>|([^<]+)/gu;

/** All that a page is made of. */
const elements = new Set(
  'html head meta title style body a header h1 h2 h3 h4 h5 nav ul li main section footer p img dl div dt dd span table caption thead tbody tr th td article blockquote bdi br strong'.split(
    ' ',
  ),
);
/** An attribute by its name alone: what stands in quotes are words, whatever they look like. */
const runs = /\s(?:on\w+|style)\s*=/iu;
const quoted = /"[^"]*"/gu;
/** Those that must say something. */
const holders: Readonly<Record<string, FaultName>> = {
  td: 'cell-empty',
  th: 'cell-empty',
  dt: 'cell-empty',
  dd: 'cell-empty',
  caption: 'cell-empty',
  li: 'cell-empty',
  a: 'link-empty',
  h1: 'heading-empty',
  h2: 'heading-empty',
  h3: 'heading-empty',
  h4: 'heading-empty',
  h5: 'heading-empty',
};

const ownHeadings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h5', 'caption']);

function faultsOfBody(html: string, kept: KeptInside): readonly Fault[] {
  const faults: Fault[] = [];
  const leaks = leakIn(kept);
  const ids = new Set([...html.matchAll(/<[a-z][^>]* id="([^"]*)"/gu)].map(([, id]) => id));
  const open: { readonly name: string; filled: boolean }[] = [];
  let line = 1;
  let level = 0;
  let firsts = 0;
  let columnHeadings = true;
  let isolated = 0;
  const found = (name: FaultName): void => {
    faults.push({ name, place: `line ${line}` });
  };
  const heldBack = (text: string): void => {
    if (leaks(text.trim())) found('personal-data');
  };
  const said = (text: string): void => {
    if (!isVisible(text)) return;
    for (const holder of open) holder.filled = true;
    // Somebody's words stand in an element of their own. Around the headings that name parts are words of ours, and
    // what stands in them of somebody's stands elsewhere too.
    if (isolated > 0 && !open.some(({ name }) => ownHeadings.has(name))) heldBack(unescaped(text));
  };
  const begins = (name: string, attributes: string): void => {
    if (!elements.has(name) || runs.test(attributes.replaceAll(quoted, '""'))) found('element-foreign');
    if (holders[name] !== undefined) open.push({ name, filled: false });
    if (/^h[1-5]$/u.test(name)) {
      const next = Number(name.slice(1));
      if (next === 1) firsts += 1;
      if (next > level + 1 || (next === 1 && firsts > 1)) found('heading-skipped');
      level = next;
    }
    if (name === 'bdi') isolated += 1;
    if (name === 'table') columnHeadings = false;
    if (name === 'th' && attributes.includes(' scope="col"')) columnHeadings = true;
    if (name === 'a') {
      const href = unescaped(valueIn(attributes, 'href'));
      if (!leadsSomewhere(href, ids)) found('link-broken');
      if (href.startsWith('mailto:')) heldBack(decoded(href.slice('mailto:'.length)));
    }
    if (name === 'img') {
      const words = unescaped(valueIn(attributes, 'alt'));
      if (!isVisible(words)) found('picture-undescribed');
      heldBack(words);
    }
  };
  const ends = (name: string): void => {
    if (name === 'bdi') isolated -= 1;
    if (name === 'table' && !columnHeadings) found('header-row-missing');
    const fault = holders[name];
    if (fault === undefined) return;
    if (open.pop()?.filled === false) found(fault);
  };
  for (const [whole, slash, name, attributes = '', text] of html.matchAll(tokens)) {
    if (text !== undefined) said(text);
    else if (name !== undefined) {
      if (slash === '/') ends(name);
      else begins(name, attributes);
    }
    for (const character of whole) if (character === '\n') line += 1;
  }
  if (firsts === 0) faults.push({ name: 'heading-empty', place: 'page' });
  return faults;
}

const leadsSomewhere = (href: string, ids: ReadonlySet<string | undefined>): boolean =>
  href.startsWith('#') ? ids.has(href.slice(1)) : /^mailto:[^\s@]+@[^\s@]+$/u.test(href);

const valueIn = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? '';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (whole, name: string) => entities[name] ?? whole);

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const paper = 'FFFFFF';

/** Each rule that sets an ink or a shade, against the other of the rule itself or of the page. */
function faultsOfStyle(style: string): readonly Fault[] {
  const bodyInk = colourIn(/\bhtml\{[^}]*/u.exec(style)?.[0] ?? '', 'color') ?? '000000';
  return [...style.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].flatMap(([, selector = '', rule = '']): readonly Fault[] => {
    const ink = colourIn(rule, 'color');
    const fill = colourIn(rule, 'background');
    if (ink === undefined && fill === undefined) return [];
    const readable = isReadable(ink ?? bodyInk, fill ?? paper);
    return readable ? [] : [{ name: 'contrast-low', place: `style ${selector.trim()}` }];
  });
}

function colourIn(rule: string, property: string): string | undefined {
  const [, short, long] =
    new RegExp(`(?:^|[;{\\s])${property}:#(?:([\\da-f]{3})|([\\da-f]{6}))(?![\\da-f])`, 'iu').exec(rule) ?? [];
  return long ?? short?.replaceAll(/./gu, '$&$&');
}
