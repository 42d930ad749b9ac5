import { describe, expect, it } from 'vitest';
import { plainTextOf, type RichTextInline } from '#shared/model/richText.ts';
import { withoutCitations } from './keptInside.ts';

const text = (words: string): RichTextInline => ({ type: 'text', text: words });
const cite = (id: string): RichTextInline => ({ type: 'citation', attrs: { kind: 'voice', id } });
const left = new Set(['inside', 'also inside']);
const printed = (...content: readonly RichTextInline[]): string =>
  plainTextOf(withoutCitations({ type: 'doc', content: [{ type: 'paragraph', content }] }, left));

describe('a text without the citations that must stay inside', () => {
  it.each([
    ['before a full stop', [text('Pay rose '), cite('inside'), text('.')], 'Pay rose.'],
    ['between words', [text('Pay '), cite('inside'), text(' rose')], 'Pay rose'],
    ['between words without a space', [text('Pay '), cite('inside'), text('rose')], 'Pay rose'],
    ['at the start', [cite('inside'), text(' Pay rose')], 'Pay rose'],
    ['at the end', [text('Pay rose '), cite('inside'), cite('also inside')], 'Pay rose'],
    ['before a new line', [text('Pay '), cite('inside'), { type: 'hardBreak' }, text('rose')], 'Pay\nrose'],
    ['alone', [cite('inside')], ''],
  ] satisfies readonly (readonly [string, readonly RichTextInline[], string])[])(
    'has no gap where one stood %s',
    (_where, content, expected) => expect(printed(...content)).toBe(expected),
  );

  it('keeps every other citation, also deep in a list', () => {
    const list = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [text('a '), cite('inside'), text(' b '), cite('open')] }],
            },
          ],
        },
      ],
    } as const;
    const kept = JSON.stringify(withoutCitations(list, left));
    expect(kept).toContain('"open"');
    expect(kept).not.toContain('inside');
  });

  it('is the same text where it cites nothing of the kind', () => {
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [text('said '), cite('open')] }] } as const;
    expect(withoutCitations(document, left)).toBe(document);
  });
});
