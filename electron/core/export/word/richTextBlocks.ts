import { assertNever } from '#shared/assertNever.ts';
import { richTextLimits } from '#shared/limits.ts';
import {
  type RichText,
  type RichTextBlock,
  type RichTextInline,
  type RichTextMark,
  type RichTextParagraph,
  toDoSpans,
} from '#shared/model/richText.ts';
import { withoutCitations } from '../build/keptInside.ts';
import { cleanText } from './cleanText.ts';
import type { Inline, RunFormat, TextPiece } from './inlineXml.ts';
import { type ListPlace, listIndent } from './listNumbering.ts';
import { TextParagraph } from './paragraphXml.ts';
import { linkOut, linkWithin, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, type Writing } from './writing.ts';

/**
 * An answer as paragraphs in the style *Answer*; lists are real lists, links and citations are links. An issued copy
 * shows no trace of a citation that must stay inside: a mark would tell outsiders that somebody spoke in confidence.
 */
export function richTextBlocks(document: RichText, writing: Writing, followsTable = false): TextParagraph[] {
  const { keptInside, options } = writing.submission;
  const printed = options.copy.kind === 'draft' ? document : withoutCitations(document, new Set(keptInside));
  return printed.content.flatMap((block, index) =>
    blockParagraphs(block, 0, writing, followsTable && index === 0 ? afterTable : {}),
  );
}

/** A table has no space of its own after it. */
const afterTable = { before: 160 } as const;

/** `depth`: how many lists the block stands inside; `placing`: of its first paragraph. */
function blockParagraphs(
  block: RichTextBlock,
  depth: number,
  writing: Writing,
  placing: Placing = {},
): TextParagraph[] {
  if (block.type === 'paragraph') {
    // Blank paragraphs are space, and space is the style's concern; a screen reader says "blank" at each.
    return isBlank(block)
      ? []
      : [writeParagraph(block, writing, { ...placing, ...(depth === 0 ? {} : { indent: listIndent(depth - 1) }) })];
  }
  // A level that Word does not have is printed at the last it has, rather than not at all.
  const level = Math.min(depth, richTextLimits.listLevels - 1);
  const placeAt = block.type === 'bulletList' ? writing.lists.bullet : writing.lists.numbered(block.attrs?.start ?? 1);
  // Items stand close together, and what follows the list stands as far from it as from a paragraph.
  const isEnd = (itemIndex: number, item: (typeof block.content)[number]): boolean =>
    depth === 0 && itemIndex === block.content.length - 1 && item.content.length === 1;
  return block.content.flatMap((item, itemIndex) =>
    item.content.flatMap((child, index) =>
      index === 0 && child.type === 'paragraph'
        ? [
            writeParagraph(child, writing, {
              ...(itemIndex === 0 ? placing : {}),
              list: placeAt(level),
              ...(isEnd(itemIndex, item) ? {} : { after: 60 }),
            }),
          ]
        : blockParagraphs(child, depth + 1, writing),
    ),
  );
}

/** In twips. */
interface Placing {
  readonly list?: ListPlace;
  readonly indent?: number;
  /** The space above it. */
  readonly before?: number;
  readonly after?: number;
}

function writeParagraph(block: RichTextParagraph, writing: Writing, placing: Placing): TextParagraph {
  return new TextParagraph({
    style: styleIds.answer,
    ...placing,
    inlines: inlineRuns(block.content ?? [], writing),
  });
}

function isBlank(block: RichTextParagraph): boolean {
  return (block.content ?? []).every(
    (inline) => inline.type === 'hardBreak' || (inline.type === 'text' && cleanText(inline.text).trim() === ''),
  );
}

/**
 * Marked words in brackets with a label, so that they stand out on paper and to a screen reader; in an issued copy too:
 * whoever issues it regardless hides nothing.
 */
function inlineRuns(inlines: readonly RichTextInline[], writing: Writing): Inline[] {
  return toDoSpans(inlines).flatMap(({ toDo, inlines: span }) =>
    toDo
      ? [
          ...textRuns(`[${writing.words.labelled(writing.words.toDo, '')}`, markedFormat),
          ...spanRuns(span, writing, markedFormat),
          ...textRuns(']', markedFormat),
        ]
      : spanRuns(span, writing, {}),
  );
}

/** In dark letters whatever the house's: its own may be read on white and not on yellow. */
const markedFormat: RunFormat = { highlight: 'yellow', color: '1B1F24' };

function spanRuns(inlines: readonly RichTextInline[], writing: Writing, format: RunFormat): Inline[] {
  const written: Inline[] = [];
  let linked: { readonly href: string; readonly pieces: TextPiece[] } | undefined;
  const endLink = (): void => {
    if (linked !== undefined) written.push(...linkOut(linked.href, linked.pieces));
    linked = undefined;
  };
  for (const inline of inlines) {
    const href = inline.type === 'text' ? hrefOf(inline.marks) : undefined;
    if (href !== linked?.href) endLink();
    if (inline.type === 'text' && href !== undefined) {
      // Words of one link in several formats stay one link: it is announced, and followed, once.
      linked ??= { href, pieces: [] };
      linked.pieces.push({ text: inline.text, ...format, ...formatOf(inline.marks) });
    } else {
      written.push(...plainInline(inline, writing, format));
    }
  }
  endLink();
  return written;
}

function plainInline(inline: RichTextInline, writing: Writing, format: RunFormat): readonly Inline[] {
  switch (inline.type) {
    case 'text':
      return textRuns(inline.text, { ...format, ...formatOf(inline.marks) });
    case 'hardBreak':
      return textRuns('\n');
    case 'citation': {
      const number = writing.referenceNumbers.get(`${inline.attrs.kind}:${inline.attrs.id}`);
      if (number !== undefined) return [linkWithin(bookmarks.reference(number), `[${number}]`)];
      // The mark stays visible and says why, so that the sentence is looked at again.
      const { citationKeptInside, citationGone } = writing.words;
      const kept = writing.submission.keptInside.includes(inline.attrs.id);
      return textRuns(`[${kept ? citationKeptInside : citationGone}]`, { ...format, ...markedFormat });
    }
    default:
      return assertNever(inline);
  }
}

function hrefOf(marks: readonly RichTextMark[] = []): string | undefined {
  return marks.find((mark) => mark.type === 'link')?.attrs.href;
}

function formatOf(marks: readonly RichTextMark[] = []): RunFormat {
  return {
    ...(marks.some((mark) => mark.type === 'bold') ? { bold: true } : {}),
    ...(marks.some((mark) => mark.type === 'italic') ? { italics: true } : {}),
  };
}
