import { useEffect } from 'react';
import { showGuide } from '../actions/guide.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { goTo } from '../stores/route.ts';
import { keyboard } from '../text/keyboard.ts';
import styles from './KeyboardHelp.module.css';

/** F1: every key, from the table that `docs/keyboard.md` is written from. */
export function KeyboardHelp({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      onOpenChange(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpenChange]);
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onOpenChange={onOpenChange} size="wide">
      <div className={styles.groups}>
        {keyboard.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>{keys}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>
        <Button
          onPress={() => {
            onOpenChange(false);
            goTo('/overview');
            void showGuide(true);
          }}
        >
          Show how the work goes
        </Button>
      </p>
    </Dialog>
  );
}
