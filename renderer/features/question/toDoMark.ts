import { type Editor, InputRule, Mark, markPasteRule } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';

/** Where marked words stand in the editor's own document, so that they can be gone to, unmarked and taken out. */
export interface ToDoPlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Words that are still to be done something about. Outermost of the marks, so that words in several formats are one
 * mark on the page with one label. Typing goes on inside it until Esc, the shortcut again, an arrow out or a new
 * paragraph.
 */
export const ToDo = Mark.create({
  name: 'toDo',
  priority: 1_100,
  keepOnSplit: false,
  exitable: true,
  parseHTML: () => [{ tag: 'mark[data-to-do]' }],
  renderHTML: () => ['mark', { 'data-to-do': '' }, 0],
  addKeyboardShortcuts: () => ({
    'Mod-Shift-h': ({ editor }) => toggleToDo(editor),
    Escape: ({ editor }) => leaveToDo(editor),
  }),
  addInputRules() {
    return [
      // The word itself goes: the mark says it. Capitals only, so that a sentence about what there is to do is left alone.
      new InputRule({
        find: /(?:^|[\s(])(TODO[: ])$/u,
        handler: ({ chain, range, match }) => {
          const from = range.from + match[0].length - (match[1]?.length ?? 0);
          chain().deleteRange({ from, to: range.to }).setMark('toDo').run();
        },
      }),
    ];
  },
  addPasteRules() {
    // To the end of the sentence: what follows says what there is to do.
    return [markPasteRule({ find: /\b(TODO\b[^.?!\n]*)/gu, type: this.type })];
  },
});

/** Marks what is selected, or unmarks it; without a selection, begins a mark, ends it, or unmarks the one around. */
export function toggleToDo(editor: Editor): boolean {
  const { empty, from } = editor.state.selection;
  if (!empty) return editor.chain().focus().toggleMark('toDo').run();
  const around = toDoPlaces(editor.state.doc).find((place) => place.from < from && from < place.to);
  if (around) return editor.chain().focus().setTextSelection(around).unsetMark('toDo').setTextSelection(from).run();
  return editor.isActive('toDo')
    ? editor.chain().focus().unsetMark('toDo').run()
    : editor.chain().focus().setMark('toDo').run();
}

/** Esc while typing in a mark: what is typed next is outside it. */
function leaveToDo(editor: Editor): boolean {
  if (!editor.state.selection.empty || !editor.isActive('toDo')) return false;
  return editor.commands.unsetMark('toDo');
}

/** Every mark in reading order, in the same parts as `toDosIn` of the stored text, so that the third here is the third there. */
export function toDoPlaces(document: DocumentNode): readonly ToDoPlace[] {
  const places: { from: number; to: number }[] = [];
  document.descendants((block, position) => {
    if (!block.isTextblock) return true;
    let open: { from: number; to: number } | null = null;
    block.forEach((inline, offset) => {
      if (!inline.isText) return;
      const from = position + 1 + offset;
      if (!inline.marks.some((mark) => mark.type.name === 'toDo')) open = null;
      else if (open) open.to = from + inline.nodeSize;
      else {
        open = { from, to: from + inline.nodeSize };
        places.push(open);
      }
    });
    return false;
  });
  return places;
}

/** Selects the mark of this number, counted from 0, and brings it into view. */
export function goToToDo(editor: Editor, index: number): void {
  const place = toDoPlaces(editor.state.doc)[index];
  if (!place) return;
  editor.chain().focus(null, { scrollIntoView: false }).setTextSelection(place).run();
  const { node } = editor.view.domAtPos(place.from);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}

/** Done, and the words stay. */
export function keepToDo(editor: Editor, index: number): void {
  const place = toDoPlaces(editor.state.doc)[index];
  if (place) editor.chain().focus().setTextSelection(place).unsetMark('toDo').setTextSelection(place.to).run();
}

/** Done, and the words go: they were a note to oneself. */
export function takeOutToDo(editor: Editor, index: number): void {
  const place = toDoPlaces(editor.state.doc)[index];
  if (place) editor.chain().focus().deleteRange(place).run();
}
