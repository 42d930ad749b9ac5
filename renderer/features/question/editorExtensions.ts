import { InputRule, Node } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { type CitationTarget, isAllowedHref } from '#shared/model/richText.ts';
import { ToDo } from './toDoMark.ts';

/** A voice entry or an item of evidence, cited in place. Its words are looked up when it is drawn: `“ voice 14`. */
const citation = (wordsOf: (target: CitationTarget) => string, onCite: () => void) =>
  Node.create({
    name: 'citation',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      kind: { default: 'voice', parseHTML: (element: HTMLElement) => element.dataset.kind ?? 'voice' },
      id: { default: '', parseHTML: (element: HTMLElement) => element.dataset.citation ?? '' },
    }),
    parseHTML: () => [{ tag: 'span[data-citation]' }],
    renderHTML: ({ node }) => {
      const target: CitationTarget = { kind: node.attrs.kind, id: node.attrs.id };
      return ['span', { 'data-citation': target.id, 'data-kind': target.kind }, wordsOf(target)];
    },
    renderText: () => '',
    addInputRules: () => [
      // Two brackets ask what to cite; the citation takes their place.
      new InputRule({
        find: /\[\[$/u,
        handler: ({ chain, range }) => {
          chain().deleteRange(range).run();
          onCite();
        },
      }),
    ],
  });

/** Exactly the schema of `shared/model/richText.ts`: whatever is pasted keeps this much of its form and no more. */
export const editorExtensions = (wordsOf: (target: CitationTarget) => string, onCite: () => void = () => undefined) => [
  Document,
  Paragraph,
  Text,
  ToDo,
  Bold,
  Italic,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  HardBreak,
  Link.configure({
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (href) => isAllowedHref(href),
    HTMLAttributes: { target: null, rel: null },
  }),
  UndoRedo,
  citation(wordsOf, onCite),
];
