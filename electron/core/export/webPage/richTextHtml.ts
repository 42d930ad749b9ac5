import { assertNever } from '#shared/assertNever.ts';
import {
  isAllowedHref,
  type RichText,
  type RichTextBlock,
  type RichTextInline,
  type RichTextListItem,
  type RichTextMark,
  toDoSpans,
} from '#shared/model/richText.ts';
import { withoutCitations } from '../build/keptInside.ts';
import { cleanText } from '../word/cleanText.ts';

/** What the text alone does not say. */
export interface HtmlWriting {
  /** The number of a reference by `kind:id`; what may not be shown has none. */
  readonly referenceNumbers: ReadonlyMap<string, number>;
  /** The id of the element that a citation leads to, such as `reference-3`. */
  readonly referenceId: (number: number) => string;
  /** Before words that are marked to do: *To do*. */
  readonly toDo: string;
  /** Ids of what is cited and may not be shown: on a page that anybody reads nothing tells of it. */
  readonly keptInside: ReadonlySet<string>;
  /** In place of a citation whose source was deleted. */
  readonly citationGone: string;
}

/**
 * An answer as html: `p`, `ul`, `ol`, `li`, `strong`, `em`, `a`, `br` and `mark`, and of attributes `href`, `start` and
 * `role`. Nothing that was written can become markup: text is escaped, and an address that may not be followed leaves
 * its words without a link. Blank paragraphs are left out: space is the page's concern.
 */
export function richTextHtml(document: RichText, writing: HtmlWriting): string {
  return blocksHtml(withoutCitations(document, writing.keptInside).content, writing);
}

/** Text for html, between tags or in an attribute with quotes: without characters that no reader can show. */
export function escapeHtml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"']/gu, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const blocksHtml = (blocks: readonly RichTextBlock[], writing: HtmlWriting): string =>
  blocks.map((block) => blockHtml(block, writing)).join('');

function blockHtml(block: RichTextBlock, writing: HtmlWriting): string {
  switch (block.type) {
    case 'paragraph':
      return isBlank(block) ? '' : `<p>${inlinesHtml(block.content ?? [], writing)}</p>`;
    case 'bulletList':
      return `<ul>${itemsHtml(block.content, writing)}</ul>`;
    case 'orderedList': {
      const start = block.attrs?.start ?? 1;
      return `<ol${start === 1 ? '' : ` start="${escapeHtml(String(start))}"`}>${itemsHtml(block.content, writing)}</ol>`;
    }
    default:
      return assertNever(block);
  }
}

function itemsHtml(items: readonly RichTextListItem[], writing: HtmlWriting): string {
  return items
    .map(({ content }) => {
      const [first, ...rest] = content;
      // An item of one paragraph needs no paragraph in it; of several, each stands for itself.
      const alone = first?.type === 'paragraph' && rest.every((block) => block.type !== 'paragraph');
      const inside = alone
        ? `${inlinesHtml(first.content ?? [], writing)}${blocksHtml(rest, writing)}`
        : blocksHtml(content, writing);
      return `<li>${inside}</li>`;
    })
    .join('');
}

const isBlank = (block: Extract<RichTextBlock, { readonly type: 'paragraph' }>): boolean =>
  (block.content ?? []).every(
    (inline) => inline.type === 'hardBreak' || (inline.type === 'text' && cleanText(inline.text).trim() === ''),
  );

function inlinesHtml(inlines: readonly RichTextInline[], writing: HtmlWriting): string {
  return toDoSpans(inlines)
    .map((span) =>
      span.toDo
        ? `<mark>[${escapeHtml(writing.toDo)}: ${spanHtml(span.inlines, writing)}]</mark>`
        : spanHtml(span.inlines, writing),
    )
    .join('');
}

/** Words of one link in several formats stay one link: it is announced, and followed, once. */
function spanHtml(inlines: readonly RichTextInline[], writing: HtmlWriting): string {
  let html = '';
  let open: string | undefined;
  for (const inline of inlines) {
    const href = inline.type === 'text' ? followable(inline.marks) : undefined;
    if (href !== open) {
      if (open !== undefined) html += '</a>';
      if (href !== undefined) html += `<a href="${escapeHtml(href)}">`;
      open = href;
    }
    html += inlineHtml(inline, writing);
  }
  return open === undefined ? html : `${html}</a>`;
}

function inlineHtml(inline: RichTextInline, { referenceNumbers, referenceId, citationGone }: HtmlWriting): string {
  switch (inline.type) {
    case 'text': {
      const text = escapeHtml(inline.text).replaceAll('\n', '<br>');
      const italic = has(inline.marks, 'italic') ? `<em>${text}</em>` : text;
      return has(inline.marks, 'bold') ? `<strong>${italic}</strong>` : italic;
    }
    case 'hardBreak':
      return '<br>';
    case 'citation': {
      const number = referenceNumbers.get(`${inline.attrs.kind}:${inline.attrs.id}`);
      return number === undefined
        ? `<mark>[${escapeHtml(citationGone)}]</mark>`
        : `<a href="#${escapeHtml(referenceId(number))}" role="doc-noteref">[${number}]</a>`;
    }
    default:
      return assertNever(inline);
  }
}

const has = (marks: readonly RichTextMark[] | undefined, type: RichTextMark['type']): boolean =>
  (marks ?? []).some((mark) => mark.type === type);

/** As the browser writes the address: spaces, quotes and letters outside ASCII are escaped. */
function followable(marks: readonly RichTextMark[] | undefined): string | undefined {
  const href = marks?.find((mark) => mark.type === 'link')?.attrs.href;
  return href !== undefined && isAllowedHref(href) ? new URL(href).href : undefined;
}
