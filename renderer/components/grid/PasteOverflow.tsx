import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import styles from './Grid.module.css';
import type { WaitingPaste } from './useGridClipboard.ts';

interface PasteOverflowProps {
  readonly paste: WaitingPaste;
  readonly noun: { readonly one: string; readonly many: string };
}

/** What was copied has more rows than there are below: new ones, or only what fits. */
export function PasteOverflow({ paste, noun }: PasteOverflowProps) {
  const named = paste.rows === 1 ? `one new ${noun.one}` : `${paste.rows} new ${noun.many}`;
  return (
    <Dialog title="More rows than there are here" isOpen onOpenChange={(open) => (open ? undefined : paste.leave())}>
      <p>
        {paste.rows === 1 ? 'One row' : `${paste.rows} rows`} of what was copied would stand below the last {noun.one}.
      </p>
      <div className={styles.dialogButtons}>
        <Button look="primary" autoFocus onPress={() => paste.carryOut('add')}>
          Add {named}
        </Button>
        <Button onPress={() => paste.carryOut('clip')}>Paste only what fits</Button>
        <Button look="quiet" onPress={paste.leave}>
          Do not paste
        </Button>
      </div>
    </Dialog>
  );
}
