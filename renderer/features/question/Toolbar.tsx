import type { Editor } from '@tiptap/core';
import { type ReactNode, useState } from 'react';
import { Toolbar as AriaToolbar, ToggleButton } from 'react-aria-components';
import { Icon } from '../../components/Icon.tsx';
import styles from './AnswerEditor.module.css';
import { LinkDialog } from './LinkDialog.tsx';
import { toggleToDo } from './toDoMark.ts';

export interface ToolbarState {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly link: boolean;
  readonly toDo: boolean;
}

interface ToolbarProps {
  readonly editor: Editor;
  readonly state: ToolbarState;
  readonly onCite: () => void;
}

export function Toolbar({ editor, state, onCite }: ToolbarProps) {
  const [linking, setLinking] = useState(false);
  const chain = () => editor.chain().focus();
  return (
    <AriaToolbar aria-label="Formatting" className={styles.toolbar ?? ''}>
      <Tool label="Bold (Ctrl+B)" pressed={state.bold} onPress={() => chain().toggleBold().run()}>
        <b aria-hidden="true">B</b>
      </Tool>
      <Tool label="Italic (Ctrl+I)" pressed={state.italic} onPress={() => chain().toggleItalic().run()}>
        <i aria-hidden="true">I</i>
      </Tool>
      <Tool
        label="Bulleted list (Ctrl+Shift+8)"
        pressed={state.bulletList}
        onPress={() => chain().toggleBulletList().run()}
      >
        <Icon name="bullets" />
      </Tool>
      <Tool
        label="Numbered list (Ctrl+Shift+7)"
        pressed={state.orderedList}
        onPress={() => chain().toggleOrderedList().run()}
      >
        <Icon name="numbers" />
      </Tool>
      <Tool label="Link" pressed={state.link} onPress={() => setLinking(true)}>
        <Icon name="link" />
      </Tool>
      <Tool label="Cite technician voice or evidence" pressed={false} onPress={onCite}>
        <Icon name="quote" />
      </Tool>
      <Tool label="Mark as to do (Ctrl+Shift+H)" pressed={state.toDo} onPress={() => toggleToDo(editor)}>
        <Icon name="flag" />
      </Tool>
      {linking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
    </AriaToolbar>
  );
}

interface ToolProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool({ label, pressed, onPress, children }: ToolProps) {
  return (
    <ToggleButton
      aria-label={label}
      isSelected={pressed}
      onPress={onPress}
      className={styles.tool ?? ''}
      // The selection in the text must outlive the press of a mouse.
      preventFocusOnPress
    >
      {children}
    </ToggleButton>
  );
}
