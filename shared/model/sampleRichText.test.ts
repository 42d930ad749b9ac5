import { describe, expect, it } from 'vitest';
import { emptyRichText, plainTextOf, richTextSchema } from './richText.ts';
import { type SampleBlock, sampleCitations, sampleRichText } from './sampleRichText.ts';

const idOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `id of ${kind} ${key}`;

describe('the short form of the sample’s answers', () => {
  it('becomes paragraphs, lists, marks, links and citations that the editor accepts', () => {
    const blocks: readonly SampleBlock[] = [
      { p: '**Nine** of *forty* said [so](https://www.eastmere.example/a). [[voice:a-group]]' },
      { bullets: ['One {{ask HR}}', 'Two [[evidence:a-page]]'] },
      { numbered: ['First'] },
    ];
    const document = sampleRichText(blocks, idOf);
    expect(richTextSchema.parse(document)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Nine', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' of ' },
            { type: 'text', text: 'forty', marks: [{ type: 'italic' }] },
            { type: 'text', text: ' said ' },
            { type: 'text', text: 'so', marks: [{ type: 'link', attrs: { href: 'https://www.eastmere.example/a' } }] },
            { type: 'text', text: '. ' },
            { type: 'citation', attrs: { kind: 'voice', id: 'id of voice a-group' } },
          ],
        },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'One ' },
                    { type: 'text', text: 'ask HR', marks: [{ type: 'toDo' }] },
                  ],
                },
              ],
            },
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'Two ' },
                    { type: 'citation', attrs: { kind: 'evidence', id: 'id of evidence a-page' } },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'First' }] }] }],
        },
      ],
    });
  });

  it('is an empty answer when there are no blocks', () => {
    expect(sampleRichText([], idOf)).toEqual(emptyRichText);
  });

  it('leaves a lone asterisk or bracket as it is', () => {
    expect(plainTextOf(sampleRichText([{ p: '3 * 4 [about] 12' }], idOf))).toBe('3 * 4 [about] 12');
  });

  it('lists what is cited in reading order, repeats included', () => {
    expect(sampleCitations([{ p: 'a [[voice:x]] b [[evidence:y]]' }, { bullets: ['c [[voice:x]]'] }])).toEqual([
      { kind: 'voice', key: 'x' },
      { kind: 'evidence', key: 'y' },
      { kind: 'voice', key: 'x' },
    ]);
  });
});
