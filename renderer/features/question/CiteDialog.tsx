import { useState } from 'react';
import { Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { evidenceKindNames } from '#shared/model/evidenceKinds.ts';
import type { CitationTarget } from '#shared/model/richText.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { consentWords, voiceChannelWords } from '../../text/words.ts';
import { QuotingWarnings } from '../voice/QuotingWarnings.tsx';
import styles from './QuestionScreen.module.css';

interface CiteDialogProps {
  readonly onPick: (target: CitationTarget) => void;
  readonly onClose: () => void;
}

/** Finds a voice entry or an item of evidence by its words, and cites it where the cursor is. */
export function CiteDialog({ onPick, onClose }: CiteDialogProps) {
  const rows = useWorkspace((state) => state.rows);
  const [sought, setSought] = useState('');
  const voice = [...rows.voice.values()]
    .filter((entry) => !entry.binned)
    .map((entry) => ({
      id: `voice ${entry.id}`,
      title: `Voice ${entry.number}: ${entry.words}`,
      meta: `${voiceChannelWords[entry.channel]} · ${entry.groupName} · ${consentWords[entry.consent]}`,
      voice: entry,
    }));
  const kindName = evidenceKindNames(rows.evidenceKind.values());
  const evidence = [...rows.evidence.values()]
    .filter((item) => !item.binned)
    .map((item) => ({
      id: `evidence ${item.id}`,
      title: `Evidence ${item.number}: ${item.title}`,
      meta: `${kindName(item.kind)}${item.description ? ` · ${item.description}` : ''}`,
      voice: null,
    }));
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = [...voice, ...evidence].filter((entry) =>
    plain(`${entry.title} ${entry.meta}`).includes(plain(sought)),
  );
  return (
    <Dialog title="Cite voice or evidence" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <TextField value={sought} onChange={setSought} autoFocus className={styles.field ?? ''}>
        <Label>Find by words</Label>
        <Input />
      </TextField>
      <ListBox
        aria-label="Voice and evidence"
        className={styles.list ?? ''}
        items={found}
        selectionMode="none"
        onAction={(key) => {
          const [kind, id] = String(key).split(' ');
          onPick({ kind: kind === 'voice' ? 'voice' : 'evidence', id: id ?? '' });
        }}
        renderEmptyState={() => 'Nothing here has these words.'}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.title} className={styles.option ?? ''}>
            <span>{entry.title}</span>
            <span className={styles.meta}>{entry.meta}</span>
            {entry.voice ? <QuotingWarnings voice={entry.voice} /> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}
