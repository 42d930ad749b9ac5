import type { Action } from '#shared/model/tables.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ThemePicker } from '../../components/ThemePicker.tsx';
import { editAction } from '../plan/actionFields.ts';
import { nameOfAction } from '../plan/planColumns.ts';

/** The themes of an action as ticks, each saved at once. Closed where there is no action. */
export function ThemesDialog({ action, onClose }: { readonly action: Action | null; readonly onClose: () => void }) {
  return (
    <Dialog
      title={action ? `Themes of ${nameOfAction(action)}` : 'Themes'}
      isOpen={action !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      {action ? (
        <>
          <p>The action stands under the first theme that is ticked, and counts for each of them.</p>
          <ThemePicker label="Themes" value={action.themes} onSave={(themes) => editAction(action.id, { themes })} />
        </>
      ) : null}
    </Dialog>
  );
}
