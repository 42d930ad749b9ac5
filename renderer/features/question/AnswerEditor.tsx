import type { Editor, JSONContent } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { type CitationTarget, type RichText, richTextSchema, wordCountOf } from '#shared/model/richText.ts';
import type { Answer } from '#shared/model/tables.ts';
import { useReadOnly } from '../../stores/readOnly.ts';
import { useSaving } from '../../stores/saving.ts';
import styles from './AnswerEditor.module.css';
import { editorExtensions } from './editorExtensions.ts';
import { pastedHtml } from './pastedHtml.ts';
import { Toolbar } from './Toolbar.tsx';
import { goToToDo, keepToDo, takeOutToDo } from './toDoMark.ts';
import { useAnswerDraft } from './useAnswerDraft.ts';

interface AnswerEditorProps {
  readonly answer: Answer;
  readonly label: string;
  readonly wordsOf: (target: CitationTarget) => string;
  /** Gives the caller what may be done in the editor from beside it. */
  readonly onReady: (writing: InEditor) => void;
  readonly onCite: () => void;
  /** How many words stand in the editor, saved or not. */
  readonly onWords: (words: number) => void;
}

export interface InEditor {
  /** Puts a citation where the cursor is. */
  readonly cite: (target: CitationTarget) => void;
  /** Puts a text, such as last cycle's answer, where the cursor is. */
  readonly insert: (content: RichText) => void;
  /** What is marked to do, by its number from 0: to go there, to unmark it, to take the words out. */
  readonly goToToDo: (index: number) => void;
  readonly keepToDo: (index: number) => void;
  readonly takeOutToDo: (index: number) => void;
}

/**
 * The editor of one answer. Undo inside it is the editor's own while the cursor is in it, letter by letter; outside it
 * is the workspace's, step by step. What the workspace brings (an undo, an import) takes the place of what is shown
 * only when nothing written here is still unsaved.
 */
export function AnswerEditor({ answer, label, wordsOf, onReady, onCite, onWords }: AnswerEditorProps) {
  const shown = useRef<Editor | null>(null);
  const { write, flush } = useAnswerDraft(answer.id, (content) => {
    const held = shown.current;
    // What cannot be kept is still being written: it stays until it is mended.
    if (!held || held.isDestroyed || !richTextSchema.safeParse(held.getJSON()).success) return;
    showContent(held, content);
    counted.current(wordCountOf(content));
  });
  const readOnly = useReadOnly();
  const [tooLong, setTooLong] = useState<string | null>(null);
  const words = useRef(wordsOf);
  words.current = wordsOf;
  const cite = useRef(onCite);
  cite.current = onCite;
  const counted = useRef(onWords);
  counted.current = onWords;
  const editor = useEditor(
    {
      extensions: editorExtensions(
        (target) => words.current(target),
        () => cite.current(),
      ),
      content: editable(answer.content),
      editable: !readOnly,
      // The page allows no inline styles; what ProseMirror needs stands in the module beside this file.
      injectCSS: false,
      editorProps: {
        transformPastedHTML: pastedHtml,
        // What is pasted is taken back by itself, however quickly it followed what was typed.
        handlePaste: (view) => {
          view.dispatch(closeHistory(view.state.tr));
          return false;
        },
        attributes: {
          'aria-label': label,
          'aria-multiline': 'true',
          ...(readOnly ? { 'aria-readonly': 'true' } : {}),
          role: 'textbox',
          spellcheck: 'true',
          lang: 'en-GB',
        },
      },
      onUpdate: ({ editor: changed }) => {
        const content = richTextSchema.safeParse(changed.getJSON());
        if (content.success) {
          setTooLong(null);
          useSaving.setState({ unkept: null });
          write(content.data);
          onWords(wordCountOf(content.data));
        } else {
          const reason = content.error.issues[0]?.message ?? 'it cannot be kept as it is';
          setTooLong(reason);
          useSaving.setState({ unkept: reason });
        }
      },
      onBlur: flush,
    },
    [answer.id, readOnly],
  );

  shown.current = editor;
  useEffect(() => () => useSaving.setState({ unkept: null }), []);

  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    onReady({
      cite: (target) => editor.chain().focus().insertContent({ type: 'citation', attrs: target }).run(),
      insert: (content) =>
        editor
          .chain()
          .focus()
          .insertContent(editable(content).content ?? [])
          .run(),
      goToToDo: (index) => goToToDo(editor, index),
      keepToDo: (index) => keepToDo(editor, index),
      takeOutToDo: (index) => takeOutToDo(editor, index),
    });
  }, [editor, onReady]);

  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current?.isActive('bold') ?? false,
      italic: current?.isActive('italic') ?? false,
      bulletList: current?.isActive('bulletList') ?? false,
      orderedList: current?.isActive('orderedList') ?? false,
      link: current?.isActive('link') ?? false,
      toDo: current?.isActive('toDo') ?? false,
    }),
  });

  return (
    <div className={styles.editor}>
      {editor && state && !readOnly ? <Toolbar editor={editor} state={state} onCite={onCite} /> : null}
      <EditorContent editor={editor} className={styles.body} />
      {tooLong ? (
        <p role="alert" className={styles.refused}>
          Not saved: {tooLong} What was saved before is kept. Take some of it out, or undo.
        </p>
      ) : null}
    </div>
  );
}

/** A copy that the editor may keep and change. */
const editable = (content: RichText): JSONContent => structuredClone(content) as unknown as JSONContent;

/**
 * Puts only what differs, so that the caret stays where it is; and not into the editor's own history: its undo takes
 * back what was typed here, nothing that came from elsewhere.
 */
function showContent(editor: Editor, content: RichText): void {
  const before = editor.state.doc;
  const after = editor.schema.nodeFromJSON(editable(content));
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return;
  // Where the same letters repeat, the two ends can pass the start; then the difference is that much longer.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const change = editor.state.tr.replace(start, end.a + overlap, after.slice(start, end.b + overlap));
  editor.view.dispatch(change.setMeta('addToHistory', false).setMeta('preventUpdate', true));
}
