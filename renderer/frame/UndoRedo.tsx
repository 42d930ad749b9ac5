import { useEffect } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { run } from '../actions/run.ts';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { notify } from '../stores/notices.ts';
import { useWorkspace } from '../stores/workspace.ts';
import styles from './TopBar.module.css';

async function undo(): Promise<void> {
  const result = await run('history.undo', {});
  if (result.ok)
    notify({
      kind: 'done',
      message: `Undone: ${result.value.label}`,
      action: { label: 'Redo', run: () => void redo() },
    });
}

async function redo(): Promise<void> {
  const result = await run('history.redo', {});
  if (result.ok)
    notify({
      kind: 'done',
      message: `Done again: ${result.value.label}`,
      action: { label: 'Undo', run: () => void undo() },
    });
}

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
  const undoLabel = history.undo ? `Undo: ${history.undo}` : 'Undo: nothing to undo';
  const redoLabel = history.redo ? `Redo: ${history.redo}` : 'Redo: nothing to redo';
  return (
    <span className={styles.undo}>
      <Tip label={undoLabel}>
        <Button look="icon" aria-label={undoLabel} isDisabled={!history.undo} onPress={() => void undo()}>
          <Icon name="undo" />
        </Button>
      </Tip>
      <Tip label={redoLabel}>
        <Button look="icon" aria-label={redoLabel} isDisabled={!history.redo} onPress={() => void redo()}>
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
