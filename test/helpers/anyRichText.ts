import fc from 'fast-check';
import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextListItem,
  RichTextMark,
} from '#shared/model/richText.ts';

const inline: fc.Arbitrary<RichTextInline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: fc.oneof(
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.constantFrom('CURRENT', 'TOTAL_PAGES', ']]>', '&amp;', '\t', 'a\nb'),
      ),
      marks: fc.uniqueArray(
        fc.constantFrom<RichTextMark>(
          { type: 'bold' },
          { type: 'italic' },
          { type: 'toDo' },
          { type: 'link', attrs: { href: 'https://saltmarsh.example/a?b=1&c="2"' } },
        ),
        { selector: (mark) => mark.type },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant<RichTextInline>({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<RichTextInline>(
      { type: 'citation', attrs: { kind: 'voice', id: 'voice-survey' } },
      { type: 'citation', attrs: { kind: 'voice', id: 'deleted' } },
    ),
  },
);

const { block } = fc.letrec<{ block: RichTextBlock; item: RichTextListItem; paragraph: RichTextBlock }>((tie) => ({
  paragraph: fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 6 }) }),
  item: fc
    .tuple(tie('paragraph'), fc.array(tie('block'), { maxLength: 2 }))
    .map(([start, rest]) => ({ type: 'listItem' as const, content: [start, ...rest] })),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    tie('paragraph'),
    fc.record({
      type: fc.constant('bulletList' as const),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('orderedList' as const),
      attrs: fc.record({ start: fc.nat({ max: 50 }) }),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/**
 * Any answer that the editor could hold: every mark, nested lists, citations of something that is there (the voice
 * entry `voice-survey` of the fixture) and of something deleted, and characters that trouble writers of files.
 */
export const anyRichText: fc.Arbitrary<RichText> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }));
