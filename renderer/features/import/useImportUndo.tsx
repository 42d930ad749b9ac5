import { type ReactNode, useState } from 'react';
import { run, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { host } from '../../stores/host.ts';
import styles from './ImportScreen.module.css';

interface Asked {
  readonly importRunId: string;
  /** Each action that was edited since, with what of it. */
  readonly edited: readonly string[];
}

/** Takes an import back at any later time; where something was edited since, asks before leaving that as it is. */
export function useImportUndo(): { readonly undo: (importRunId: string) => Promise<void>; readonly dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const undo = async (importRunId: string): Promise<void> => {
    const result = await host().client.call('import.undo', { importRunId });
    if (result.ok) return;
    const { code, detail } = result.error;
    if (code !== 'undo-conflict') return showError(result.error);
    const edited = Array.isArray(detail.edited) ? detail.edited.map(String) : [];
    setAsked({ importRunId, edited });
  };
  const dialog = asked ? (
    <Dialog title="Some of this was edited since" isOpen onOpenChange={(open) => (open ? undefined : setAsked(null))}>
      <p>
        What was changed by hand since the import stays as it is, and so does an entry that is linked; an action that
        the import made and that is in use goes to the bin. Everything else goes back to how it was before.
      </p>
      {asked.edited.length > 0 ? (
        <ul className={styles.edited}>
          {asked.edited.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
      <div className={styles.footer}>
        <Button
          look="primary"
          onPress={() => {
            setAsked(null);
            void run('import.undo', { importRunId: asked.importRunId, evenIfEdited: true });
          }}
        >
          Undo the rest
        </Button>
        <Button onPress={() => setAsked(null)}>Leave everything</Button>
      </div>
    </Dialog>
  ) : null;
  return { undo, dialog };
}
