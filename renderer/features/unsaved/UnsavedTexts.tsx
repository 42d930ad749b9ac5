import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import type { UnsavedText } from '../../stores/unsavedText.ts';
import { dayAndTime } from '../../text/dates.ts';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import styles from './UnsavedTexts.module.css';
import { useUnsavedTexts } from './useUnsavedTexts.ts';

/** Offers what was written and not saved before a page, the host or the power went. Nothing is put back unasked. */
export function UnsavedTexts() {
  const { texts, titleOf, forget } = useUnsavedTexts();
  const [looking, setLooking] = useState<UnsavedText | null>(null);
  if (texts.length === 0) return null;
  return (
    <Changing>
      <section className={styles.offer} aria-label="Text that was not saved">
        <div role="status">
          {texts.map((text) => (
            <p key={text.id}>
              <span>
                Text for <strong>{titleOf(text)}</strong>, written {dayAndTime(text.at.toISOString())}, was not saved.
              </span>{' '}
              <Button onPress={() => setLooking(text)}>Look at it</Button>
            </p>
          ))}
        </div>
        {looking ? (
          <UnsavedDialog
            text={looking}
            title={titleOf(looking)}
            onForget={() => forget(looking.id)}
            onClose={() => setLooking(null)}
          />
        ) : null}
      </section>
    </Changing>
  );
}
