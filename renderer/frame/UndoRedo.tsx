import { useEffect } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReadOnly } from '../stores/readOnly.ts';
import { useWorkspace } from '../stores/workspace.ts';
import styles from './TopBar.module.css';
import { redo, undo } from './undoRedo.ts';

/** In a field or the editor, Ctrl+Z is the field's own undo, letter by letter; anywhere else it is the workspace's. */
const writesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);

export function UndoRedo() {
  const history = useWorkspace((state) => state.history);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || writesText(event.target)) return;
      const key = event.key.toLowerCase();
      const forward = key === 'y' || (key === 'z' && event.shiftKey);
      if (!forward && key !== 'z') return;
      event.preventDefault();
      void (forward ? redo() : undo());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const readOnly = useReadOnly();
  const undoLabel = history.undo ? `Undo: ${history.undo}` : 'Undo: nothing to undo';
  const redoLabel = history.redo ? `Redo: ${history.redo}` : 'Redo: nothing to redo';
  return (
    <span className={styles.undo}>
      <Tip label={undoLabel}>
        <Button look="icon" aria-label={undoLabel} isDisabled={readOnly || !history.undo} onPress={() => void undo()}>
          <Icon name="undo" />
        </Button>
      </Tip>
      <Tip label={redoLabel}>
        <Button look="icon" aria-label={redoLabel} isDisabled={readOnly || !history.redo} onPress={() => void redo()}>
          <Icon name="redo" />
        </Button>
      </Tip>
    </span>
  );
}

function Tip({ label, children }: { readonly label: string; readonly children: React.ReactElement }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <Tooltip className={styles.tooltip ?? ''}>{label}</Tooltip>
    </TooltipTrigger>
  );
}
