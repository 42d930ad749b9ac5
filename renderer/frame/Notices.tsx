import { useLayoutEffect, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { dismiss, useNotices } from '../stores/notices.ts';
import styles from './Notices.module.css';

/** What just happened, in a sentence, with the way back; read aloud as it comes. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  const section = useRef<HTMLElement>(null);
  const height = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how much room they take changes with what is said.
  useLayoutEffect(() => {
    const now = section.current?.offsetHeight ?? 0;
    keepFocusInView(now - height.current);
    height.current = now;
  }, [notices]);
  return (
    <section ref={section} className={styles.notices} aria-label="Notices" aria-live="polite" data-notices="">
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice} data-kind={notice.kind}>
          {notice.kind === 'problem' ? <Icon name="warning" /> : <Icon name="check" />}
          <span>{notice.message}</span>
          {notice.action ? (
            <Button
              look="quiet"
              onPress={() => {
                notice.action?.run();
                dismiss(notice.id);
              }}
            >
              {notice.action.label}
            </Button>
          ) : null}
          <Button look="icon" aria-label="Dismiss" onPress={() => dismiss(notice.id)}>
            <Icon name="close" />
          </Button>
        </div>
      ))}
    </section>
  );
}

/** What is in focus at the foot of the screen stays in sight when the notices take that much more of its height. */
function keepFocusInView(taken: number): void {
  const { activeElement } = document;
  const main = document.getElementById('main');
  if (taken <= 0 || !main || !activeElement || activeElement === main || !main.contains(activeElement)) return;
  const [end, bottom] = [main.getBoundingClientRect().bottom, activeElement.getBoundingClientRect().bottom];
  if (bottom > end && bottom <= end + taken) main.scrollTop += bottom - end + 8;
}
