import { z } from 'zod';
import { richTextLimits } from '../limits.ts';

/**
 * The rich text of an answer: a small subset of TipTap's JSON, stored as it is edited.
 * Attributes that the editor adds for itself (a link's `rel`, a list's `type`) are dropped on parsing.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichTextBlock[];
}

export type RichTextBlock = RichTextParagraph | RichTextList;
export type RichTextList = RichTextBulletList | RichTextOrderedList;

export interface RichTextParagraph {
  readonly type: 'paragraph';
  readonly content?: readonly RichTextInline[];
}

export interface RichTextBulletList {
  readonly type: 'bulletList';
  readonly content: readonly RichTextListItem[];
}

export interface RichTextOrderedList {
  readonly type: 'orderedList';
  readonly attrs?: { readonly start?: number };
  readonly content: readonly RichTextListItem[];
}

export interface RichTextListItem {
  readonly type: 'listItem';
  readonly content: readonly RichTextBlock[];
}

export type RichTextInline = RichTextRun | RichTextHardBreak | RichTextCitation;

export interface RichTextRun {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly RichTextMark[];
}

export interface RichTextHardBreak {
  readonly type: 'hardBreak';
}

export interface RichTextCitation {
  readonly type: 'citation';
  readonly attrs: CitationTarget;
}

export type CitationKind = 'voice' | 'evidence';

export interface CitationTarget {
  readonly kind: CitationKind;
  readonly id: string;
}

export type RichTextMark =
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  /** Words that are still to be done something about: shown and printed as such, listed before an issue. */
  | { readonly type: 'toDo' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

const allowedProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/** Whether a link may be kept: an absolute https, http or mailto address, with nothing that could disguise it. */
export function isAllowedHref(href: string): boolean {
  // Control characters and spaces are stripped by browsers before they read the protocol, so they can hide another one.
  if (href.length > richTextLimits.hrefCharacters || /[\p{Cc}\p{Cs}\s]/u.test(href)) return false;
  if (!URL.canParse(href)) return false;
  return allowedProtocols.has(new URL(href).protocol);
}

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('toDo') }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({ href: z.string().refine(isAllowedHref, 'A link must begin with https, http or mailto.') }),
  }),
]);

export const citationTargetSchema: z.ZodType<CitationTarget, CitationTarget> = z.object({
  kind: z.enum(['voice', 'evidence']),
  id: z.string().min(1).max(richTextLimits.idCharacters),
});

const inlineSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    // An empty text node is not valid in the editor's own model and would stop the answer from opening.
    text: z.string().min(1),
    marks: z.array(markSchema).exactOptional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({ type: z.literal('citation'), attrs: citationTargetSchema }),
]);

const paragraphSchema = z.object({ type: z.literal('paragraph'), content: z.array(inlineSchema).exactOptional() });

const listItemSchema: z.ZodType<RichTextListItem> = z.object({
  type: z.literal('listItem'),
  get content() {
    // The editor's list item begins with a paragraph; a list straight inside an item has no place for the cursor.
    return z
      .array(blockSchema)
      .min(1)
      .refine((blocks) => blocks[0]?.type === 'paragraph', 'A list item must begin with a paragraph.');
  },
});

const blockSchema: z.ZodType<RichTextBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraphSchema,
    z.object({ type: z.literal('bulletList'), content: z.array(listItemSchema).min(1) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: z.object({ start: z.int().min(0).max(richTextLimits.listStart).exactOptional() }).exactOptional(),
      content: z.array(listItemSchema).min(1),
    }),
  ]),
);

const documentSchema: z.ZodType<RichText> = z.object({
  type: z.literal('doc'),
  content: z.array(blockSchema).min(1),
});

/**
 * Measures a value before zod descends into it, without recursion: a hostile value may be nested deeper than the
 * call stack, be enormous, or contain itself, and none of these may do more than be refused.
 */
