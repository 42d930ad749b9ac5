import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import styles from './PreviewScreen.module.css';
import { pageInSight } from './showPage.ts';

interface PageTurnerProps {
  readonly total: number;
  readonly onGo: (number: number) => void;
}

/** To a page by its number, or one on or back from the one that is in sight. */
export function PageTurner({ total, onGo }: PageTurnerProps) {
  const [text, setText] = useState('');
  const go = (number: number): void => onGo(Math.max(1, Math.min(total, number)));
  return (
    <form
      className={styles.turner}
      aria-label="Pages"
      onSubmit={(event) => {
        event.preventDefault();
        const number = Number(text);
        if (Number.isInteger(number) && number > 0) go(number);
        setText('');
      }}
    >
      <Button look="quiet" onPress={() => go(pageInSight() - 1)}>
        Previous page
      </Button>
      <Button look="quiet" onPress={() => go(pageInSight() + 1)}>
        Next page
      </Button>
      <label>
        Go to page
        <input inputMode="numeric" size={4} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button type="submit">Go</Button>
    </form>
  );
}
