import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { dismiss, useNotices } from '../stores/notices.ts';
import styles from './Notices.module.css';

/** What just happened, in a sentence, with the way back; read aloud as it comes. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <section className={styles.notices} aria-label="Notices" aria-live="polite">
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
