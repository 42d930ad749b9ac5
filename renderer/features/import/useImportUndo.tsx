import { type ReactNode, useState } from 'react';
import { run, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { host } from '../../stores/host.ts';
import styles from './ImportScreen.module.css';

/** Takes an import back at any later time; where something was edited since, asks before leaving that as it is. */
export function useImportUndo(): { readonly undo: (importRunId: string) => Promise<void>; readonly dialog: ReactNode } {
  const [asked, setAsked] = useState<string | null>(null);
  const undo = async (importRunId: string): Promise<void> => {
    const result = await host().client.call('import.undo', { importRunId });
    if (result.ok) return;
    if (result.error.code === 'undo-conflict') setAsked(importRunId);
    else showError(result.error);
  };
  const dialog = asked ? (
    <Dialog title="Some of this was edited since" isOpen onOpenChange={(open) => (open ? undefined : setAsked(null))}>
      <p>
        Values from the import have been changed by hand, or something belongs to an action that it made. These stay as
        they are (an action that is in use goes to the bin); everything else goes back to how it was before the import.
      </p>
      <div className={styles.footer}>
        <Button
          look="primary"
          onPress={() => {
            setAsked(null);
            void run('import.undo', { importRunId: asked, evenIfEdited: true });
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
