import { useCallback, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { useInspector } from '../stores/inspector.ts';
import { useCycleView } from '../stores/views.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { MarkedWords } from './MarkedWords.tsx';
import { SaveState } from './SaveState.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './TopBar.module.css';
import { UndoRedo } from './UndoRedo.tsx';

interface TopBarProps {
  readonly where: string;
  /** Whether the contents are unfolded, where the window is too narrow for them to stand open. */
  readonly contents: boolean;
  readonly onContentsChange: (open: boolean) => void;
}

export function TopBar({ where, contents, onContentsChange }: TopBarProps) {
  const view = useCycleView();
  const inspected = useInspector((state) => state.users > 0);
  const open = useInspector((state) => state.open);
  const [help, setHelp] = useState(false);
  const showKeys = useCallback(() => setHelp(true), []);
  return (
    <header className={styles.bar}>
      <span className={styles.foldContents}>
        <Button look="icon" aria-label="Contents" aria-expanded={contents} onPress={() => onContentsChange(!contents)}>
          <Icon name="bullets" />
        </Button>
      </span>
      <div className={styles.crumb}>
        <span>{view ? `Stage ${view.cycle.stage} /` : ''}</span> {where}
      </div>
      <SearchBox onShowKeys={showKeys} />
      <MarkedWords />
      <SaveState />
      <UndoRedo />
      <KeyboardHelp isOpen={help} onOpenChange={setHelp} />
      {inspected ? (
        <span className={styles.fold}>
          <Button
            look="icon"
            aria-label="Inspector"
            aria-expanded={open}
            onPress={() => useInspector.setState({ open: !open })}
          >
            <Icon name="panel" />
          </Button>
        </span>
      ) : null}
    </header>
  );
}
