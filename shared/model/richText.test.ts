import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRichText } from '#test/helpers/anyRichText.ts';
import { richTextLimits } from '../limits.ts';
import {
  citationsIn,
  emptyRichText,
  isAllowedHref,
  isEmptyRichText,
  plainTextOf,
  type RichText,
  type RichTextBlock,
  richTextFromParagraphs,
  richTextSchema,
  toDosIn,
  wordCountOf,
} from './richText.ts';

const answer: RichText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'There are ' },
        { type: 'text', text: '212 technicians', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' in ' },
        {
          type: 'text',
          text: 'three colleges',
          marks: [{ type: 'italic' }, { type: 'link', attrs: { href: 'https://harbourside.example/colleges' } }],
        },
        { type: 'citation', attrs: { kind: 'evidence', id: 'e1' } },
        { type: 'hardBreak' },
        { type: 'text', text: 'and one library.' },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'Science' }] },
            {
              type: 'bulletList',
              content: [
                {
                  type: 'listItem',
                  content: [{ type: 'paragraph', content: [{ type: 'citation', attrs: { kind: 'voice', id: 'v1' } }] }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

function nestedLists(levels: number): unknown {
  let block: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'deep' }] };
  for (let level = 0; level < levels; level += 1) {
    const first = level === 0 ? [] : [{ type: 'paragraph' }];
    block = { type: 'bulletList', content: [{ type: 'listItem', content: [...first, block] }] };
  }
  return { type: 'doc', content: [block] };
}

function paragraphWith(inline: unknown): unknown {
  return { type: 'doc', content: [{ type: 'paragraph', content: [inline] }] };
}

describe('the rich text of an answer', () => {
  it('keeps everything that the editor can write', () => {
    expect(richTextSchema.parse(answer)).toEqual(answer);
    expect(richTextSchema.parse(emptyRichText)).toEqual(emptyRichText);
  });

  it('drops the attributes that the editor adds for itself', () => {
    const link = {
      type: 'link',
      attrs: { href: 'mailto:lead@harbourside.example', target: '_blank', rel: 'noopener' },
    };
    const parsed = richTextSchema.parse(paragraphWith({ type: 'text', text: 'write', marks: [link] }));
    expect(parsed).toEqual(
      paragraphWith({
        type: 'text',
        text: 'write',
        marks: [{ type: 'link', attrs: { href: 'mailto:lead@harbourside.example' } }],
      }),
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://a.example',
    'java\nscript:alert(1)',
    'file:///c:/x',
    'data:text/html,x',
    '/relative',
    'www.a.example',
    'https://',
    `https://a.example/${'x'.repeat(richTextLimits.hrefCharacters)}`,
  ])('refuses a link to %j', (href) => {
    expect(isAllowedHref(href)).toBe(false);
    expect(
      richTextSchema.safeParse(paragraphWith({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }))
        .success,
    ).toBe(false);
  });

  it('allows lists as deep as Word can number them and no deeper', () => {
    expect(richTextSchema.safeParse(nestedLists(richTextLimits.listLevels)).success).toBe(true);
    expect(richTextSchema.safeParse(nestedLists(richTextLimits.listLevels + 1)).success).toBe(false);
  });

  it('refuses what is nested deeper than the call stack without falling over', () => {
    expect(richTextSchema.safeParse(nestedLists(200_000)).success).toBe(false);
  });

  it('refuses a value that contains itself', () => {
    const item: { type: string; content: unknown[] } = { type: 'listItem', content: [] };
    const list = { type: 'bulletList', content: [item] };
    item.content.push({ type: 'paragraph' }, list);
    expect(richTextSchema.safeParse({ type: 'doc', content: [list] }).success).toBe(false);
  });

  it('refuses an answer with too many parts or too many characters', () => {
    const many = Array.from({ length: richTextLimits.nodes + 1 }, () => ({ type: 'paragraph' }));
    expect(richTextSchema.safeParse({ type: 'doc', content: many }).success).toBe(false);
    const long = 'x'.repeat(richTextLimits.characters + 1);
    expect(richTextSchema.safeParse(paragraphWith({ type: 'text', text: long })).success).toBe(false);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 6, withNullPrototype: true, withSparseArray: true }), (value) => {
        richTextSchema.safeParse(value);
        richTextSchema.safeParse({ type: 'doc', content: value });
        richTextSchema.safeParse(paragraphWith(value));
      }),
    );
  });
});

