import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { plainTextOf, type RichText, richTextSchema } from '#shared/model/richText.ts';
import { editorExtensions } from './editorExtensions.ts';

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

  it('holds a citation as its kind and id, whatever words it is drawn with', () => {
    const kept = edited('<p>Said <span data-citation="id-1" data-kind="voice">❝ voice 14</span></p>');
    expect(JSON.stringify(kept)).toContain('{"type":"citation","attrs":{"kind":"voice","id":"id-1"}}');
  });
});
