export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** What stands between the tags of a `style`. */
  | { readonly kind: 'styles'; readonly text: string }
  /** Office's islands for itself: the name of a sheet stands there. */
  | { readonly kind: 'comment'; readonly text: string };

/** Elements whose contents are no text of the page. */
const rawElements: ReadonlySet<string> = new Set(['style', 'script', 'xml', 'title', 'template', 'noscript', 'svg']);

/**
 * Web pages as office programs save them and put them on the clipboard. Nothing is repaired beyond what every such
 * page needs. What Office puts between `<![if !…]>` and `<![endif]>` is for programs that cannot do what the page
 * says otherwise (bullets as characters, anchors of comments), and is passed over.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const text = html.slice(at, tag < 0 ? html.length : tag);
    if (text !== '') yield { kind: 'text', text: decodeEntities(text) };
    if (tag < 0) return;
    if (html.startsWith('<!--', tag)) {
      const end = html.indexOf('-->', tag + 4);
      yield { kind: 'comment', text: html.slice(tag + 4, end < 0 ? html.length : end) };
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (html.startsWith('<![if !', tag)) {
      const end = html.indexOf('<![endif]', tag);
      at = (end < 0 ? html.indexOf('>', tag) : html.indexOf('>', end)) + 1;
      if (at === 0) return;
      continue;
    }
    const match = tagAt(html, tag);
    if (match === undefined) {
      // A sign that begins no tag is text.
      const next = html.charCodeAt(tag + 1);
      const end = next === 33 || next === 63 ? html.indexOf('>', tag) : -1;
      if (end < 0) yield { kind: 'text', text: '<' };
      at = end < 0 ? tag + 1 : end + 1;
      continue;
    }
    at = match.end;
    if (match.closes) {
      yield { kind: 'close', name: match.name };
      continue;
    }
    if (rawElements.has(match.name) && !match.empty) {
      const end = indexOfClosing(html, match.name, at);
      if (match.name === 'style') yield { kind: 'styles', text: html.slice(at, end) };
      else if (match.name === 'xml') yield { kind: 'comment', text: html.slice(at, end) };
      at = end;
      continue;
    }
    yield { kind: 'open', name: match.name, attributes: match.attributes };
  }
}

type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly closes: boolean;
  readonly empty: boolean;
  readonly end: number;
};

const tagName = /<(\/?)([a-z][\w:.-]*)/iy;
const attribute = /\s*([^\s=>"'/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|\s*\//y;

function tagAt(html: string, start: number): Tag | undefined {
  tagName.lastIndex = start;
  const opened = tagName.exec(html);
  if (opened === null) return undefined;
  const attributes = new Map<string, string>();
  let at = tagName.lastIndex;
  let empty = false;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (match === null || attribute.lastIndex === at) break;
    at = attribute.lastIndex;
    const [whole, name, ...values] = match;
    empty = whole.trim() === '/';
    const value = values.find((one) => one !== undefined) ?? '';
    if (name !== undefined) attributes.set(name.toLowerCase(), value.includes('&') ? decodeEntities(value) : value);
  }
  const end = html.indexOf('>', at);
  return {
    name: (opened[2] ?? '').toLowerCase(),
    attributes,
    closes: opened[1] === '/',
    empty,
    end: end < 0 ? html.length : end + 1,
  };
}

function indexOfClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** The characters 160 to 255 in their order, as pages name them. */
const latinNames =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );

const entities: ReadonlyMap<string, string> = new Map([
  ...latinNames.map((name, index) => [name, String.fromCharCode(160 + index)] as const),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['trade', '™'],
  ['rarr', '→'],
  ['larr', '←'],
  ['check', '✓'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['zwj', ''],
  ['zwnj', ''],
]);

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,8}));?/gi, (whole, hex, digits, name) => {
        if (name !== undefined) return entities.get(name) ?? whole;
        const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
        return code > 0x10ffff ? '' : String.fromCodePoint(code);
      })
    : text;