function sizeProblem(value: unknown): string | undefined {
  // The document, a list and an item for each level, a paragraph, a run.
  const deepest = 1 + 2 * richTextLimits.listLevels + 2;
  let nodes = 0;
  let characters = 0;
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > deepest) return `Lists may be nested ${richTextLimits.listLevels} levels deep.`;
    if (typeof node !== 'object' || node === null) continue;
    if ('text' in node && typeof node.text === 'string') characters += node.text.length;
    if (characters > richTextLimits.characters) return 'The text is too long for one answer.';
    const children = 'content' in node && Array.isArray(node.content) ? (node.content as readonly unknown[]) : [];
    nodes += children.length;
    if ('marks' in node && Array.isArray(node.marks)) nodes += node.marks.length;
    // Counted before they are queued, so that a vast array costs nothing.
    if (nodes > richTextLimits.nodes) return 'The text has too many parts for one answer.';
    for (const child of children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

/** Accepts the editor's JSON, bounded in depth and size; safe for any input, however hostile. */
export const richTextSchema: z.ZodType<RichText, RichText> = z
  .custom<RichText>(() => true)
  .superRefine((value, context) => {
    const problem = sizeProblem(value);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, continue: false });
  })
  .pipe(documentSchema as z.ZodType<RichText, RichText>);

/** An answer in which nothing is written yet: what an empty editor holds. */
export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The text of one paragraph: a hard break is a new line; a citation has no text of its own. */
export function plainTextOfParagraph(paragraph: RichTextParagraph): string {
  return (paragraph.content ?? [])
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : ''))
    .join('');
}

/** Every paragraph in reading order, those inside lists included. */
export function paragraphsOf(document: RichText): readonly RichTextParagraph[] {
  const paragraphs: RichTextParagraph[] = [];
  const visit = (blocks: readonly RichTextBlock[]): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') paragraphs.push(block);
      else for (const item of block.content) visit(item.content);
    }
  };
  visit(document.content);
  return paragraphs;
}

/** The words alone: one line per paragraph or list item, without bullets, numbers or citation marks. */
export function plainTextOf(document: RichText): string {
  return paragraphsOf(document).map(plainTextOfParagraph).join('\n');
}

/** Words as Word counts them: runs of characters that are not white space. Citation marks are not words. */
export function wordCountOf(document: RichText): number {
  return plainTextOf(document).match(/\S+/gu)?.length ?? 0;
}

/** Whether nothing is written: white space and nothing else, and no citation. */
export function isEmptyRichText(document: RichText): boolean {
  return plainTextOf(document).trim() === '' && citationsIn(document).length === 0;
}

/**
 * Plain text as rich text: a paragraph for each line that is not blank. Text beyond the limits is not cut;
 * `richTextSchema` refuses the outcome.
 */
export function richTextFromParagraphs(text: string): RichText {
  const lines = text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return emptyRichText;
  return {
    type: 'doc',
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}

/** Every citation in reading order, repeats included. */
export function citationsIn(document: RichText): readonly CitationTarget[] {
  return paragraphsOf(document).flatMap((paragraph) =>
    (paragraph.content ?? []).flatMap((inline) => (inline.type === 'citation' ? [inline.attrs] : [])),
  );
}

/** Part of a paragraph: whether it is marked to do, and what stands in it. */
export interface ToDoSpan {
  readonly toDo: boolean;
  readonly inlines: readonly RichTextInline[];
}

/**
 * A paragraph in parts that are marked to do and parts that are not. Marked words in a row are one part, whatever
 * their format and with the citations and line breaks among them.
 */
export function toDoSpans(inlines: readonly RichTextInline[]): readonly ToDoSpan[] {
  const spans: { toDo: boolean; inlines: RichTextInline[] }[] = [];
  const put = (toDo: boolean, inline: RichTextInline): void => {
    const last = spans.at(-1);
    if (last?.toDo === toDo) last.inlines.push(inline);
    else spans.push({ toDo, inlines: [inline] });
  };
  // What is no text carries no mark: it belongs where the marked words go on after it.
  let between: RichTextInline[] = [];
  for (const inline of inlines) {
    if (inline.type !== 'text') {
      between.push(inline);
      continue;
    }
    const toDo = (inline.marks ?? []).some((mark) => mark.type === 'toDo');
    for (const each of between) put(toDo && spans.at(-1)?.toDo === true, each);
    between = [];
    put(toDo, inline);
  }
  for (const each of between) put(false, each);
  return spans;
}

/** What is marked to do, each as its words, in reading order. A mark ends with its paragraph. */
export function toDosIn(document: RichText): readonly string[] {
  return paragraphsOf(document).flatMap((paragraph) =>
    toDoSpans(paragraph.content ?? [])
      .filter((span) => span.toDo)
      .map(({ inlines }) =>
        inlines
          .map((inline) => (inline.type === 'text' ? inline.text : ' '))
          .join('')
          .trim()
          .replaceAll(/\s+/gu, ' '),
      ),
  );
}