describe('the words of an answer', () => {
  it('are one line for each paragraph and list item, without bullets or citation marks', () => {
    expect(plainTextOf(answer)).toBe('There are 212 technicians in three colleges\nand one library.\nScience\n');
  });

  it('are counted as runs of characters that are not spaces', () => {
    expect(wordCountOf(answer)).toBe(11);
    expect(wordCountOf(emptyRichText)).toBe(0);
    expect(wordCountOf(richTextFromParagraphs('one\u00a0two – three, well-known'))).toBe(5);
  });

  it('count a word as one where its marks change half way', () => {
    const content: readonly RichTextBlock[] = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'tech', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'nician' },
        ],
      },
    ];
    expect(wordCountOf({ type: 'doc', content })).toBe(1);
  });

  it('survive the way from plain text and back', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replaceAll(/[\r\n\u2028\u2029]/gu, ' ').trim());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const written = lines.filter((text) => text !== '').join('\n');
        const document = richTextFromParagraphs(lines.join('\r\n'));
        expect(plainTextOf(document)).toBe(written);
        expect(richTextSchema.safeParse(document).success).toBe(true);
      }),
    );
  });

  it('are missing from an answer of spaces, and present where there is only a citation', () => {
    expect(isEmptyRichText(emptyRichText)).toBe(true);
    expect(
      isEmptyRichText({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: ' \u00a0' }] }] }),
    ).toBe(true);
    expect(isEmptyRichText(answer)).toBe(false);
    expect(
      isEmptyRichText({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'citation', attrs: { kind: 'voice', id: 'v' } }] }],
      }),
    ).toBe(false);
  });
});

describe('the citations of an answer', () => {
  it('are found in reading order, also inside nested lists', () => {
    expect(citationsIn(answer)).toEqual([
      { kind: 'evidence', id: 'e1' },
      { kind: 'voice', id: 'v1' },
    ]);
  });
});

describe('plain text', () => {
  it('loses no word and changes none, whatever the marks and lists', () => {
    const bare = (text: string): string => text.replaceAll(/\s+/gu, '');
    fc.assert(
      fc.property(anyRichText, (document) => {
        const runs: string[] = [];
        JSON.stringify(document, (key, value) => {
          if (key === 'text') runs.push(value);
          return value;
        });
        expect(bare(plainTextOf(document))).toBe(bare(runs.join('')));
      }),
    );
  });
});

describe('what is marked to do', () => {
  const toDo = [{ type: 'toDo' as const }];
  const marked: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'There are ' },
          { type: 'text', text: 'ask HR ', marks: toDo },
          { type: 'text', text: 'for 2026', marks: [...toDo, { type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'citation', attrs: { kind: 'evidence', id: 'e1' } },
          { type: 'text', text: 'figures', marks: toDo },
          { type: 'text', text: ' of them, ' },
          { type: 'text', text: 'all grades?', marks: toDo },
        ],
      },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'name the chair', marks: toDo }] }],
          },
        ],
      },
    ],
  };

  it('is one for marked words in a row, whatever their format, and ends with its paragraph', () => {
    expect(toDosIn(marked)).toEqual(['ask HR for 2026 figures', 'all grades?', 'name the chair']);
    expect(toDosIn(answer)).toEqual([]);
  });

  it('is kept by the schema and is among the words', () => {
    expect(richTextSchema.parse(marked)).toEqual(marked);
    expect(plainTextOf(marked)).toContain('ask HR for 2026\nfigures of them, all grades?\nname the chair');
  });
});
