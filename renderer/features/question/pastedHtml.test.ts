import { readFileSync } from 'node:fs';
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { type paragraphsOf, type RichText, type RichTextBlock, richTextSchema } from '#shared/model/richText.ts';
import { editorExtensions } from './editorExtensions.ts';
import { pastedHtml } from './pastedHtml.ts';

let editor: Editor | null = null;
afterEach(() => editor?.destroy());

/** What the editor keeps of a clipboard. */
function pasted(html: string): RichText {
  editor = new Editor({ extensions: editorExtensions(() => ''), content: pastedHtml(html), injectCSS: false });
  return richTextSchema.parse(editor.getJSON());
}
const fixture = (name: string): RichText => pasted(readFileSync(`test/fixtures/clipboard/${name}.html`, 'utf8'));

/** The shape in a line a block: `- ` and `3. ` before items, two spaces a level, `**bold**`, `*italic*`, `[link]`. */
function outline(blocks: readonly RichTextBlock[], indent = ''): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [`${indent}${wordsOf(block)}`];
    const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : null;
    return block.content.flatMap((item, index) => {
      const [first = '', ...rest] = outline(item.content, '');
      const sign = start === null ? '-' : `${start + index}.`;
      return [`${indent}${sign} ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
    });
  });
}
function wordsOf(paragraph: ReturnType<typeof paragraphsOf>[number]): string {
  return (paragraph.content ?? [])
    .map((inline) => {
      if (inline.type !== 'text') return inline.type === 'hardBreak' ? ' / ' : '';
      const signs = (inline.marks ?? []).map((mark) => ({ bold: '**', italic: '*', link: '_', toDo: '!' })[mark.type]);
      const [space = ''] = /\s*$/u.exec(inline.text) ?? [];
      return signs.length > 0 ? `${signs.join('')}${inline.text.trimEnd()}${signs.join('')}${space}` : inline.text;
    })
    .join('')
    .trim();
}

describe('paste', () => {
  it('from Word keeps bold, italic, links and lists, and drops deletions, comments, hidden text and pictures', () => {
    const kept = fixture('word-report');
    expect(outline(kept.content)).toEqual([
      'How the work is led',
      'The **Steering Group** meets *each term*, and its _minutes_ are on the staff pages.[1]',
      'It has eleven members, five of them technicians:',
      '- elected by the **network**',
      '  - for two years',
      '- from four faculties',
      'Two things changed:',
      '3. a budget line',
      '4. a seat on the Board',
      'Conference',
      '£9,000',
      'TODO ask Finance for the figure of 2026. The rest stands.',
      '[1] Behind the sign-in of the university.',
    ]);
    expect(JSON.stringify(kept)).toContain(
      '"href":"https://www.eastmere.example/technicians/minutes?year=2026&term=1"',
    );
    expect(JSON.stringify(kept)).not.toMatch(/file:|mso|style|Comic|RE1|Check with Sam|nine/u);
  });

  it('from Word keeps the line breaks and bullets of a short list', () => {
    expect(outline(fixture('word-paragraphs').content)).toEqual([
      'Technicians asked for a careers day, and for / time to attend it.',
      '- First in March',
      '- Then each spring',
    ]);
  });

  it('from Word for the web makes one list of its lists of one item', () => {
    expect(outline(fixture('word-for-the-web').content)).toEqual([
      'The group asked for **three** things:',
      '- time',
      '  - a day a term',
      '- money',
      'and a _page_.',
    ]);
  });

  it('from LibreOffice keeps its lists and formatting', () => {
    expect(outline(fixture('libreoffice-text').content)).toEqual([
      'How the work is paid for',
      'A **budget line** of *£42,000*, held by Technical Services, as _published_.',
      '- conference',
      '  - travel',
      '- exchanges',
      '1. first year',
      '2. second year',
      'One line / and the next.',
    ]);
  });

  it.each([
    [
      'outlook-message',
      'Dear all, here are our two lines for the plan.|S1|Apprentices in two faculties|S2|A skills audit,|every two years',
    ],
    [
      'word-table',
      '**Objective**|**Actions and outputs**|**Owner**|Technicians are seen|' +
        'Publish a gallery of technicians and keep it current.|- Photographs agreed|- Page live|' +
        'Head of / Communications|1. Name badges',
    ],
    ['google-sheets', 'Visibility|Open days in every faculty / Invite schools|Green|Say "hello"'],
    [
      'libreoffice-calc',
      '**Theme**|**Ref**|**Action**|**Due**|**RAG**|Visibility|V1|' +
        'Name every technician on the department pages. / Ask each person first.|31 January 2027|Green|V2|' +
        'Say "thank you" in every paper|May-27|Amber|Recognition|Award for technicians|Red',
    ],
    ['libreoffice-writer', 'Theme|Action|Visibility|First paragraph|Second|- one|- two'],
  ])('of %s keeps each cell as a paragraph and nothing of the table', (name, cells) => {
    expect(outline(fixture(name).content).join('|')).toBe(cells);
  });

  it('takes bold and italic that a web page says by style, and not a b that says it is none', () => {
    const html =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">bold</span> ' +
      '<span style="font-style:italic;color:red">italic</span> <span style="font-weight:400">plain</span></p></b>';
    expect(outline(pasted(html).content)).toEqual(['**bold** *italic* plain']);
    expect(pastedHtml(html)).not.toContain('style');
  });

  it('puts a list that stands straight in a list into the item before it', () => {
    expect(outline(pasted('<ul><li>one</li><ul><li>inner</li></ul><li>two</li></ul>').content)).toEqual([
      '- one',
      '  - inner',
      '- two',
    ]);
  });

  it('out of an editor of ours is left as it is', () => {
    const html = '<p data-pm-slice="1 1 []">as it <strong>was</strong></p>';
    expect(pastedHtml(html)).toBe(html);
  });
});
