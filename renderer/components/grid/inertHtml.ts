/**
 * Html of another program, made ready for the parser. Documents that a script parses stand under the page's content
 * security policy, which refuses inline styles and says so once for every cell; what is asked of a style here is only
 * what it says, so it is kept under another name.
 */

/** What the `style` attribute of an element is called here. */
export const keptStyle = 'data-kept-style';

/** What an element's `style` attribute says, whether it was made ready or not. */
export const styleOf = (element: Element): string =>
  element.getAttribute(keptStyle) ?? element.getAttribute('style') ?? '';

/** Sheets of styles are no text and decide nothing here. */
const styleSheet = /<style\b[^>]*>[\s\S]*?<\/style\s*>/gi;
const tagStart = /<[a-z][^\s/>]*/gi;
const attribute = /[\s/]*([^\s=>"'/]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;

/** The same html with its styles under another name; text that merely speaks of styles stays as it is. */
export function inertHtml(html: string): string {
  const source = html.replaceAll(styleSheet, '');
  const parts: string[] = [];
  let kept = 0;
  tagStart.lastIndex = 0;
  while (tagStart.test(source)) {
    attribute.lastIndex = tagStart.lastIndex;
    for (let found = attribute.exec(source); found; found = attribute.exec(source)) {
      tagStart.lastIndex = attribute.lastIndex;
      const [whole, name = '', value = ''] = found;
      if (name.toLowerCase() !== 'style') continue;
      const at = found.index + whole.length - value.length - name.length;
      parts.push(source.slice(kept, at), keptStyle);
      kept = at + name.length;
    }
  }
  parts.push(source.slice(kept));
  return parts.join('');
}
