import { z } from 'zod';
import {
  type CitationKind,
  emptyRichText,
  type RichText,
  type RichTextBlock,
  type RichTextInline,
  type RichTextListItem,
  type RichTextMark,
} from './richText.ts';

/**
 * The short form in which the sample's answers are written: paragraphs and lists of plain strings, with `**bold**`,
 * `*italic*`, `{{still to do}}`, `[text](https://…)` and citations as `[[voice:key]]` or `[[evidence:key]]`. Marks do
 * not nest.
 */
export const sampleBlockSchema = z.union([
  z.strictObject({ p: z.string().min(1) }).readonly(),
  z.strictObject({ bullets: z.array(z.string().min(1)).min(1).readonly() }).readonly(),
  z.strictObject({ numbered: z.array(z.string().min(1)).min(1).readonly() }).readonly(),
]);
export type SampleBlock = z.infer<typeof sampleBlockSchema>;

export interface SampleCitation {
  readonly kind: CitationKind;
  /** The key of the voice entry or the item of evidence in the sample's files. */
  readonly key: string;
}

const inlinePattern =
  /\[\[(?<kind>voice|evidence):(?<key>[a-z0-9-]+)\]\]|\[(?<link>[^\]]+)\]\((?<href>[^)\s]+)\)|\{\{(?<toDo>[^}]+)\}\}|\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*/g;

/** The rich text that the editor would have saved; `idOf` gives the id of what a citation points to. */
export function sampleRichText(blocks: readonly SampleBlock[], idOf: (citation: SampleCitation) => string): RichText {
  if (blocks.length === 0) return emptyRichText;
  return { type: 'doc', content: blocks.map((block) => blockOf(block, idOf)) };
}

/** What the blocks cite, in reading order; something cited twice is there twice. */
export function sampleCitations(blocks: readonly SampleBlock[]): readonly SampleCitation[] {
  const found: SampleCitation[] = [];
  sampleRichText(blocks, (citation) => {
    found.push(citation);
    return citation.key;
  });
  return found;
}

function blockOf(block: SampleBlock, idOf: (citation: SampleCitation) => string): RichTextBlock {
  if ('p' in block) return { type: 'paragraph', content: inlineOf(block.p, idOf) };
  if ('bullets' in block) return { type: 'bulletList', content: block.bullets.map((text) => itemOf(text, idOf)) };
  return { type: 'orderedList', content: block.numbered.map((text) => itemOf(text, idOf)) };
}

function itemOf(text: string, idOf: (citation: SampleCitation) => string): RichTextListItem {
  return { type: 'listItem', content: [{ type: 'paragraph', content: inlineOf(text, idOf) }] };
}

function inlineOf(text: string, idOf: (citation: SampleCitation) => string): readonly RichTextInline[] {
  const inline: RichTextInline[] = [];
  let end = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > end) inline.push({ type: 'text', text: text.slice(end, match.index) });
    inline.push(inlineFrom(match.groups ?? {}, idOf));
    end = match.index + match[0].length;
  }
  if (end < text.length) inline.push({ type: 'text', text: text.slice(end) });
  return inline;
}

function inlineFrom(
  groups: Readonly<Record<string, string | undefined>>,
  idOf: (citation: SampleCitation) => string,
): RichTextInline {
  const { kind, key, link, href, toDo, bold, italic } = groups;
  if (key !== undefined) {
    const citation: SampleCitation = { kind: kind === 'voice' ? 'voice' : 'evidence', key };
    return { type: 'citation', attrs: { kind: citation.kind, id: idOf(citation) } };
  }
  if (link !== undefined) return marked(link, { type: 'link', attrs: { href: href ?? '' } });
  if (toDo !== undefined) return marked(toDo, { type: 'toDo' });
  if (bold !== undefined) return marked(bold, { type: 'bold' });
  return marked(italic ?? '', { type: 'italic' });
}

function marked(text: string, mark: RichTextMark): RichTextInline {
  return { type: 'text', text, marks: [mark] };
}
