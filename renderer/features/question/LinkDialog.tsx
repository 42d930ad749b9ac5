import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { isAllowedHref } from '#shared/model/richText.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import styles from './QuestionScreen.module.css';

/** Puts, changes or takes away the link of the words that are selected. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [href, setHref] = useState<string>(String(editor.getAttributes('link').href ?? ''));
  const [refused, setRefused] = useState(false);
  const empty = editor.state.selection.empty && !editor.isActive('link');
  const apply = () => {
    const whole = /^[a-z]+:/i.test(href.trim()) ? href.trim() : `https://${href.trim()}`;
    if (!isAllowedHref(whole)) {
      setRefused(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (empty)
      chain.insertContent({ type: 'text', text: whole, marks: [{ type: 'link', attrs: { href: whole } }] }).run();
    else chain.setLink({ href: whole }).run();
    onClose();
  };
  return (
    <Dialog title="Link" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <TextField value={href} onChange={setHref} autoFocus className={styles.field ?? ''}>
          <Label>Address</Label>
          <Input placeholder="https://" />
        </TextField>
        {refused ? (
          <p role="alert">A link begins with https, http or mailto. Check the address and try again.</p>
        ) : null}
        <p className={styles.meta}>
          {empty
            ? 'Nothing is selected, so the address itself is put in as a link.'
            : 'The selected words become the link.'}
        </p>
        <div className={styles.buttons}>
          <Button look="primary" type="submit">
            Put the link
          </Button>
          {editor.isActive('link') ? (
            <Button
              onPress={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onClose();
              }}
            >
              Take the link away
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
