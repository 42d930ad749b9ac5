import { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { plainTextOf, type RichText, richTextSchema, toDosIn } from '#shared/model/richText.ts';
import { anyRichText } from '#test/helpers/anyRichText.ts';
import { editorExtensions } from './editorExtensions.ts';
import { keepToDo, takeOutToDo, toDoPlaces, toggleToDo } from './toDoMark.ts';

let editor: Editor | null = null;
afterEach(() => editor?.destroy());

function edited(html: string): RichText {
  editor = new Editor({ extensions: editorExtensions(() => '❝ voice 14'), content: html, injectCSS: false });
  return richTextSchema.parse(editor.getJSON());
}

describe('the editor', () => {
  it('keeps bold, italic, lists and links, and gives what the schema of an answer takes', () => {
    const kept = edited(
      '<p>A <strong>budget</strong> of <em>its own</em>, <a href="https://eastmere.example/a">here</a></p><ul><li><p>one</p></li></ul><ol><li><p>two</p></li></ol>',
    );
    expect(kept.content.map((block) => block.type)).toEqual(['paragraph', 'bulletList', 'orderedList']);
    expect(JSON.stringify(kept)).toContain('"href":"https://eastmere.example/a"');
    expect(plainTextOf(kept)).toBe('A budget of its own, here\none\ntwo');
  });

  it('drops the rest of what Word or a web page brings, and none of its words', () => {
    const kept = edited(
      '<h1 style="color:red">Title</h1><table><tr><td>cell</td></tr></table><p class="MsoNormal"><span style="font-size:20pt">text</span><img src="x" onerror="alert(1)"></p><script>alert(1)</script>',
    );
    expect(
      plainTextOf(kept)
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual(['Title', 'cell', 'text']);
    expect(JSON.stringify(kept)).not.toMatch(/style|img|alert|heading|table/);
  });

  it('refuses a link that could run something', () => {
    expect(JSON.stringify(edited('<p><a href="javascript:alert(1)">go</a></p>'))).not.toContain('javascript');
  });

  it('takes what is marked to do for one mark, whatever the format inside it', () => {
    const kept = edited('<p>in <mark data-to-do>which <strong>year</strong></mark> and <mark>not this</mark></p>');
    expect(toDosIn(kept)).toEqual(['which year']);
    expect(editor?.getHTML()).toBe('<p>in <mark data-to-do="">which <strong>year</strong></mark> and not this</p>');
  });

  it('finds the marks where the stored text has them, whatever is written', () => {
    fc.assert(
      fc.property(anyRichText, (document) => {
        editor?.destroy();
        editor = new Editor({
          extensions: editorExtensions(() => '“ voice 14'),
          content: structuredClone(document) as never,
          injectCSS: false,
        });
        const stored = richTextSchema.parse(editor.getJSON());
        const shown = toDoPlaces(editor.state.doc).map(({ from, to }) =>
          editor?.state.doc.textBetween(from, to, ' ', ' ').trim().replaceAll(/\s+/gu, ' '),
        );
        expect(shown).toEqual(toDosIn(stored));
      }),
      { numRuns: 60 },
    );
  });

  it('ends a mark, unmarks it, keeps its words or takes them out', () => {
    edited('<p>in <mark data-to-do>which year</mark>.</p><p><mark data-to-do>ask HR</mark></p>');
    const held = editor as Editor;
    const [first] = toDoPlaces(held.state.doc);
    held.commands.setTextSelection((first?.from ?? 0) + 2);
    toggleToDo(held);
    expect(held.getHTML()).toBe('<p>in which year.</p><p><mark data-to-do="">ask HR</mark></p>');
    held.commands.undo();
    keepToDo(held, 1);
    expect(held.getHTML()).toBe('<p>in <mark data-to-do="">which year</mark>.</p><p>ask HR</p>');
    takeOutToDo(held, 0);
    expect(held.getHTML()).toBe('<p>in .</p><p>ask HR</p>');
  });

  it('holds a citation as its kind and id, whatever words it is drawn with', () => {
    const kept = edited('<p>Said <span data-citation="id-1" data-kind="voice">❝ voice 14</span></p>');
    expect(JSON.stringify(kept)).toContain('{"type":"citation","attrs":{"kind":"voice","id":"id-1"}}');
  });
});
