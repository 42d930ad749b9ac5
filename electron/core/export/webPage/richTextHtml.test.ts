// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf, type RichText, type RichTextInline, type RichTextMark } from '#shared/model/richText.ts';
import { anyRichText } from '#test/helpers/anyRichText.ts';
import { cleanText } from '../word/cleanText.ts';
import { type HtmlWriting, richTextHtml } from './richTextHtml.ts';

const writing: HtmlWriting = {
  referenceNumbers: new Map([['voice:voice-survey', 2]]),
  referenceId: (number) => `reference-${number}`,
  toDo: 'To do',
  keptInside: new Set(['kept inside']),
  citationGone: 'source missing',
};
const html = (...content: readonly RichTextInline[]): string =>
  richTextHtml({ type: 'doc', content: [{ type: 'paragraph', content }] }, writing);
const text = (words: string, ...marks: readonly RichTextMark[]): RichTextInline => ({
  type: 'text',
  text: words,
  marks,
});
const bodyOf = (markup: string): HTMLElement =>
  new DOMParser().parseFromString(`<!doctype html><body>${markup}</body>`, 'text/html').body;

/** What a reader sees, a line for each paragraph, item and line break. */
function readOff(body: HTMLElement): string {
  for (const element of body.querySelectorAll('p, li, br, ul, ol')) element.before('\n');
  for (const element of body.querySelectorAll('p, li, ul, ol')) element.after('\n');
  return body.textContent ?? '';
}

const wordsOf = (shown: string): readonly string[] =>
  cleanText(shown)
    .replaceAll('[To do: ', '')
    .replaceAll(/\[(?:2|source missing)\]|[[\]]/gu, '')
    .match(/\S+/gu) ?? [];

const allowed: Readonly<Record<string, readonly string[]>> = {
  P: [],
  UL: [],
  OL: ['start'],
  LI: [],
  STRONG: [],
  EM: [],
  BR: [],
  MARK: [],
  A: ['href', 'role'],
};

describe('an answer as html', () => {
  it('loses no word, whatever its marks, lists and characters', () => {
    fc.assert(
      fc.property(anyRichText, (document) => {
        expect(wordsOf(readOff(bodyOf(richTextHtml(document, writing))))).toEqual(wordsOf(plainTextOf(document)));
      }),
      { numRuns: 300 },
    );
  });

  it('holds no element, attribute or address but its own, whatever was written', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '</p><img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      "' onmouseover='alert(1)",
      '&lt;b&gt;&#60;',
      '<!--',
      ']]>',
      '\u0000<\u0000script>',
      'javascript:alert(1)',
      'https://eastmere.example/"onclick="alert(1)',
      'https://eastmere.example/<script>',
      'data:text/html,<script>alert(1)</script>',
    );
    const part = fc.oneof(hostile, fc.string({ minLength: 1, unit: 'binary' }));
    fc.assert(
      fc.property(part, part, (words, href) => {
        const document: RichText = {
          type: 'doc',
          content: [
            { type: 'paragraph', content: [text(words, { type: 'link', attrs: { href } }, { type: 'toDo' })] },
            { type: 'paragraph', content: [{ type: 'citation', attrs: { kind: 'voice', id: words } }] },
          ],
        };
        for (const element of bodyOf(richTextHtml(document, writing)).querySelectorAll('*')) {
          const attributes = allowed[element.tagName];
          expect(attributes, element.tagName).toBeDefined();
          for (const { name } of element.attributes) expect(attributes).toContain(name);
          if (element.tagName === 'A')
            expect(element.getAttribute('href')).toMatch(/^(?:https?:|mailto:|#reference-)/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps bold, italic, line breaks and lists from where they start', () => {
    const list: RichText = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text('A '), text('budget', { type: 'bold' }, { type: 'italic' })] },
        { type: 'paragraph' },
        {
          type: 'orderedList',
          attrs: { start: 4 },
          content: [
            {
              type: 'listItem',
              content: [
                { type: 'paragraph', content: [text('four'), { type: 'hardBreak' }, text('lines')] },
                {
                  type: 'bulletList',
                  content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('inner')] }] }],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(richTextHtml(list, writing)).toBe(
      '<p>A <strong><em>budget</em></strong></p><ol start="4"><li>four<br>lines<ul><li>inner</li></ul></li></ol>',
    );
  });

  it('makes one link of words that share an address, and leaves the words of one that may not be followed', () => {
    const link: RichTextMark = { type: 'link', attrs: { href: 'https://eastmere.example/a?b=1&c=2' } };
    expect(html(text('the ', link), text('whole', { type: 'bold' }, link), text(' page'))).toBe(
      '<p><a href="https://eastmere.example/a?b=1&amp;c=2">the <strong>whole</strong></a> page</p>',
    );
    expect(html(text('press', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))).toBe('<p>press</p>');
  });

  it('leads from a citation to its reference, tells nothing of one that must stay inside, and marks one whose source is gone', () => {
    expect(html({ type: 'citation', attrs: { kind: 'voice', id: 'voice-survey' } })).toBe(
      '<p><a href="#reference-2" role="doc-noteref">[2]</a></p>',
    );
    const kept = { type: 'citation', attrs: { kind: 'voice', id: 'kept inside' } } as const;
    expect(html(text('As somebody said '), kept, text('.'))).toBe('<p>As somebody said.</p>');
    expect(html(kept)).toBe('');
    expect(html({ type: 'citation', attrs: { kind: 'voice', id: 'deleted' } })).toBe(
      '<p><mark>[source missing]</mark></p>',
    );
  });

  it('shows what is marked to do with a label', () => {
    expect(html(text('In '), text('which year?', { type: 'toDo' }))).toBe(
      '<p>In <mark>[To do: which year?]</mark></p>',
    );
  });
});
